"""The provinces and cities under the central government since 2008: 63, and 34 since 1 July 2025.

Source: docs/field.md §8.5. A merger or a change of rank makes a new row; the others go on.
"""

import datetime as dt
from typing import NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange

# Hà Tây joined Hà Nội on that day: before it the list of 63 would not be complete.
BEGINNING = dt.date(2008, 8, 1)
HUE_A_CITY = dt.date(2025, 1, 1)
MERGER = dt.date(2025, 7, 1)
DONG_NAI_A_CITY = dt.date(2026, 4, 30)

PROVINCE, CITY = "province", "city"
CITIES = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
UNCHANGED = [
    "Hà Nội", "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh",
    "Thanh Hóa", "Sơn La",
]  # fmt: skip
MERGED = {  # the name that stayed: those that joined it
    "Tuyên Quang": ["Hà Giang"],
    "Lào Cai": ["Yên Bái"],
    "Thái Nguyên": ["Bắc Kạn"],
    "Phú Thọ": ["Vĩnh Phúc", "Hòa Bình"],
    "Bắc Ninh": ["Bắc Giang"],
    "Hưng Yên": ["Thái Bình"],
    "Hải Phòng": ["Hải Dương"],
    "Ninh Bình": ["Hà Nam", "Nam Định"],
    "Quảng Trị": ["Quảng Bình"],
    "Đà Nẵng": ["Quảng Nam"],
    "Quảng Ngãi": ["Kon Tum"],
    "Gia Lai": ["Bình Định"],
    "Khánh Hòa": ["Ninh Thuận"],
    "Lâm Đồng": ["Đắk Nông", "Bình Thuận"],
    "Đắk Lắk": ["Phú Yên"],
    "Hồ Chí Minh": ["Bà Rịa - Vũng Tàu", "Bình Dương"],
    "Đồng Nai": ["Bình Phước"],
    "Tây Ninh": ["Long An"],
    "Cần Thơ": ["Sóc Trăng", "Hậu Giang"],
    "Vĩnh Long": ["Bến Tre", "Trà Vinh"],
    "Đồng Tháp": ["Tiền Giang"],
    "Cà Mau": ["Bạc Liêu"],
    "An Giang": ["Kiên Giang"],
}

PUBLISHER = "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam"
RESOLUTIONS = {
    HUE_A_CITY: (
        "Nghị quyết số 175/2024/QH15 về việc thành lập thành phố Huế trực thuộc trung ương",
        dt.date(2024, 11, 30),
        "Nghị quyết số 175/2024/QH15",
    ),
    MERGER: (
        "Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh",
        dt.date(2025, 6, 12),
        "Nghị quyết số 202/2025/QH15",
    ),
}
FIRST_DAY_INFERRED = (
    "Ngày đầu 01/8/2008 là mốc chung: từ ngày này (Hà Tây hợp nhất vào Hà Nội) cả nước có đủ 63 "
    "tỉnh, thành phố; tỉnh có thể đã được thành lập trước đó."
)
MERGER_DAY_INFERRED = (
    "Nghị quyết thông qua ngày 12/6/2025; ngày 01/7/2025 là ngày chính quyền tỉnh, thành phố mới "
    "chính thức hoạt động."
)
DONG_NAI_INFERRED = "Ngày 30/4/2026 theo báo chí; số nghị quyết chưa ghi nhận."
INFERRED = {
    BEGINNING: FIRST_DAY_INFERRED,
    HUE_A_CITY: "",
    MERGER: MERGER_DAY_INFERRED,
    DONG_NAI_A_CITY: DONG_NAI_INFERRED,
}


class Form(NamedTuple):
    """One legal form of a province, `[since, until)`."""

    name: str
    kind: str
    since: dt.date
    until: dt.date | None


class Step(NamedTuple):
    """A form went over into another; both named by (name, first day)."""

    predecessor: tuple[str, dt.date]
    successor: tuple[str, dt.date]

    @property
    def on(self):
        return self.successor[1]


def _kind(name):
    return CITY if name in CITIES else PROVINCE


def _forms_and_steps():
    forms = [Form(name, _kind(name), BEGINNING, None) for name in UNCHANGED]
    forms.append(Form("Thừa Thiên Huế", PROVINCE, BEGINNING, HUE_A_CITY))
    forms.append(Form("Huế", CITY, HUE_A_CITY, None))
    steps = [Step(("Thừa Thiên Huế", BEGINNING), ("Huế", HUE_A_CITY))]
    for name, joined in MERGED.items():
        for old in (name, *joined):
            forms.append(Form(old, _kind(old), BEGINNING, MERGER))
            steps.append(Step((old, BEGINNING), (name, MERGER)))
        until = DONG_NAI_A_CITY if name == "Đồng Nai" else None
        forms.append(Form(name, _kind(name), MERGER, until))
    forms.append(Form("Đồng Nai", CITY, DONG_NAI_A_CITY, None))
    steps.append(Step(("Đồng Nai", MERGER), ("Đồng Nai", DONG_NAI_A_CITY)))
    return forms, steps


FORMS, STEPS = _forms_and_steps()


def load_provinces(Province, ProvinceSuccession, Source):
    """Store what is not there yet, in five queries; nothing stored is changed.

    The models are parameters, so that a migration hands in those of its own time.
    """
    sources = _load_sources(Source)
    Province.objects.bulk_create(
        [
            Province(
                name=form.name,
                kind=form.kind,
                validity=DateRange(form.since, form.until),
                # What is known of the old forms comes from the resolution that ended them.
                source=sources.get(MERGER if form.since == BEGINNING else form.since),
                inferred=INFERRED[form.since],
            )
            for form in FORMS
        ],
        ignore_conflicts=True,
    )
    stored = {
        (each.name, each.validity.lower): each for each in Province.objects.filter(is_sample=False)
    }
    ProvinceSuccession.objects.bulk_create(
        [
            ProvinceSuccession(
                predecessor=stored[step.predecessor],
                successor=stored[step.successor],
                on=step.on,
                document=RESOLUTIONS[step.on][2] if step.on in RESOLUTIONS else "",
                source=sources.get(step.on),
                inferred=INFERRED[step.on],
            )
            for step in STEPS
        ],
        ignore_conflicts=True,
    )


def _load_sources(Source):
    """Return the source of each resolution by the day on which it took effect."""
    Source.objects.bulk_create(
        [
            Source(title=title, publisher=PUBLISHER, published_on=published_on)
            for title, published_on, _ in RESOLUTIONS.values()
        ],
        ignore_conflicts=True,
    )
    stored = {each.title: each for each in Source.objects.filter(publisher=PUBLISHER)}
    return {on: stored[title] for on, (title, *_) in RESOLUTIONS.items()}
