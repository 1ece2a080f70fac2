"""Addresses of the secret ballots and their papers: the answer to each kind of person.

Who leads a ballot may not vote for others: administrators and staff have no vote at all.
"""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
awards:ballot_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:ballot_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_detail
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:ballot_detail@over
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:ballot_detail@closed
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:ballot_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_open
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_vote
  GET   302    403    403    404    403    403    200    403    403    403    404    404    404
  POST  302    403    403    404    403    403    200    403    403    403    404    404    404
awards:ballot_end
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_extend
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_cancel
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:ballot_count
  GET   302    200    200    404    403    200    200    200    200    200    404    404    404
  POST  302    200    200    404    403    200    200    200    200    200    404    404    404
awards:ballot_close
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    302    403    403    403    403    404    404    404
awards:ballot_second_round
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    302    403    403    403    403    404    404    404
reports:ballot_blank
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:ballot_minutes
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
reports:ballot_minutes_draft
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:ballot_minutes_issue
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
"""
