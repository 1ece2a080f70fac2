"""Addresses of the nominations, the submission and the dossier: the answer to each kind of person.

Only who signs for the nominee declines; report and files are its own people's, the chair's and the
staff's.
"""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
awards:nomination_by_quota
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:nomination_add
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:nomination_from_ballot
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:nomination_detail
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:nomination_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:nomination_withdraw
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:nomination_decline
  GET   302    403    403    404    403    403    200    403    403    403    404    404    404
  POST  302    403    403    404    403    403    200    403    403    403    404    404    404
awards:nomination_override
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
awards:past_nomination_list
  GET   302    200    200    404    403    403    403    403    403    403    403    404    404
  POST  302    200    200    404    403    403    403    403    403    403    403    404    404
awards:past_nomination_add
  GET   302    200    200    404    403    403    403    403    403    403    404    404    404
  POST  302    200    200    404    403    403    403    403    403    403    404    404    404
awards:past_nomination_edit
  GET   302    200    200    404    403    403    403    403    403    403    404    404    404
  POST  302    200    200    404    403    403    403    403    403    403    404    404    404
awards:past_nomination_remove
  GET   302    200    200    404    403    403    403    403    403    403    404    404    404
  POST  302    200    200    404    403    403    403    403    403    403    404    404    404
awards:achievement_edit
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
awards:nomination_file_add
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
awards:nomination_file
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
awards:nomination_file_withdraw
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
reports:achievement_draft
  GET   302    200    200    404    403    200    200    403    403    200    404    404    404
  POST  302    200    200    404    403    200    200    403    403    200    404    404    404
reports:submission
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
reports:submission_draft
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:submission_issue
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
reports:dossier
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
"""
