"""Addresses of the reports of a year: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
reports:report
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
reports:report_draft
  GET   302    200    200    404    403    200    403    403    200    403    404    404    404
  POST  302    200    200    404    403    200    403    403    200    403    404    404    404
reports:report_issue
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:report_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:report_begin
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:section_add
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:section_save
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:section_move
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:section_leave_out
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:report@half_year
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
reports:report_draft@half_year
  GET   302    200    200    404    403    200    403    403    200    403    404    404    404
  POST  302    200    200    404    403    200    403    403    200    403    404    404    404
reports:report_issue@half_year
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:report_edit@half_year
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:report_begin@half_year
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:section_add@half_year
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:section_save@half_year_section
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:section_part
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:section_part@half_year_section
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:contributions
  GET   302    403    403    404    403    200    200    200    200    200    404    404    404
  POST  302    403    403    404    403    200    200    200    200    200    404    404    404
reports:contributions@half_year
  GET   302    403    403    404    403    200    200    200    200    200    404    404    404
  POST  302    403    403    404    403    200    200    200    200    200    404    404    404
reports:contribution_take@half_year
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
"""
