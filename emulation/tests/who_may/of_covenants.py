"""Addresses of the covenants and their papers: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
pledges:covenant_detail
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:covenant_detail@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:covenant_version
  GET   302    200    200    404    404    200    404    404    200    404    404    404    404
  POST  302    200    200    404    404    200    404    404    200    404    404    404    404
pledges:covenant_version@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:covenant_difference@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:covenant_begin
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
pledges:covenant_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:covenant_take_over
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
pledges:covenant_drop
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:commitment_add
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:commitment_save
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:commitment_move
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
pledges:commitment_remove
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
pledges:commitment_targets
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:covenant_open
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
pledges:covenant_withdraw@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    302    403    404    404    403    403    404    404
pledges:covenant_enter@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
pledges:covenant_amend@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
pledges:covenant_close@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
pledges:covenant_sign@last_year
  GET   302    403    403    404    403    403    200    404    404    403    403    404    404
  POST  302    403    403    404    403    403    200    404    404    403    403    404    404
pledges:covenant_paper@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
pledges:signature_file@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
pledges:registration_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
pledges:registration_remove
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    302    403    403    302    404    404    404
pledges:covenant_record_past
  GET   302    200    200    404    403    403    403    403    403    403    404    404    404
  POST  302    200    200    404    403    403    403    403    403    403    404    404    404
reports:covenant_papers
  GET   302    200    200    404    404    200    404    404    200    404    404    404    404
  POST  302    200    200    404    404    200    404    404    200    404    404    404    404
reports:covenant_papers@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
reports:covenant_draft
  GET   302    200    200    404    404    200    404    404    200    404    404    404    404
  POST  302    200    200    404    404    200    404    404    200    404    404    404    404
reports:covenant_issue@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
"""
