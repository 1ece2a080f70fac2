"""Addresses of the progress on covenants: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
pledges:progress_board
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:progress_board@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:progress_member@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:progress_edit@last_year
  GET   302    200    200    404    403    200    200    404    404    200    403    404    404
  POST  302    200    200    404    403    200    200    404    404    200    403    404    404
pledges:progress_file@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:progress_file_withdraw@last_year
  GET   302    200    200    404    403    200    200    404    404    200    403    404    404
  POST  302    200    200    404    403    200    200    404    404    200    403    404    404
"""
