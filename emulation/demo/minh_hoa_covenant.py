"""The covenant of the invented bloc: six commitments, some with targets, signed by all six."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from files.gate import accept
from pledges import workflow
from pledges.reading import versions_of
from pledges.wording import sha256

THEME = "Đoàn kết, sáng tạo, hoàn thành vượt mức các chỉ tiêu năm (minh họa)"
WITNESS = "Người minh họa thứ ba\nPhó Giám đốc Sở Nội vụ tỉnh Minh Họa"
PLACE = "Hội trường Liên đoàn Lao động tỉnh Minh Họa"
SCAN = "trang-chu-ky-minh-hoa.pdf"
# Number of the commitment, name and unit of its target, whether lower is better, figures in the
# order of the members.
COMMITMENTS = (
    "Tuyên truyền, vận động đoàn viên, hội viên và Nhân dân thực hiện tốt chủ trương của Đảng, "
    "chính sách, pháp luật của Nhà nước; thi đua thực hiện thắng lợi chủ đề năm “Kỷ cương, trách "
    "nhiệm, hành động, sáng tạo”.",
    "Phát triển đoàn viên, hội viên; xây dựng tổ chức cơ sở vững mạnh:\n"
    "- nâng cao chất lượng sinh hoạt chi đoàn, chi hội, tổ công đoàn;\n"
    "- hoàn thành chỉ tiêu kết nạp được giao.",
    "Thực hiện phong trào “Vì người nghèo - Không để ai bị bỏ lại phía sau”: vận động xây dựng, "
    "sửa chữa nhà ở cho hộ nghèo, hộ có hoàn cảnh khó khăn.",
    "Đẩy mạnh cải cách hành chính, chuyển đổi số; gửi báo cáo đúng hạn, giảm số báo cáo chậm.",
    "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến; quan tâm khen thưởng người lao động trực "
    "tiếp.",
    "Tham gia đầy đủ các hoạt động của khối; xây dựng cơ quan văn hóa, an toàn, tiết kiệm.",
)
TARGETS = (
    (2, "Kết nạp đoàn viên, hội viên mới", "người", False, (0, 1200, 950, 1100, 300, 1500)),
    (3, "Nhà ở được xây mới, sửa chữa", "căn", False, (40, 12, 10, 15, 8, 6)),
    (4, "Báo cáo gửi chậm trong năm", "báo cáo", True, (1, 1, 1, 1, 1, 1)),
)
# Short name of the member: the account that confirms for it in the system.
CONFIRMED_BY = {"LĐLĐ": "khoitruong", "HND": "khoitruong-moi", "CCB": "thanhvien"}
REGISTERED = {
    "MTTQ": "Bằng khen của Chủ tịch UBND tỉnh",
    "LĐLĐ": "Cờ thi đua của UBND tỉnh",
    "HND": "Cờ thi đua của UBND tỉnh",
    "Tỉnh đoàn": "Bằng khen của Chủ tịch UBND tỉnh",
}


def load_covenant(year, people, *, since, at):
    """Draw up, open, sign and put in force the covenant, by the chair; nothing after `at`."""
    chair = people["khoitruong"]
    moment = min(_morning(max(dt.date(year.year, 3, 18), since)), at)
    by = {"by": chair, "at": moment}
    seats = {seat.organisation.short_name: seat for seat in _seats(year)}
    version = _draft(year, list(seats.values()), by)
    for name, text in REGISTERED.items():
        workflow.register_award(version.covenant, seat=seats[name], text=text, **by)
    last_day = timezone.localdate(moment) + dt.timedelta(days=14)
    version = workflow.open_signing(version, sign_by=last_day, **by)
    for name, seat in seats.items():
        if name in CONFIRMED_BY:
            _confirm(version, seat, people[CONFIRMED_BY[name]], moment)
        else:
            _on_paper(version, seat, by)
    return workflow.put_in_force(version, **by)


def _draft(year, seats, by):
    version = workflow.begin_covenant(year, **by)
    version = workflow.save_head(
        version,
        title=version.title,
        theme=THEME,
        place=PLACE,
        dated=timezone.localdate(by["at"]),
        witness=WITNESS,
        closing_terms=version.closing_terms,
        copies=len(seats) + 2,
        bases=[cited.basis for cited in version.cited.all()],
        revision=version.revision,
        **by,
    )
    written = [workflow.add_commitment(version, text=text, **by) for text in COMMITMENTS]
    for number, name, unit, lower, figures in TARGETS:
        planned = {
            seat.pk: Decimal(figure) for seat, figure in zip(seats, figures, strict=True) if figure
        }
        target = {"name": name, "unit": unit, "lower_is_better": lower, "planned": planned}
        workflow.set_targets(written[number - 1], **target, **by)
    return version


def _confirm(version, seat, person, moment):
    """As the person did it on the page: after reading the text that concerns the member."""
    [read] = versions_of(seat.emulation_year)
    seen = sha256(read.text.of(seat.pk))
    workflow.sign_covenant(version, seat=seat, seen=seen, by=person, at=moment)


def _on_paper(version, seat, by):
    content = (Path(__file__).parent / SCAN).read_bytes()
    workflow.record_paper_signature(
        version,
        seat=seat,
        signed_on=timezone.localdate(by["at"]),
        upload=accept(SimpleUploadedFile(SCAN, content)),
        full_name=f"Người ký minh họa ({seat.organisation.short_name})",
        position="Thủ trưởng đơn vị",
        **by,
    )


def _seats(year):
    return year.seats.select_related("organisation", "emulation_year").order_by("position")


def _morning(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
