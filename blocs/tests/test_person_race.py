"""Two administrators who shut each other out at the same instant: one of them stays."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from accounts.refusal import Refused
from blocs.people import administrators, shut_account

from . import make


@pytest.mark.django_db(transaction=True)
def test_one_administrator_is_left():
    pair = [make.user("quan-tri-mot"), make.user("quan-tri-hai")]
    for person in pair:
        make.administrator(person)
    start, answers = threading.Barrier(2), []

    def shut(person, by):
        start.wait()
        try:
            shut_account(person, by=by, why="Nhầm")
            answers.append("shut")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=shut, args=args) for args in (pair, pair[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["refused", "shut"]
    assert administrators(on=timezone.localdate()).count() == 1
    assert User.objects.filter(is_active=True).count() == 1
