"""Addresses of a province's scores: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
scoring:province_scores
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
scoring:province_workbook
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
scoring:province_upload
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
scoring:province_upload_file
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
scoring:province_upload_save
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    403    403    403    403    403    403    403    404
scoring:province_upload_again
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    403    403    403    403    403    403    403    404
"""
