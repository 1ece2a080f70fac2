"""Addresses of the workbooks of a stage: the Front's own, and those of who checks."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
scoring:self_workbook
  GET   302    403    403    404    403    403    200    403    403    200    404    404    404
  POST  302    403    403    404    403    403    200    403    403    200    404    404    404
scoring:self_upload
  GET   302    403    403    404    403    403    200    403    403    200    404    404    404
  POST  302    403    403    404    403    403    200    403    403    200    404    404    404
scoring:check_workbook
  GET   302    200    200    404    403    200    403    403    200    403    404    404    404
  POST  302    200    200    404    403    200    403    403    200    403    404    404    404
scoring:check_upload
  GET   302    200    200    404    403    200    403    403    200    403    404    404    404
  POST  302    200    200    404    403    200    403    403    200    403    404    404    404
scoring:sheet_upload_preview
  GET   302    404    404    404    404    404    200    404    404    200    404    404    404
  POST  302    404    404    404    404    404    302    404    404    302    404    404    404
scoring:sheet_upload_columns
  GET   302    404    404    404    404    404    200    404    404    200    404    404    404
  POST  302    404    404    404    404    404    200    404    404    200    404    404    404
scoring:sheet_upload_again
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    404    404    404    404    404    302    404    404    302    404    404    404
scoring:sheet_upload_drop
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    404    404    404    404    404    302    404    404    302    404    404    404
scoring:sheet_upload_undo
  GET   302    404    404    404    404    404    200    404    404    200    404    404    404
  POST  302    404    404    404    404    404    200    404    404    200    404    404    404
scoring:sheet_upload_marked
  GET   302    404    404    404    404    404    200    404    404    200    404    404    404
  POST  302    404    404    404    404    404    200    404    404    200    404    404    404
scoring:sheet_upload_file
  GET   302    404    404    404    404    404    200    404    404    200    404    404    404
  POST  302    404    404    404    404    404    200    404    404    200    404    404    404
"""
