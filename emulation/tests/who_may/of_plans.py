"""Addresses of legal bases, deadlines and activities: the answer to each person.

With an empty form the chair changes no deadline, and records an activity without day or result.
"""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
blocs:legal_basis_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
blocs:legal_basis_create
  GET   302    200    200    200    403    403    403    403    403    403    403    403    403
  POST  302    200    200    200    403    403    403    403    403    403    403    403    403
blocs:legal_basis_detail
  GET   302    200    200    404    200    200    200    200    200    200    200    200    404
  POST  302    200    200    404    200    200    200    200    200    200    200    200    404
blocs:legal_basis_detail@national
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
blocs:legal_basis_edit
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
blocs:legal_basis_edit@national
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
blocs:province_deadlines
  GET   302    200    200    404    403    403    403    403    403    403    403    403    404
  POST  302    200    200    404    403    403    403    403    403    403    403    403    404
blocs:usual_deadlines
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
blocs:deadline_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
blocs:deadline_list@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
blocs:deadline_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    302    403    403    403    403    404    404    404
blocs:extension_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
blocs:activity_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
blocs:activity_list@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
blocs:activity_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
blocs:activity_edit
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
blocs:activity_complete
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    302    403    403    403    403    404    404    404
blocs:activity_drop
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
"""
