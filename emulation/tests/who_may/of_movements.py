"""Addresses of the movements: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
pledges:movement_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:movement_list@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:movement_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:movement_create@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
pledges:movement_detail
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:movement_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:movement_withdraw
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:movement_remove
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    302    403    403    403    403    404    404    404
pledges:result_edit
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
pledges:result_remove
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    302    302    403    403    302    404    404    404
pledges:exemplar_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:exemplar_create
  GET   302    200    200    404    403    200    200    200    200    200    404    404    404
  POST  302    200    200    404    403    200    200    200    200    200    404    404    404
pledges:exemplar_create@last_year
  GET   302    200    200    404    403    200    200    404    404    200    200    404    404
  POST  302    200    200    404    403    200    200    404    404    200    200    404    404
pledges:exemplar_edit
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
pledges:exemplar_remove
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    302    302    403    403    302    404    404    404
pledges:commendation_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:commendation_list@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:commendation_edit
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
"""
