"""Addresses of the accounts: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
accounts:sign_in
  GET   200    302    302    302    302    302    302    302    302    302    302    302    302
  POST  200    302    302    302    302    302    302    302    302    302    302    302    302
accounts:sign_out
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    302    302    302    302    302    302    302    302    302    302
accounts:profile
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
accounts:set_language
  GET   405    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    302    302    302    302    302    302    302    302    302    302
accounts:password_change
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
accounts:password_reset
  GET   200    200    200    200    200    200    200    200    200    200    200    200    200
  POST  200    200    200    200    200    200    200    200    200    200    200    200    200
accounts:password_reset_done
  GET   200    200    200    200    200    200    200    200    200    200    200    200    200
  POST  200    200    200    200    200    200    200    200    200    200    200    200    200
accounts:password_set
  GET   302    302    302    302    302    302    302    302    302    302    302    302    302
  POST  302    302    302    302    302    302    302    302    302    302    302    302    302
accounts:password_set@spoiled
  GET   200    200    200    200    200    200    200    200    200    200    200    200    200
  POST  200    200    200    200    200    200    200    200    200    200    200    200    200
"""
