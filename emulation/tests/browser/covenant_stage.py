"""The bloc in which a covenant year is played: three members, a clerk, staff, and somebody else."""

import datetime as dt
from types import SimpleNamespace

from django.utils import timezone

from blocs.models import BlocWord
from blocs.tests import make
from pledges import workflow
from pledges.tests import make as pledging

PASSWORD = "Sông Mã mùa thu 8"
BLOC = "Cụm thi đua số 5"
FRONT = "Ủy ban MTTQ Việt Nam tỉnh Thái Sơn"
FARMERS = "Hội Nông dân tỉnh Thái Sơn"
YOUTH = "Tỉnh đoàn Thái Sơn"
CULTURE = "Sở Văn hóa tỉnh Thái Sơn"
CLERK = "vanthu"
PEOPLE = {  # organisation: who signs for it
    FRONT: ("mattran", "Lê Văn Mặt"),
    FARMERS: ("nongdan", "Trần Văn Nông"),
    YOUTH: ("tinhdoan", "Phạm Thị Đoàn"),
    CULTURE: ("vanhoa", "Đỗ Thị Văn"),
}
THEME = "Đoàn kết, sáng tạo, thi đua về đích sớm"
SHARED = (
    "Thực hiện chủ đề “Đẩy mạnh thu hút đầu tư, gắn với phong trào 'Dân vận khéo'” của Tỉnh ủy:\n"
    '- tuyên truyền 100% chi hội về "03 nội dung" trọng tâm;\n'
    "- nhân rộng ít nhất 02 mô hình; báo cáo trước ngày 15/11.",
    "Xây dựng tổ chức vững mạnh; phát triển đoàn viên, hội viên.",
    "Tham gia đầy đủ các hoạt động của cụm.",
)
OWN = "Vận động xây mới 05 nhà tình nghĩa tại xã Yên Sơn."
TARGET = ("Kết nạp hội viên mới", "người")


def build():
    """The farmers chair the year, which is open; of a covenant nothing is written yet."""
    province = make.province("Thái Sơn")
    bloc = make.bloc(BLOC, province, word=BlocWord.CUM)
    other = make.bloc("Cụm thi đua số 6", province)
    year = make.year(bloc, timezone.localdate().year)
    seats, people = {}, {}
    for name, (username, full_name) in PEOPLE.items():
        organisation = make.organisation(name, province)
        home = year if name != CULTURE else make.year(other, year.year)
        seats[name] = make.seat(home, organisation)
        people[name] = _person(username, full_name)
        make.representative(people[name], organisation)
    make.representative(_person(CLERK, "Vũ Văn Thư"), seats[FRONT].organisation, may_sign=False)
    make.staff(_person("nhanvien", "Nguyễn Thị Chuyên Viên"), province)
    make.term(seats[FARMERS], dt.date(year.year, 1, 1))
    return SimpleNamespace(year=year, seats=seats, people=people)


def enter_covenant(stage, planned):
    """Let it come in force as the chair wrote it and all have signed: {member: figure}."""
    chair, now = stage.people[FARMERS], timezone.now()
    version = workflow.begin_covenant(stage.year, by=chair, at=now)
    for text in SHARED:
        workflow.add_commitment(version, text=text, by=chair, at=now)
    workflow.add_commitment(version, text=OWN, seat=stage.seats[YOUTH], by=chair, at=now)
    name, unit = TARGET
    figures = {stage.seats[member]: figure for member, figure in planned.items()}
    pledging.target(version.commitments.get(number=2), figures, by=chair, name=name, unit=unit)
    version = pledging.open_it(pledging.fresh(version), by=chair)
    for member in planned:
        seat, person = stage.seats[member], stage.people[member]
        seen = pledging.seen(version, seat)
        workflow.sign_covenant(version, seat=seat, seen=seen, by=person, at=timezone.now())
    return workflow.put_in_force(version, by=chair, at=timezone.now())


def _person(username, full_name):
    person = make.user(username, full_name)
    person.set_password(PASSWORD)
    person.save()
    return person
