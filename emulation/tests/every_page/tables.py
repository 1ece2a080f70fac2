"""Which pages show a table of data that nobody can take to Excel: whoever walks all pages asks."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

# Row of the table of who may: how many lines its sheets have for the staff. None: some, as many as
# the law has kinds, or the log events.
EXPORTS = {
    "awards:ballot_detail": (3,),
    "awards:ballot_detail@closed": (3,),
    "awards:ballot_list": (5,),
    "awards:council_decision": (1,),
    "awards:council_session": (1,),
    "awards:council_submission": (4,),
    "awards:law_list": (None, None, None),
    "awards:past_nomination_list": (2,),
    "awards:prospect": (7, 7, 1),
    "awards:province_awards": (2,),
    "awards:registry_decision": (2,),
    "awards:registry_decision_list": (4,),
    "awards:registry_import": (1,),
    "awards:registry_import_list": (2,),
    "awards:registry_list": (5,),
    "awards:registry_organisation": (1, 0),
    "awards:registry_person": (1,),
    "blocs:activity_list": (1,),
    "blocs:bloc_detail": (2, 5),
    "blocs:bloc_list": (2,),
    "blocs:conference_detail": (4,),
    "blocs:conference_list": (1,),
    "blocs:conference_search": (1,),
    "blocs:deadline_list": (7,),
    "blocs:handover_detail": (1,),
    "blocs:legal_basis_list": (None,),
    "blocs:notice_list": (1,),
    "blocs:organisation_detail": (2,),
    "blocs:organisation_list": (6,),
    "blocs:person_list": (8,),
    "blocs:province_list": (1,),
    "blocs:seat_list": (4,),
    "blocs:term_list": (4,),
    "desk:audit_list": (None,),
    "desk:source_detail": (3,),
    "desk:year_reminders": (0, 1),
    "pledges:commendation_list": (4,),
    "pledges:covenant_detail": (1,),
    "pledges:covenant_version@last_year": (2, 3),
    "pledges:exemplar_list": (1,),
    "pledges:movement_detail": (4,),
    "pledges:movement_list": (3,),
    "pledges:progress_board@last_year": (6,),
    "pledges:registration_list": (1,),
    "reports:handover_papers": (1,),
    "reports:submission": (0, 11),
    "scoring:announcement_detail": (1,),
    "scoring:announcement_list": (1, 11),
    "scoring:disqualification_list": (1,),
    "scoring:province_scores": (2, 1),
    "scoring:province_upload": (2, 1),
    "scoring:ranking_rules": (1, 1),
    "scoring:sheet_detail": (9,),
    "scoring:sheet_list": (4,),
    "scoring:sheets_agree": (4,),
    "scoring:standing_pictures": (7, 0, 0, 0),
    "scoring:upload_list": (1,),
    "scoring:upload_preview": (1,),
}
# The same of what the staff do not see, with who does.
OF_OTHERS = {
    "blocs:usual_deadlines": ("administrator", (7,)),
    "scoring:self_upload": ("member", (2,)),
    "scoring:sheet_upload_preview": ("member", (1,)),
}
# Workbooks that a page's table is taken as, richer than the table itself.
BOOKS = {
    "awards:registry_statistics_workbook",
    "scoring:check_workbook",
    "scoring:criteria_workbook",
    "scoring:self_workbook",
    "scoring:standing_workbook",
}
# Rows of the table of who may whose tables are no data to take along, each with its reason.
EXCEPTIONS = {
    "awards:ballot_count": "two counts side by side, of the form that asks which is right",
    "awards:council_home": "the way to the provinces' years, not data",
    "desk:year_detail": "the members with their offices: the table of blocs:seat_list",
    "pledges:covenant_sign": "what is signed, with the form: the table of covenant_detail",
    "pledges:progress_member": "one member's part of the table of pledges:progress_board",
    "reports:report_edit": "the ranking as the report prints it: the table of scoring:standing",
    "scoring:announcement_create": "what would be announced: the table of announcement_list",
    "scoring:criteria_put_in_force": "a question before a step, with what it would change",
    "scoring:criteria_remove": "a question before a step, with what it would remove",
    "scoring:cross_check": "typed row by row; taken along from scoring:sheet_detail",
    "scoring:self_score": "typed row by row; taken along from scoring:sheet_detail",
    "scoring:verify": "typed row by row; taken along from scoring:sheet_detail",
    "scoring:why_criterion": "the explanation of one figure, read beside its rule",
    "scoring:why_total": "the explanation of one figure, read beside its rule",
}


def untaken(row, page):
    """Say what is missing on a `Page`, and where the lists above are not true any more."""
    name = row.partition("@")[0]
    offers = any("tai=xlsx" in target.url for target in page.targets)
    books = any(_is_book(target.url) for target in page.targets)
    if page.data_tables and not offers and not books and name not in EXCEPTIONS:
        yield f"{page.data_tables} table(s) that cannot be taken to Excel"
    if offers and name in EXCEPTIONS:
        yield "is no exception: its table can be taken to Excel"
    if offers and name not in {each.partition("@")[0] for each in (*EXPORTS, *OF_OTHERS)}:
        yield "is not among the EXPORTS that are tested"


def _is_book(url):
    try:
        return resolve(urlsplit(url).path).view_name in BOOKS
    except Resolver404:
        return False
