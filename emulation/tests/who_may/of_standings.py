"""Addresses of ranking, grades and what bars a member: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
scoring:ranking_rules
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:ranking_rules_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
scoring:ranking_rules_usual
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
scoring:disqualification_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:disqualification_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
scoring:disqualification_revoke
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
scoring:tie_settle
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
scoring:why_total
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:why_criterion
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:announcement_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:announcement_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
scoring:announcement_detail
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:standing_pictures
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
scoring:standing_workbook
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
"""
