"""Whoever changes what was signed behind the application's back is found out."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from pledges.models import Signature

from . import make


@pytest.fixture
def signed(cast):
    version = make.draft(cast)
    make.target(version.commitments.get(number=1), {cast.seats["front"]: 100}, by=cast.chair)
    version = make.open_it(version, by=cast.chair)
    make.sign(cast, version, "front", reservations={2: "Chờ hướng dẫn"})
    make.sign(cast, version, "union")
    return version


def tamper(sql, *values):
    """Change rows as somebody does who has the database's own password."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may wait for its trigger
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def complaints():
    with pytest.raises(CommandError) as found:
        call_command("verify_signatures", stdout=io.StringIO())
    assert found.value.returncode == 1
    return str(found.value).splitlines()


def test_what_stands_as_it_was_signed_is_counted(signed):
    out = io.StringIO()
    call_command("verify_signatures", stdout=out)
    assert out.getvalue().startswith("2 signatures")


def test_an_altered_commitment_names_every_signature_over_it(signed, cast):
    tamper("UPDATE pledges_commitment SET text = 'Khác' WHERE number = 1")
    lines = complaints()
    assert len(lines) == 2
    assert lines[0].startswith(f"khoi-so-1 {cast.year.year}, version 1, Ủy ban MTTQ: the text is")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE pledges_target SET planned = 99",
        "UPDATE pledges_target SET lower_is_better = true",
        "DELETE FROM pledges_target",
    ],
)
def test_an_altered_target_names_the_signature_of_its_member(signed, sql):
    [line] = complaints_after(sql)
    assert "Ủy ban MTTQ" in line


def complaints_after(sql):
    tamper(sql)
    return complaints()


def test_an_altered_theme_is_found(signed):
    assert len(complaints_after("UPDATE pledges_covenantversion SET theme = 'Khác'")) == 2


def test_an_altered_signature_names_its_columns(signed):
    one = Signature.objects.order_by("pk").first()
    tamper("UPDATE pledges_signature SET full_name = 'Ai đó', position = '' WHERE id = %s", one.pk)
    assert complaints() == [f"signature {one.pk}: full_name, position changed since it was stored"]


def test_a_fingerprint_that_was_made_to_fit_is_found_by_its_row(signed, cast):
    tamper("UPDATE pledges_commitment SET text = 'Khác' WHERE number = 1")
    tamper("UPDATE pledges_signature SET sha256 = %s", make.seen(signed, cast.seats["union"]))
    lines = complaints()
    assert sum("sha256 changed since it was stored" in line for line in lines) == 2


def test_what_was_removed_or_slipped_in_is_found(signed):
    one, two = Signature.objects.order_by("pk")
    tamper("DELETE FROM pledges_reservation")
    tamper("DELETE FROM pledges_signature WHERE id = %s", one.pk)
    tamper("UPDATE pledges_signature SET id = id + 1000 WHERE id = %s", two.pk)
    lines = complaints()
    assert f"signature {one.pk}: is gone" in lines
    assert f"signature {two.pk + 1000}: was stored past the application" in lines
    assert sum(line.startswith("reservation") for line in lines) == 1
