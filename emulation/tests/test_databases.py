"""The databases of the tests: what one test does to them reaches no other."""

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger

from accounts.models import User
from accounts.tests import make
from blocs.models import LegalBasis
from emulation.migrating import briskly

from .databases import contents


@pytest.mark.parametrize("reference_too", [False, True])
def test_what_a_test_commits_is_gone_behind_it(transactional_db, databases, reference_too):
    make.user()
    if reference_too:
        LegalBasis.objects.filter(province=None).update(note="Đã sửa")
    assert contents(databases.keeper) != databases.reference
    databases.renew()
    assert contents(databases.keeper) == databases.reference
    assert not User.objects.exists()


def test_prepared_rows_are_where_the_test_is_and_its_own(cast, ground):
    assert ground["cast"] is cast
    assert User.objects.get(username="staff") == cast.staff


@pytest.mark.parametrize("time", [1, 2])
def test_what_another_test_did_to_them_is_taken_back(cast, time):
    assert cast.nobody.full_name != "Khác"
    cast.nobody.full_name = "Khác"
    User.objects.filter(pk=cast.nobody.pk).delete()
    assert User.objects.count() == len(cast.people) - 1


def test_a_trigger_is_kept_in_the_state_and_renders_nothing():
    state = ProjectState()
    state.add_model(ModelState("blocs", "Thing", [("id", models.BigAutoField(primary_key=True))]))
    thing = state.apps.get_model("blocs", "thing")
    trigger = object()
    with briskly():
        AddTrigger("thing", trigger).state_forwards("blocs", state)
    assert state.models["blocs", "thing"].options["triggers"] == [trigger]
    assert state.apps.get_model("blocs", "thing") is thing
