"""The minutes of a conference: what they say, dots for the unknown, issuing and replacing."""

import datetime as dt
import hashlib

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from blocs import workflow
from blocs.conferring import HeadCount
from blocs.models import ChairAct, Conference
from blocs.tests import conferring
from reports.kinds import conference_minutes as kind
from reports.kinds.conference_minutes import Group, Person
from reports.models import Paper
from reports.papers import Entry, Signature
from reports.pdf import render_pdf
from reports.workflow import issue_conference_minutes
from reports.workflow.conference_minutes import conference_minutes_of
from vietnamese.dates import date_in_words

from .measuring import Measured

SIGNATURES = (Signature("Thư ký", "Trần Thị Bình"), Signature("Chủ trì", "Nguyễn Văn An"))


def found(conference):
    return conference_minutes_of(Conference.objects.all()).get(pk=conference.pk)


def text_of(conference, issuer=None):
    sheet = kind.sheet(found(conference), issuer=issuer)
    return " ".join(Measured(render_pdf(sheet.template, {"sheet": sheet})).text().split())


def entry(dated, *, number=5, signatures=SIGNATURES):
    return Entry("BB-KTĐ", number, dated, "Thái Sơn", signatures)


def issued(conference, by, **fields):
    fields = {"entry": entry(timezone.localdate()), "at": timezone.now(), **fields}
    return issue_conference_minutes(conference, **fields, by=by)


def test_the_minutes_gather_people_by_role_and_members_by_their_seats(cast):
    minutes = kind.gather(found(conferring.conference(cast)))

    assert minutes.presiding == (Person("Nguyễn Văn An", "Chủ tịch, Hội Nông dân"),)
    assert minutes.secretaries == (Person("Trần Thị Bình", "Chánh Văn phòng, Hội Nông dân"),)
    assert minutes.others == (
        Group("Phát biểu chỉ đạo", (Person("Lê Minh", "Phó Giám đốc, Sở Nội vụ"),)),
        Group("Trình bày báo cáo", (Person("Trần Thị Bình", "Chánh Văn phòng, Hội Nông dân"),)),
        Group("Khách mời", (Person("Phạm Thu", ""),)),
    )
    assert [(m.number, m.name, m.state, m.attended_by) for m in minutes.members] == [
        (1, "Ủy ban MTTQ", "Có mặt", "Bà Hoa"),
        (2, "Liên đoàn Lao động", "Vắng có lý do", ""),
        (3, "Hội Nông dân", "Ủy quyền dự", ""),
        (4, "Tỉnh đoàn", "", ""),
    ]
    assert minutes.count == HeadCount(here=2, absent=1, unknown=1)


def test_the_paper_says_what_was_recorded(cast):
    conference = conferring.conference(cast, discussion="- Ý kiến một\n- Ý kiến hai")
    text = text_of(conference, cast.organisations.farmers)

    day = date_in_words(conference.held_on)
    assert f"buổi sáng, {day}" in text
    assert "Địa điểm: Hội trường tỉnh." in text
    assert "Có mặt 02/04 đơn vị, vắng 01 đơn vị, 01 đơn vị chưa ghi nhận:" in text
    assert "- Ý kiến một - Ý kiến hai" in text
    assert text.index("THƯ KÝ") < text.index("CHỦ TRÌ", text.index("THƯ KÝ"))
    assert "BB-KTĐ" in text
    assert "HỘI NÔNG DÂN" in text


def test_what_nobody_recorded_is_left_to_a_hand(cast):
    text = text_of(conferring.past_conference(cast))

    assert "ngày …… tháng …… năm ……" in text
    assert "Có mặt ……/03 đơn vị" in text
    assert text.count("Ông (bà): …") == 2
    for word in ("None", "chưa ghi nhận", "Đăng cai", "buổi"):
        assert word not in text


def test_an_invented_bloc_is_called_so(cast):
    conference = conferring.conference(cast)
    cast.bloc.is_sample = True
    cast.bloc.save()
    assert "SỐ LIỆU MINH HỌA" in text_of(conference)


@pytest.mark.parametrize("rows", [1, 5])
def test_drawing_up_takes_the_same_few_queries_whatever_the_rows(
    cast, rows, django_assert_num_queries
):
    conference = found(conferring.conference(cast, people=conferring.people(cast)[:rows]))
    with django_assert_num_queries(1):
        kind.sheet(conference, issuer=None)


def test_the_chair_issues_the_minutes_on_its_paper_by_its_right(cast):
    conference = conferring.conference(cast)

    paper = issued(conference, cast.chair)

    assert (paper.kind, paper.type_code, paper.full_number) == ("conference", "BB", "05/BB-KTĐ")
    assert (paper.conference, paper.issuer) == (conference, cast.organisations.farmers)
    assert (paper.act.right, paper.act.capacity) == ("year_work", "chair")
    assert hashlib.sha256(paper.file.path.read_bytes()).hexdigest() == paper.sha256
    assert [each.capacity for each in paper.signatories.all()] == ["Thư ký", "Chủ trì"]
    assert set(Paper.objects.visible_to(cast.former_member)) == {paper}
    assert not Paper.objects.visible_to(cast.outsider).exists()


def test_wrong_minutes_are_replaced_for_a_reason(cast):
    conference = conferring.conference(cast)
    first = issued(conference, cast.chair)
    later = {"entry": entry(timezone.localdate(), number=6)}
    with pytest.raises(Refused, match="already issued"):
        issued(conference, cast.chair, **later)
    second = issued(conference, cast.chair, **later, replace_reason="Sai họ tên")
    assert (second.replaces, second.replace_reason) == (first, "Sai họ tên")


def test_minutes_are_refused_before_the_day_after_revoking_and_to_others(cast):
    conference = conferring.conference(cast)
    early = conference.held_on - dt.timedelta(days=1)
    with pytest.raises(Refused, match="before the conference was held"):
        issued(conference, cast.chair, entry=entry(early))
    with pytest.raises(Refused, match="in place of the chair"):
        issued(conference, cast.staff)
    with pytest.raises(workflow.NotChair):
        issued(conference, cast.member)
    workflow.revoke_conference(conference, revoke_reason="nhầm", by=cast.chair, at=timezone.now())
    with pytest.raises(Refused, match="was revoked"):
        issued(conference, cast.chair)
    assert not Paper.objects.exists()


def test_minutes_of_the_past_are_issued_for_the_bloc_without_an_act(cast):
    conference = conferring.past_conference(cast)
    paper = issued(conference, cast.staff)
    assert (paper.issuer, paper.act) == (None, None)
    assert not ChairAct.objects.exists()


def test_the_pages_lead_from_the_draft_to_the_filed_paper(client, cast):
    conference = conferring.conference(cast)
    args = [cast.bloc.slug, conference.pk]
    client.force_login(cast.chair)
    draft = client.get(reverse("reports:conference_minutes", args=args))
    assert draft.content.startswith(b"%PDF")

    url = reverse("reports:conference_minutes_issue", args=args)
    initial = client.get(url).context["form"].initial
    assert (initial["secretary"], initial["presiding"]) == ("Trần Thị Bình", "Nguyễn Văn An")
    sent = {**initial, "dated": initial["dated"].strftime("%d/%m/%Y")}
    assert client.post(url, sent).url == reverse("reports:conference_papers", args=args)

    paper = Paper.objects.get()
    [secretary, presiding] = paper.signatories.all()
    assert (secretary.position, presiding.position) == ("Chánh Văn phòng", "Chủ tịch")
    client.force_login(cast.member)
    page = client.get(reverse("reports:conference_papers", args=args)).content.decode()
    assert reverse("reports:paper_file", args=[paper.pk]) in page
    assert "Bản thảo (PDF)" not in page
