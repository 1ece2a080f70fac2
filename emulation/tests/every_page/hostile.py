"""Hostile text in every field that people fill in."""

import pgtrigger
from django.apps import apps
from django.db.models import EmailField, SlugField

from blocs.models import BlocAlias, OrganisationAlias
from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from .words import OURS

HOSTILE = """<script>alert(1)</script>{{ 1 }}"'>"""
FILE_NAME = HOSTILE.replace("/", "")  # which no name of a file may hold
KEPT = {"only_added", "frozen_once_opened", "frozen_once_announced", "keeps_its_course"}
FROZEN = ("scoring.Criterion:frozen_once_scored", "scoring.Tier:frozen_once_scored")
NOT_TYPED = {"username", "password", "sort_key", "search_key", "path"}


def poison(scene):
    """Put it wherever the tables hold typed text, and where other names are kept."""
    for organisation in vars(scene.organisations).values():
        organisation.short_name = "?"
        organisation.save()
        OrganisationAlias.objects.create(organisation=organisation, alias="?")
    BlocAlias.objects.create(bloc=scene.bloc, alias="?")
    for model in apps.get_models():
        ours = model._meta.app_label in OURS and not hasattr(model, "pgh_tracked_model")
        triggers = {trigger.name for trigger in getattr(model._meta, "triggers", ())}
        # Rows that are only added, or frozen, took their text from what has it already.
        if ours and not triggers & KEPT:
            with pgtrigger.ignore(*FROZEN):
                _poison_rows(model)


def _poison_rows(model):
    fields = [f.attname for f in model._meta.concrete_fields if _is_typed(f)]
    for row in model._default_manager.all() if fields else ():
        for name in fields:
            if getattr(row, name):
                text = FILE_NAME if model is StoredFile else HOSTILE
                setattr(row, name, f"{text} {row.pk}")  # the number keeps apart what is unique
        row.save()


def _is_typed(field):
    return (
        isinstance(field, (CharField, TextField))
        and not isinstance(field, (EmailField, SlugField))
        and not field.choices
        and field.attname not in NOT_TYPED
        and (field.max_length or 60) >= 60
    )
