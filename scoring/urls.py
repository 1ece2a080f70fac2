"""Addresses of the scoring. The bloc's slug and the year stand in each of them."""

from django.urls import include, path

from .views import (
    agreeing,
    amending,
    announcements,
    chair_duties,
    checks,
    criteria,
    disqualifications,
    pictures,
    province_uploads,
    ranking_rules,
    received,
    score_table,
    self_scores,
    set_books,
    sets,
    sheet_columns,
    sheet_marks,
    sheet_uploads,
    sheets,
    stage_books,
    standing,
    statements,
    uploads,
    verifying,
    why,
)

app_name = "scoring"

criteria_urls = [
    path("", sets.criteria_detail, name="criteria_detail"),
    path("lap/", sets.criteria_start, name="criteria_start"),
    path("sua/", sets.criteria_edit, name="criteria_edit"),
    path("xoa/", sets.criteria_remove, name="criteria_remove"),
    path("nhap-tep/", set_books.criteria_import, name="criteria_import"),
    path("tieu-chi.xlsx", set_books.criteria_workbook, name="criteria_workbook"),
    path("sua-doi/", amending.criteria_amend, name="criteria_amend"),
    path("ap-dung/", amending.criteria_put_in_force, name="criteria_put_in_force"),
    path("phien-ban/<int:number>/", sets.criteria_version, name="criteria_version"),
    path("xep-hang/", ranking_rules.ranking_rules, name="ranking_rules"),
    path("xep-hang/sua/", ranking_rules.ranking_rules_edit, name="ranking_rules_edit"),
    path("xep-hang/thong-dung/", ranking_rules.ranking_rules_usual, name="ranking_rules_usual"),
    path("them/", criteria.section_create, name="section_create"),
    path("<int:pk>/them/", criteria.criterion_create, name="criterion_create"),
    path("<int:pk>/sua/", criteria.criterion_edit, name="criterion_edit"),
    path("<int:pk>/chuyen/", criteria.criterion_move, name="criterion_move"),
    path("<int:pk>/xoa/", criteria.criterion_remove, name="criterion_remove"),
]

score_urls = [
    path("", standing.standing, name="standing"),
    path("nhap/", score_table.score_table, name="score_table"),
    path("bang-diem.xlsx", standing.workbook, name="workbook"),
    path("khong-xet/", disqualifications.disqualification_list, name="disqualification_list"),
    path(
        "khong-xet/them/",
        disqualifications.disqualification_create,
        name="disqualification_create",
    ),
    path(
        "khong-xet/<int:pk>/huy/",
        disqualifications.disqualification_revoke,
        name="disqualification_revoke",
    ),
    path("bieu-do/", pictures.standing_pictures, name="standing_pictures"),
    path("xep-hang.xlsx", pictures.standing_workbook, name="standing_workbook"),
    path("cong-bo/", announcements.announcement_list, name="announcement_list"),
    path("cong-bo/them/", announcements.announcement_create, name="announcement_create"),
    path("cong-bo/<int:number>/", announcements.announcement_detail, name="announcement_detail"),
    path("vi-sao/<int:seat_pk>/", why.why_total, name="why_total"),
    path("vi-sao/<int:seat_pk>/<int:pk>/", why.why_criterion, name="why_criterion"),
    path("phan-dinh/<int:seat_pk>/", disqualifications.tie_settle, name="tie_settle"),
    path("mo-khoa/", standing.scores_reopen, name="scores_reopen"),
    path("tai-len/", uploads.upload, name="upload"),
    path("tai-len/lich-su/", uploads.upload_list, name="upload_list"),
    path("doi-chieu/<int:pk>/", received.received_columns, name="received_columns"),
    path("doi-chieu/<int:pk>/danh-dau/", received.received_marked, name="received_marked"),
    path("tai-len/<int:pk>/", uploads.upload_preview, name="upload_preview"),
    path("tai-len/<int:pk>/bo/", uploads.upload_drop, name="upload_drop"),
    path("tai-len/<int:pk>/xem-lai/", uploads.upload_again, name="upload_again"),
    path("tai-len/<int:pk>/hoan-tac/", uploads.upload_undo, name="upload_undo"),
    path("tai-len/<int:pk>/danh-dau/", uploads.upload_marked, name="upload_marked"),
    path("tai-len/<int:pk>/tep/", uploads.upload_file, name="upload_file"),
]

sheet_urls = [
    path("", sheets.sheet_list, name="sheet_list"),
    path("cac-buoc/", sheets.stages_edit, name="stages_edit"),
    path("<int:seat_pk>/", sheets.sheet_detail, name="sheet_detail"),
    path("<int:seat_pk>/tu-cham/", self_scores.self_score, name="self_score"),
    path(
        "<int:seat_pk>/tu-cham/phieu-tu-cham.xlsx", stage_books.self_workbook, name="self_workbook"
    ),
    path("<int:seat_pk>/tu-cham/tai-len/", sheet_uploads.self_upload, name="self_upload"),
    path("kiem-tra/kiem-tra-cheo.xlsx", stage_books.check_workbook, name="check_workbook"),
    path("kiem-tra/tai-len/", sheet_uploads.check_upload, name="check_upload"),
    path("tai-len/<int:pk>/", sheet_uploads.sheet_upload_preview, name="sheet_upload_preview"),
    path("tai-len/<int:pk>/cot/", sheet_columns.sheet_upload_columns, name="sheet_upload_columns"),
    path("tai-len/<int:pk>/xem-lai/", sheet_uploads.sheet_upload_again, name="sheet_upload_again"),
    path("tai-len/<int:pk>/bo/", sheet_uploads.sheet_upload_drop, name="sheet_upload_drop"),
    path("tai-len/<int:pk>/hoan-tac/", sheet_uploads.sheet_upload_undo, name="sheet_upload_undo"),
    path("tai-len/<int:pk>/tep/", sheet_uploads.sheet_upload_file, name="sheet_upload_file"),
    path("tai-len/<int:pk>/danh-dau/", sheet_marks.sheet_upload_marked, name="sheet_upload_marked"),
    path("<int:seat_pk>/nop/", self_scores.self_submit, name="self_submit"),
    path("<int:seat_pk>/kiem-tra/", checks.cross_check, name="cross_check"),
    path("<int:seat_pk>/kiem-tra/theo-tu-cham/", checks.check_accept, name="check_accept"),
    path("<int:seat_pk>/kiem-tra/xong/", checks.check_finish, name="check_finish"),
    path("<int:seat_pk>/tra-lai/", checks.sheet_send_back, name="sheet_send_back"),
    path("<int:seat_pk>/boc-tham/", checks.checker_draw, name="checker_draw"),
    path("<int:seat_pk>/giai-trinh/<int:pk>/", statements.statement_add, name="statement_add"),
    path("<int:seat_pk>/tham-dinh/", verifying.verify, name="verify"),
    path("<int:seat_pk>/tham-dinh/xong/", verifying.verify_finish, name="verify_finish"),
    path("cong-bo/", verifying.scores_publish, name="scores_publish"),
    path("hop-thong-nhat/", agreeing.sheets_agree, name="sheets_agree"),
    path("viec-khoi-truong/", chair_duties.missed_duties, name="missed_duties"),
    path("thong-nhat/", statements.checks_take_over, name="checks_take_over"),
    path("<int:seat_pk>/minh-chung/<int:pk>/", self_scores.evidence_add, name="evidence_add"),
    path("minh-chung/<int:pk>/", self_scores.evidence_file, name="evidence_file"),
    path("minh-chung/<int:pk>/rut/", self_scores.evidence_withdraw, name="evidence_withdraw"),
    path("minh-chung/<int:pk>/tu-choi/", checks.evidence_refuse, name="evidence_refuse"),
]

# Of a province: its key, for the part `slug` is always a bloc's.
province_urls = [
    path("tai-len/", province_uploads.province_scores, name="province_scores"),
    path("bang-diem.xlsx", province_uploads.province_workbook, name="province_workbook"),
    path("tai-len/<int:upload_pk>/", province_uploads.province_upload, name="province_upload"),
    path(
        "tai-len/<int:upload_pk>/luu/",
        province_uploads.province_upload_save,
        name="province_upload_save",
    ),
    path(
        "tai-len/<int:upload_pk>/doc-lai/",
        province_uploads.province_upload_again,
        name="province_upload_again",
    ),
    path(
        "tai-len/<int:upload_pk>/tep/",
        province_uploads.province_upload_file,
        name="province_upload_file",
    ),
]

urlpatterns = [
    path("tinh-thanh/<int:pk>/<int:year>/diem/", include(province_urls)),
    path("khoi/<slug:slug>/<int:year>/tieu-chi/", include(criteria_urls)),
    path("khoi/<slug:slug>/<int:year>/diem/", include(score_urls)),
    path("khoi/<slug:slug>/<int:year>/phieu-diem/", include(sheet_urls)),
]
