"""Thanh Hóa, cluster no. 7, the end of 2016 (docs/field.md §9.4)."""

import datetime as dt

from blocs.models import BlocWord

from .facts import (
    FARMERS,
    FRONT,
    UNION,
    VETERANS,
    WOMEN,
    YOUTH,
    BlocFacts,
    Named,
    SourceFacts,
    YearFacts,
)
from .thanh_hoa_report import REPORT

ORGANISATIONS = (
    Named("UB MTTQ tỉnh", FRONT),
    Named("Liên đoàn Lao động", UNION, short_name="LĐLĐ"),
    Named("Hội Nông dân", FARMERS),
    Named("Hội Liên hiệp Phụ nữ", WOMEN),
    Named("Hội Cựu Chiến Binh", VETERANS),
    Named("Tỉnh đoàn Thanh Niên", YOUTH),
)

BLOC = BlocFacts(
    slug="thanh-hoa-cum-7",
    name="cụm thi đua số 7",
    word=BlocWord.CUM,
    number=7,
    province="Thanh Hóa",
    as_of=dt.date(2016, 12, 14),
    source=SourceFacts(
        title="Đẩy mạnh các phong trào thi đua, nhân rộng các mô hình, điển hình tiên tiến",
        author="Hải An – Ban Tuyên giáo",
        note="Trang không nêu ngày đăng và tên cơ quan đăng bài.",
    ),
    organisations=ORGANISATIONS,
    years=(YearFacts(2016, members={each.name: "" for each in ORGANISATIONS}),),
    has_sample_scores=True,
    report=REPORT,
)
