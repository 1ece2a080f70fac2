"""Addresses of conferences and their minutes: the answer to each kind of person."""

TABLE = """
        anon   admin  staff  far    obs    chair  former  coming  deputy  member  left   other  none
blocs:conference_search
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
blocs:conference_list
  GET   302    200    200    404    200    200    200    200    200    200    404    404    404
  POST  302    200    200    404    200    200    200    200    200    200    404    404    404
blocs:conference_list@last_year
  GET   302    200    200    404    200    200    200    404    404    200    200    404    404
  POST  302    200    200    404    200    200    200    404    404    200    200    404    404
blocs:conference_create
  GET   302    200    200    404    403    200    403    403    403    403    404    404    404
  POST  302    200    200    404    403    200    403    403    403    403    404    404    404
blocs:conference_create@last_year
  GET   302    200    200    404    403    200    403    404    404    403    403    404    404
  POST  302    200    200    404    403    200    403    404    404    403    403    404    404
blocs:conference_detail
  GET   302    200    200    404    200    200    200    200    200    200    200    404    404
  POST  302    200    200    404    200    200    200    200    200    200    200    404    404
blocs:conference_edit
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_people
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_attendance
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_file_add
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_file_withdraw
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_revoke
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
blocs:conference_file
  GET   302    200    200    404    200    200    200    200    200    200    200    404    404
  POST  302    200    200    404    200    200    200    200    200    200    200    404    404
reports:conference_papers
  GET   302    200    200    404    200    200    200    200    200    200    200    404    404
  POST  302    200    200    404    200    200    200    200    200    200    200    404    404
reports:conference_minutes
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
reports:conference_minutes_issue
  GET   302    200    200    404    403    200    403    403    403    403    403    404    404
  POST  302    200    200    404    403    200    403    403    403    403    403    404    404
"""
