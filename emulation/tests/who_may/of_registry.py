"""Addresses of the registry of awards: the answer to each kind of person.

What a province has not made public exists for its readers and for the organisation that was
commended; who only sees an award may not correct it.
"""

TABLE = """
        anon   admin  staff  far    obs    chair  former coming deputy member left   other  none
awards:registry_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
awards:registry_award
  GET   302    200    200    404    200    404    200    404    404    200    404    404    404
  POST  302    200    200    404    200    404    200    404    404    200    404    404    404
awards:registry_award_edit
  GET   302    200    200    404    403    404    403    404    404    403    404    404    404
  POST  302    200    200    404    403    404    403    404    404    403    404    404    404
awards:registry_award_remove
  GET   302    200    200    404    403    404    403    404    404    403    404    404    404
  POST  302    200    200    404    403    404    403    404    404    403    404    404    404
awards:registry_person
  GET   302    200    200    404    200    404    200    404    404    200    404    404    404
  POST  302    200    200    404    200    404    200    404    404    200    404    404    404
awards:registry_organisation
  GET   302    200    200    404    200    200    200    200    200    200    200    404    404
  POST  302    200    200    404    200    200    200    200    200    200    200    404    404
awards:registry_results
  GET   302    200    200    404    403    403    403    403    403    403    403    404    404
  POST  302    200    200    404    403    403    403    403    403    403    403    404    404
awards:registry_results_year
  GET   302    200    200    200    403    403    403    403    403    403    403    403    403
  POST  302    200    200    200    403    403    403    403    403    403    403    403    403
awards:registry_decision_list
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
awards:registry_decision_record
  GET   302    200    200    200    403    403    403    403    403    403    403    403    403
  POST  302    200    200    200    403    403    403    403    403    403    403    403    403
awards:registry_decision
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:registry_decision@public
  GET   302    200    200    200    200    200    200    200    200    200    200    200    200
  POST  302    200    200    200    200    200    200    200    200    200    200    200    200
awards:registry_decision_edit
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_decision_add
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_decision_workbook
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_decision_publish
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_decision_take_back
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_decision_take_back@public
  GET   302    200    200    403    403    403    403    403    403    403    403    403    403
  POST  302    200    200    403    403    403    403    403    403    403    403    403    403
awards:registry_decision_file
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:registry_import_list
  GET   302    200    200    200    200    403    403    403    403    403    403    403    403
  POST  302    200    200    200    200    403    403    403    403    403    403    403    403
awards:registry_import_create
  GET   302    200    200    200    403    403    403    403    403    403    403    403    403
  POST  302    200    200    200    403    403    403    403    403    403    403    403    403
awards:registry_import_template
  GET   302    200    200    404    403    403    403    403    403    403    403    403    403
  POST  302    200    200    404    403    403    403    403    403    403    403    403    403
awards:registry_import
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:registry_import_save
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    404    404    404    404    404    404    404    404
awards:registry_import_drop
  GET   302    405    405    405    405    405    405    405    405    405    405    405    405
  POST  302    302    302    404    403    404    404    404    404    404    404    404    404
awards:registry_import_undo
  GET   302    200    200    404    403    404    404    404    404    404    404    404    404
  POST  302    200    200    404    403    404    404    404    404    404    404    404    404
awards:registry_import_file
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:registry_import_scan
  GET   302    200    200    404    200    404    404    404    404    404    404    404    404
  POST  302    200    200    404    200    404    404    404    404    404    404    404    404
awards:registry_statistics
  GET   302    200    200    200    200    403    403    403    403    403    403    403    403
  POST  302    200    200    200    200    403    403    403    403    403    403    403    403
awards:registry_statistics_workbook
  GET   302    200    200    200    200    403    403    403    403    403    403    403    403
  POST  302    200    200    200    200    403    403    403    403    403    403    403    403
"""
