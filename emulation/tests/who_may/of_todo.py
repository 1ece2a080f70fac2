"""Addresses of the to-do list, reminders and the calendar: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
desk:todo_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
desk:personal_notice_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
desk:personal_notices_read
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    302    302    302    302    302    302    302    302    302    302
desk:personal_notice_read
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    404    404    404    404    404    404    404    404    302    404    404    404
desk:calendar_detail
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
desk:calendar_renew
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    302    302    302    302    302    302    302    302    302    302    302    302
desk:calendar_file
  GET   200    200    200    200    200    200    200    200    200    200    200    200    200
  POST  405    405    405    405    405    405    405    405    405    405    405    405    405
desk:calendar_file@spoiled
  GET   404    404    404    404    404    404    404    404    404    404    404    404    404
  POST  405    405    405    405    405    405    405    405    405    405    405    405    405
desk:year_reminders
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
"""
