"""Addresses of award money and quotas: everybody reads them, keepers add rows."""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
awards:law_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
awards:law_money
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
awards:law_kind_add
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
awards:law_salary_add
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
awards:law_money_add
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
awards:law_share_add
  GET   302    200    403    403    403    403    403    403    403    403    403    403    403
  POST  302    200    403    403    403    403    403    403    403    403    403    403    403
awards:law_quota_add
  GET   302    200    200    200    403    403    403    403    403    403    403    403    403
  POST  302    200    200    200    403    403    403    403    403    403    403    403    403
awards:prospect
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
awards:prospect@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
"""
