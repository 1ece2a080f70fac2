"""Uploads in forms: the gate stands inside the field."""

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from files.forms import FileField, MultipleFileField
from files.kinds import WORKBOOK, Kind

from . import make


class OneFile(forms.Form):
    paper = FileField(required=False)


class OneWorkbook(forms.Form):
    workbook = FileField(kinds=WORKBOOK)


class ManyFiles(forms.Form):
    papers = MultipleFileField(required=False)


class SomeFiles(forms.Form):
    papers = MultipleFileField()


def sent(form_class, **files):
    lists = {name: f if isinstance(f, list) else [f] for name, f in files.items()}
    return form_class({}, MultiValueDict(lists))


def test_a_clean_field_is_an_accepted_upload():
    form = sent(OneFile, paper=make.upload("Báo cáo.pdf", make.PDF))
    assert form.is_valid(), form.errors
    accepted = form.cleaned_data["paper"]
    assert (accepted.name, accepted.kind, accepted.content) == ("Báo cáo.pdf", "pdf", make.PDF)


def test_no_file_is_none_where_none_is_required():
    form = sent(OneFile)
    assert form.is_valid()
    assert form.cleaned_data["paper"] is None


@pytest.mark.parametrize("form_class", [OneWorkbook, SomeFiles])
def test_no_file_is_refused_where_one_is_required(form_class):
    [errors] = sent(form_class).errors.as_data().values()
    assert [error.code for error in errors] == ["required"]


def test_a_refusal_stands_at_its_field():
    form = sent(OneWorkbook, workbook=make.upload("a.pdf", make.PDF))
    [error] = form.errors.as_data()["workbook"]
    assert error.code == "extension"


def test_an_empty_file_is_refused_by_the_gate():
    form = sent(OneFile, paper=make.upload("a.pdf", b""))
    [error] = form.errors.as_data()["paper"]
    assert error.code == "empty"


def test_many_files_come_as_a_list():
    uploads = [make.upload("a.pdf", make.PDF), make.upload("b.png", make.picture("PNG"))]
    form = sent(ManyFiles, papers=uploads)
    assert form.is_valid(), form.errors
    assert [accepted.kind for accepted in form.cleaned_data["papers"]] == [Kind.PDF, Kind.PNG]
    assert sent(ManyFiles).is_valid()


def test_every_refused_file_of_many_is_named():
    names = ["a.exe", "b.pdf", "c.html"]
    form = sent(ManyFiles, papers=[make.upload(name, make.PDF) for name in names])
    assert [error[:7] for error in form.errors["papers"]] == ["a.exe: ", "c.html:"]


def test_the_browser_is_told_what_may_be_chosen():
    assert 'accept=".xlsx"' in str(OneWorkbook()["workbook"])
    many = str(ManyFiles()["papers"])
    assert "multiple" in many
    assert 'accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"' in many
    assert ManyFiles().is_multipart()
