"""The command that a timer runs: a line for each, twice does no harm, nor two at once."""

import datetime as dt
import threading
import time
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from accounts.models import PersonalNotice
from blocs.models import Deadline, DeadlineRule
from blocs.tests import make
from blocs.tests.together import at_once
from scoring.tests.make import small_set


class Slow(EmailBackend):
    """Takes its time, so that two runs meet."""

    def send_messages(self, messages):
        time.sleep(0.3)
        return super().send_messages(messages)


def due(cast):
    DeadlineRule.objects.all().delete()
    small_set(cast.year)
    cast.chair.email = "chair@vidu.vn"
    cast.chair.save()
    make.representative(cast.deputy, cast.organisations.farmers)
    day = cast.today + dt.timedelta(days=3)
    Deadline.objects.create(emulation_year=cast.year, kind="meeting", due_on=day)


def run(*options):
    out = StringIO()
    call_command("send_reminders", *options, stdout=out)
    return out.getvalue().splitlines()


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(cast):
    due(cast)
    *lines, last = run("--dry-run")
    assert sorted(line.split("\t")[0] for line in lines) == ["chair", "deputy"]
    assert f"{cast.year.name}: " in lines[0]
    assert last.endswith("2.")
    assert not PersonalNotice.objects.exists()


def test_it_sends_each_once(cast, settings, django_capture_on_commit_callbacks):
    settings.SITE_ADDRESS = "https://thidua.vidu.vn"
    due(cast)
    with django_capture_on_commit_callbacks(execute=True):
        assert len(run()) == 3
    with django_capture_on_commit_callbacks(execute=True):
        assert len(run()) == len(run("--dry-run")) == 1
    assert PersonalNotice.objects.count() == 2
    [message] = mail.outbox
    assert message.to == ["chair@vidu.vn"]
    assert f"https://thidua.vidu.vn/khoi/{cast.bloc.slug}/" in message.body


@pytest.mark.django_db
def test_with_nothing_missing_it_says_so():
    assert len(run()) == 1


def test_two_runs_at_once_tell_and_mail_once(transactional_db, request, settings):
    cast = request.getfixturevalue("cast")
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    due(cast)
    before = threading.active_count()
    answers = at_once(run, run, run)
    assert sum(len(lines) - 1 for lines in answers) == PersonalNotice.objects.count() == 2
    assert [message.to for message in mail.outbox] == [["chair@vidu.vn"]]
    assert PersonalNotice.objects.get(user=cast.chair).mailed_at
    assert threading.active_count() <= before
