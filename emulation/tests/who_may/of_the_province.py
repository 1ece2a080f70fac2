"""Addresses of the province: its staff act, its observers read, blocs have pages of their own."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
awards:council_home
  GET   302    200    200    200    200    403    403    403    403    403    403    403    403
  POST  302    200    200    200    200    403    403    403    403    403    403    403    403
awards:province_awards
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_submission
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_nomination
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_opinion_file
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_session
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_session_file
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_decision
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_decision_file
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:council_decision_money
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:province_session_create
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:province_decide
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_submission_return
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_submission_ask
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_appraise
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_override
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_opinion
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_session_edit
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_session_votes
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_session_reopen
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_session_scan
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_decision_void
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_decision_scan
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_decision_ceremony
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_award_revoke
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:council_session_finish
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    302    302    404    403    404    404    404    404    404    404    404    404
"""
