"""Measure the registry's lookup on a million invented awards, in a database made for it alone."""

import datetime as dt
import time
from functools import partial

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from awards.lookup import page_of
from awards.models import Award, AwardKind, Decision
from blocs.models import Organisation, OrganisationAlias, Post, PostKind, Province
from vietnamese.text import search_key

DATABASE = "emulation_benchmark"
FEW = 1000
TIMES = 5
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Quang")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hùng", "Khoa", "Lan", "Mai", "Nam", "Oanh")
BODIES = ("Hội Nông dân", "Liên đoàn Lao động", "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên")
DEEDS = ("Hoàn thành xuất sắc nhiệm vụ", "Dẫn đầu phong trào thi đua", "Cứu người đuối nước")
COMMUNES, DECISIONS = 400, 4000
# Year, person, deed, organisation and decision are drawn by chance, the same in each run.
FILL = """
INSERT INTO awards_award (year, recipient, recipient_class, sex, method, person_name,
  organisation_id, organisation_name, achievement, person_position, occasion, revoke_document,
  revoke_reason, sort_key, search_key, kind_id, decision_id)
SELECT 2001 + drawn(n, 26, 'y'), 'person', 'direct', 'female', 'regular', p.text, o.id, o.name,
  d.text, '', '', '', '', o.sort_key, p.key || ' ' || o.search_key || ' ' || d.key, %s,
  %s + drawn(n, %s, 'q')
FROM generate_series(%s::bigint, %s::bigint) n
JOIN people p ON p.nth = drawn(n, (SELECT count(*) FROM people), 'p')
JOIN deeds d ON d.nth = drawn(n, (SELECT count(*) FROM deeds), 'd')
JOIN bodies o ON o.nth = drawn(n, (SELECT count(*) FROM bodies), 'o')
"""
DRAWN = """
CREATE FUNCTION drawn(n bigint, among bigint, what text) RETURNS bigint IMMUTABLE LANGUAGE sql AS
$$ SELECT abs(hashtext(n::text || what)::bigint) %% among $$
"""
BODIES_TABLE = """
CREATE TEMP TABLE bodies AS SELECT *, row_number() OVER (ORDER BY id) - 1 AS nth
FROM blocs_organisation
"""


class Command(BaseCommand):
    """Needs the right to create a database; it is dropped at the end."""

    help = "Measures the lookup in the registry on generated rows, in a scratch database."

    def add_arguments(self, parser):
        """How many rows."""
        parser.add_argument("--rows", type=int, default=1_000_000)

    def handle(self, *, rows, **options):
        """Print, for each question, milliseconds on 1,000 and on all rows, and their ratio."""
        own = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = DATABASE
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            self._measure(rows)
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)

    def _measure(self, rows):
        asks = _questions(_prepare())
        _fill(1, FEW)
        few = {name: _took(ask) for name, ask in asks.items()}
        _fill(FEW + 1, rows)
        self.stdout.write(f"{'':40}{FEW:>12,}{rows:>14,}   ratio")
        for name, ask in asks.items():
            many = _took(ask)
            line = f"{name:40}{few[name]:9.1f} ms{many:11.1f} ms{many / few[name]:8.1f}"
            self.stdout.write(line)


def _prepare():
    """Organisations, decisions, words; return who asks: {"administrator", "staff", "member"}."""
    since = DateRange(dt.date(2000, 1, 1), None)
    province = Province.objects.create(name="Minh Họa", validity=since, is_sample=True)
    for commune in range(COMMUNES):
        for body in BODIES:
            fields = {"name": f"{body} xã Minh Họa {commune}", "kind": "political_social"}
            Organisation.objects.create(province=province, **fields)
    member_of = Organisation.objects.get(name="Hội Nông dân xã Minh Họa 7")
    OrganisationAlias.objects.create(organisation=member_of, alias="HNDMH7")
    fields = {"province": province, "dated": dt.date(2020, 1, 1), "issuer": "UBND", "signer": "A"}
    for number in range(DECISIONS):
        Decision.objects.create(number=f"{number}/QĐ", subject="Khen thưởng", **fields)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE people (nth bigint, text text, key text)")
        cursor.execute("CREATE TEMP TABLE deeds (nth bigint, text text, key text)")
        cursor.execute(DRAWN.replace("%%", "%"))
        cursor.execute(BODIES_TABLE)
        people = [f"{f} {m} {g}" for f in FAMILY for m in MIDDLE for g in GIVEN]
        cursor.executemany("INSERT INTO people VALUES (%s, %s, %s)", _numbered(people))
        cursor.executemany("INSERT INTO deeds VALUES (%s, %s, %s)", _numbered(DEEDS))
    posts = {
        "administrator": {"kind": PostKind.ADMINISTRATOR},
        "staff": {"kind": PostKind.STAFF, "province": province},
        "member": {"kind": PostKind.REPRESENTATIVE, "organisation": member_of},
    }
    people = {name: User.objects.create(username=name, full_name=name) for name in posts}
    for name, post in posts.items():
        Post.objects.create(user=people[name], period=since, **post)
    return people


def _numbered(texts):
    return [(number, text, search_key(text)) for number, text in enumerate(texts)]


def _fill(first, last):
    kind, decision = AwardKind.objects.get(code="BK_TINH_CN"), Decision.objects.earliest("pk")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE awards_award DISABLE TRIGGER USER")
        cursor.execute(FILL, [kind.pk, decision.pk, DECISIONS, first, last])
        cursor.execute("ALTER TABLE awards_award ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE awards_award")


def _questions(people):
    """{what is asked: a call that asks it}."""

    def ask(who, words="", narrow=None, **cursor):
        awards = Award.objects.visible_to(people[who]).filter(**narrow or {})
        page_of(awards, words, **cursor)

    return {
        "everything, administrator": partial(ask, "administrator"),
        "everything, staff of the province": partial(ask, "staff"),
        "own awards, member": partial(ask, "member"),
        "“hội nông dân”, staff": partial(ask, "staff", "Hội Nông dân"),
        "“an”, staff": partial(ask, "staff", "an"),
        "a commune's bodies, staff": partial(ask, "staff", "minh họa 77"),
        "a person of an organisation, staff": partial(ask, "staff", "Đỗ Thị Oanh nông dân 123"),
        "an alias, staff": partial(ask, "staff", "hndmh7"),
        "a word nobody has, staff": partial(ask, "staff", "xyz"),
        "words, member": partial(ask, "member", "Nguyễn Văn An"),
        "one year, staff": partial(ask, "staff", narrow={"year": 2010}),
        "a page far back, staff": partial(ask, "staff", after="2003-500"),
    }


def _took(ask):
    """Milliseconds, the median of several times."""
    times = []
    for _time in range(TIMES):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[TIMES // 2]
