"""Text comes in composed by every door, and the keys follow the text."""

import unicodedata

import pytest
from django import forms
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps

from vietnamese.fields import CharField, PersonSortKey, SearchKey, SortKey, TextField
from vietnamese.text import search_key

COMPOSED = "Hội Liên hiệp Phụ nữ"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


@pytest.fixture
def office(db):
    """A model with every kind of field, and its table for the length of one test."""
    with isolate_apps("vietnamese"):

        class Office(models.Model):
            name = CharField(max_length=20)
            aliases = CharField(max_length=60, blank=True)
            head = CharField(max_length=60, blank=True)
            note = TextField(blank=True)
            sort_key = SortKey(of="name", db_index=True)
            person_key = PersonSortKey(of="head")
            search_key = SearchKey(of=("name", "aliases"))

            class Meta:
                app_label = "vietnamese"

            def __str__(self):
                return self.name

        with connection.schema_editor() as editor:
            editor.create_model(Office)
        yield Office


def test_decomposed_text_is_stored_composed_and_the_object_follows(office):
    row = office.objects.create(name=DECOMPOSED, note=DECOMPOSED)

    assert (row.name, row.note) == (COMPOSED, COMPOSED)
    assert office.objects.values_list("name", "note").get() == (COMPOSED, COMPOSED)


def test_inner_spaces_and_the_placement_of_tones_are_stored_as_written(office):
    row = office.objects.create(name="Uỷ ban,\u00a0 Ủy ban ")

    row.refresh_from_db()
    assert row.name == "Uỷ ban,\u00a0 Ủy ban "


def test_update_and_bulk_update_store_composed_text(office):
    row = office.objects.create(name="Hội")
    office.objects.update(name=DECOMPOSED)
    row.note = DECOMPOSED
    office.objects.bulk_update([row], ["note"])

    assert office.objects.values_list("name", "note").get() == (COMPOSED, COMPOSED)


@pytest.mark.parametrize(
    ("lookup", "value"),
    [
        ("name", DECOMPOSED),
        ("name__in", [DECOMPOSED]),
        ("name__iexact", DECOMPOSED),
        ("name__contains", DECOMPOSED[4:]),
        ("name__icontains", DECOMPOSED[4:]),
        ("name__startswith", DECOMPOSED[:8]),
        ("name__istartswith", DECOMPOSED[:8]),
        ("name__endswith", DECOMPOSED[4:]),
        ("name__iendswith", DECOMPOSED[4:]),
        ("name__regex", DECOMPOSED[4:]),
        ("name__iregex", DECOMPOSED[4:]),
        ("note__contains", DECOMPOSED[4:]),
    ],
)
def test_decomposed_questions_find_composed_text(office, lookup, value):
    office.objects.create(name=COMPOSED, note=COMPOSED)
    office.objects.create(name="Liên đoàn Lao động")

    assert [str(row) for row in office.objects.filter(**{lookup: value})] == [COMPOSED]


def test_no_value_stays_no_value():
    assert CharField(max_length=5).to_python(None) is None
    assert CharField(max_length=5).get_prep_value(None) is None


def test_keys_are_computed_from_their_attributes_and_follow_a_change(office):
    row = office.objects.create(name="Hội Nông dân", aliases="HND", head="Lê Thị Ánh")
    assert (row.sort_key, row.search_key) == ("ho|i!no|ng!da|n 05 10001", "hoi nong dan hnd")
    assert row.person_key == "anh 4 le|!thi 000005 1 1001"

    row.name = "Đoàn"
    row.save()
    row.refresh_from_db()
    assert (row.sort_key, row.search_key) == ("d|oan 001 1", "doan hnd")


def test_bulk_create_computes_the_keys_and_the_database_orders_by_them(office):
    names = ["Ủy ban MTTQ", "Ban Dân tộc", "Đoàn Thanh niên", "Án", "Hội", "Ăn"]
    office.objects.bulk_create([office(name=name) for name in names])

    ordered = office.objects.order_by("sort_key").values_list("name", flat=True)
    assert list(ordered) == ["Án", "Ăn", "Ban Dân tộc", "Đoàn Thanh niên", "Hội", "Ủy ban MTTQ"]


def test_the_database_orders_people_by_given_name(office):
    people = ["Phạm Thị Ẩn", "Nguyễn Văn Ân", "Trần Văn An", "Lê Thị Ánh"]
    office.objects.bulk_create([office(name="x", head=head) for head in people])

    ordered = office.objects.order_by("person_key").values_list("head", flat=True)
    assert list(ordered) == ["Trần Văn An", "Lê Thị Ánh", "Nguyễn Văn Ân", "Phạm Thị Ẩn"]


@pytest.mark.parametrize("asked", ["hoi nong dan", "Hội nông dân", "HND", DECOMPOSED[:4]])
def test_the_search_key_finds_names_and_aliases(office, asked):
    office.objects.create(name="Hội Nông dân", aliases="HND")
    office.objects.create(name="Liên đoàn")

    found = office.objects.filter(search_key__contains=search_key(asked))
    assert [str(row) for row in found] == ["Hội Nông dân"]


@pytest.mark.django_db
def test_the_order_of_keys_is_no_matter_of_the_server_s_locale():
    assert SortKey(of="name").db_parameters(connection)["collation"] == "C"


def test_a_key_longer_than_its_column_is_cut_rather_than_refused(office):
    row = office(name="â" * 3000)

    assert len(office._meta.get_field("sort_key").pre_save(row, True)) == 2000


def test_keys_survive_a_migration():
    for field in (SortKey(of="name", db_index=True), SearchKey(of=("name", "aliases"))):
        name, path, args, kwargs = field.deconstruct()
        again = type(field)(*args, **kwargs)

        assert (name, path) == (None, f"vietnamese.fields.{type(field).__name__}")
        assert (again.of, again.db_index) == (field.of, field.db_index)
        assert again.deconstruct()[3] == kwargs
        assert path in MigrationWriter.serialize(field)[0]


def test_a_model_form_composes_before_it_counts(office):
    class OfficeForm(forms.ModelForm):
        class Meta:
            model = office
            fields = ["name", "note"]

    form = OfficeForm({"name": DECOMPOSED, "note": f"  {DECOMPOSED}\n\n x "})

    assert len(DECOMPOSED) > 20
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"name": COMPOSED, "note": f"{COMPOSED}\n\n x"}
    assert isinstance(form.fields["note"].widget, forms.Textarea)
    assert "maxlength" not in str(form["name"])
    assert not OfficeForm({"name": "ộ" * 21}).is_valid()


def test_a_field_with_choices_is_still_a_choice():
    field = CharField(max_length=5, choices=[("a", "A")]).formfield()

    assert isinstance(field, forms.TypedChoiceField)
