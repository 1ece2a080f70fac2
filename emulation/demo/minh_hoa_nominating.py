"""The invented bloc puts members forward for its last year, up to the submission. All a sample.

The year is open while this is loaded; what the province makes of it stands in `minh_hoa_council`.
"""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from awards import workflow
from awards.findings import findings_of, nominations_of
from awards.law import kinds_of_collectives
from awards.workflow.nominating import read_case
from files.gate import accept
from reports.kinds import submission
from reports.workflow import issue_submission

from .minh_hoa_ballots import ACCOUNTS, SIGNED_BY, December, hold_ballot
from .minh_hoa_progress import PROOF

NOTE = (
    "Năm qua, các đơn vị trong khối thực hiện đầy đủ nội dung giao ước; kết quả chấm điểm, xếp "
    "hạng được công bố tại hội nghị tổng kết (minh họa)."
)
SUMMARIES = {
    "MTTQ": "Vận động xây dựng 60 nhà Đại đoàn kết; giám sát, phản biện 12 nội dung (minh họa).",
    "LĐLĐ": "Dẫn đầu khối; kết nạp 1.240 đoàn viên; trao 14 Mái ấm Công đoàn (minh họa).",
    "HND": "Xây dựng 10 mô hình kinh tế tập thể; hỗ trợ vốn cho 240 hộ (minh họa).",
    "CCB": "Chăm sóc 42 đoạn đường tự quản; giúp 30 hội viên thoát nghèo (minh họa).",
    "Tỉnh đoàn": "Thực hiện 35 công trình thanh niên, 1.500 lượt tình nguyện viên (minh họa).",
}
SITUATION = "Cơ quan có 24 cán bộ, công chức; tổ chức cơ sở hoạt động ổn định (minh họa)."
DONE = "Hoàn thành các nội dung đã ký trong giao ước thi đua (minh họa)."
EARLIER = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh (minh họa)."
FILED, FILE_TITLE = "LĐLĐ", "Văn bản xác nhận kết quả thực hiện nhiệm vụ (minh họa)"
BY_RANK, WHY = ("MTTQ", "CCB", "Tỉnh đoàn"), "Theo kết quả xếp hạng, hiệp thương (minh họa)"
# Why what the rules found was let pass.
OVERRIDDEN = "Khối thống nhất đề nghị, báo cáo Hội đồng xem xét (minh họa)."


def load_nominations(year, people):
    """Vote, nominate and submit in December of an open year whose standing is announced."""
    december = December(year, people)
    kinds = {kind.code: kind for kind in kinds_of_collectives(december.day(26))}
    ballot, how = hold_ballot(december), december.staff(26)
    nominations = list(workflow.nominate_from_ballot(ballot, kind=kinds["CO_TINH"], **how))
    for name in BY_RANK:
        seat, how = december.seats[name], december.staff(26, 10)
        nomination = workflow.nominate(year, seat=seat, kind=kinds["BK_TINH"], why=WHY, **how)
        nominations.append(nomination)
    for each in nominations:
        _describe(december, each)
    _let_pass(december)
    entry = submission.proposed_entry(year, has_chair=True)
    entry = december.entry(entry, 1, 29, SIGNED_BY[-1:])
    issue_submission(year, entry=entry, note=NOTE, **december.staff(29))


def _describe(december, nomination):
    """What the list prints, the nominee's own report and, of one, a file of its dossier."""
    name = december.names[nomination.seat_id]
    summary = SUMMARIES[name]
    workflow.save_summary(nomination, summary=summary, **december.own("nhanvien", 26, 15))
    account = ACCOUNTS.get(name)
    how = december.own(account, 27) if account else december.staff(27)
    workflow.save_achievements(
        nomination,
        situation=SITUATION,
        achievements=f"{summary}\n{DONE}",
        earlier_awards=EARLIER,
        **how,
    )
    if name == FILED:
        content = (Path(__file__).parent / PROOF).read_bytes()
        uploads = [accept(SimpleUploadedFile(PROOF, content))]
        workflow.add_nomination_files(nomination, title=FILE_TITLE, uploads=uploads, **how)


def _let_pass(december):
    """Override what the rules find, with the reason."""
    how = december.staff(28)
    nominations = list(nominations_of(december.year))
    noted = findings_of(read_case(december.year, how["at"]), nominations)
    for each in nominations:
        if sentences := [found.kept.sentence for found in noted[each.pk] if found.is_open]:
            workflow.override_findings(each, sentences=sentences, why=OVERRIDDEN, **how)
