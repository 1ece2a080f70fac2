"""The house rules that a reader would otherwise have to remember."""

import ast
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django.db.models import Q
from django.template.loader import get_template

from vietnamese import fields as vietnamese

ORDER = [
    "vietnamese", "accounts", "files", "blocs", "pledges",
    "scoring", "awards", "reports", "desk", "emulation",
]  # fmt: skip
ROOT = settings.BASE_DIR
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
SOURCES = sorted(
    [path for room in [*ORDER, "formats"] for path in (ROOT / room).rglob("*.py")]
    + list(ROOT.glob("*.py"))
)


def name_of(path):
    return str(path.relative_to(ROOT))


def tree_of(path):
    return ast.parse(path.read_text("utf-8"))


def imported_packages(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)


def our_models():
    """Ours, without the event tables, which copy the fields of those they follow."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ORDER and not hasattr(model, "pgh_tracked_model")
    ]


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_from_the_rooms_before_it(room):
    later = set(ORDER[ORDER.index(room) + 1 :])
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    wrong = [
        (name_of(file), name)
        for file in files
        for name in imported_packages(tree_of(file))
        if name in later
    ]
    assert wrong == []


def test_the_rooms_are_installed_in_their_order():
    assert settings.INSTALLED_APPS[: len(ORDER)] == ORDER


def test_no_file_outgrows_its_reader():
    """Migrations are written by a program, reference data by a province: nobody reads on."""
    data = {"migrations", "reference", "samples"}
    long = {
        name_of(path): len(path.read_text("utf-8").splitlines())
        for path in SOURCES
        if not data & set(path.parts)
    }
    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_no_module_has_a_name_that_says_nothing():
    empty = {"services", "utils", "util", "helpers", "helper", "common", "core", "misc", "tools"}
    found = [
        name_of(path)
        for path in SOURCES
        if empty & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    ]
    assert found == []


# Where an import waits for the function that needs it, and why.
LATE_IMPORTS = {
    "reports/face.py",  # the printer of papers is slow to load, and most pages print none
    "reports/pdf.py",  # the same
}


def test_imports_stand_at_the_top_of_the_file():
    late = {
        name_of(path)
        for path in SOURCES
        if re.search(r"^\s+(from|import)\s", path.read_text("utf-8"), re.MULTILINE)
        for function in ast.walk(tree_of(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    }
    assert late == LATE_IMPORTS


def test_the_database_knows_every_choice():
    missing = []
    for model in our_models():
        checks = [getattr(c, "condition", None) for c in model._meta.constraints]
        for field in model._meta.local_fields:
            values = [value for value, _ in field.flatchoices]
            known = [values, ["", *values]] if field.blank else [values]
            if field.choices and not any(Q(**{f"{field.name}__in": v}) in checks for v in known):
                missing.append(str(field))
    assert missing == []


# Columns that machines write, in plain letters.
PLAIN_COLUMNS = {"password", "key", "sha256", "fingerprint", "rule"}


def test_every_text_that_people_write_is_stored_composed():
    """A Mac sends letters and marks apart: our fields put them together on every way in."""
    ours = (vietnamese._Composed, vietnamese._Key)
    other = {
        str(field)
        for model in our_models()
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, (*ours, models.SlugField, models.EmailField))
        and not field.choices
        and field.name not in PLAIN_COLUMNS
    }
    assert other == set()


@pytest.mark.django_db
def test_every_event_table_can_only_be_added_to():
    """As migrated: the tests' own database drops never_truncated, so it is asked of the models."""
    event_models = [m for m in apps.get_models() if hasattr(m, "pgh_tracked_model")]
    assert {m.pgh_tracked_model._meta.label for m in event_models} >= {
        "blocs.Bloc", "blocs.EmulationYear", "blocs.Handover", "blocs.Organisation",
        "blocs.Post", "blocs.Seat", "blocs.Term", "accounts.User",
    }  # fmt: skip
    for model in event_models:
        names = {trigger.name for trigger in model._meta.triggers}
        assert names == {"append_only", "never_truncated"}, model
        followed = {trigger.name for trigger in model.pgh_tracked_model._meta.triggers}
        assert followed >= {"insert_insert", "update_update", "delete_delete"}, model


@pytest.mark.django_db
def test_no_change_of_a_table_is_without_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_driver_is_the_one_that_is_pinned():
    assert connection.Database.__name__ == "psycopg2"


# ---- what the browser gets


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_can_be_read(path):
    assert get_template(str(path.relative_to(ROOT / "templates")))


INLINE = re.compile(
    r"""<style\b | \sstyle\s*= | \son[a-z]+\s*= | <script\b(?![^>]*\ssrc=) | javascript:""",
    re.VERBOSE | re.IGNORECASE,
)


def test_no_template_holds_style_or_script():
    """The policy of the pages refuses them. Papers are rendered by us and have no browser."""
    pages = [path for path in TEMPLATES if "documents" not in path.parts]
    found = {
        name_of(path): hits for path in pages if (hits := INLINE.findall(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "html",
    ['<p style="x">', "<p STYLE = x>", '<a onclick="x">', "<style>", "<script>x</script>",
     '<a href="javascript:x">'],
)  # fmt: skip
def test_what_is_inline_is_recognised(html):
    assert INLINE.search(html)
    assert not INLINE.search('<script src="a.js" defer></script><p class="style" data-one="1">')


ESCAPES = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off")
LOOPHOLES = {"mark_safe", "csrf_exempt", "SafeString", "SafeText", "xframe_options_exempt"}


def test_nothing_escapes_the_escaping_and_no_form_goes_without_its_token():
    pages = [path for path in TEMPLATES if path.suffix == ".html"]  # a mail in plain text has none
    assert [name_of(path) for path in pages if ESCAPES.search(path.read_text("utf-8"))] == []
    loopholes = {
        (name_of(path), name)
        for path in SOURCES
        if any(name in path.read_text("utf-8") for name in LOOPHOLES)
        for node in ast.walk(tree_of(path))
        for name in [getattr(node, "id", None), getattr(node, "attr", None), *_aliases(node)]
        if name in LOOPHOLES
    }
    assert loopholes == set()


def _aliases(node):
    return [a.name for a in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []


def test_every_form_that_changes_something_carries_its_token():
    forms = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>.*?</form>", re.DOTALL)
    found = [
        name_of(path)
        for path in TEMPLATES
        for form in forms.findall(path.read_text("utf-8"))
        if "{% csrf_token %}" not in form
    ]
    assert found == []


# ---- what does not belong into the project


def our_files():
    """The tree without what .gitignore names; a bare machine has no git to ask."""
    ignored = {".venv", ".git", ".env", "var", "__pycache__"}
    ignored |= {".hypothesis", ".pytest_cache", ".ruff_cache"}
    every = (path for path in ROOT.rglob("*") if not ignored & set(path.relative_to(ROOT).parts))
    return [path for path in every if path.is_file()]


# In two halves, so that this file does not hold them itself.
ELSEWHERE = [
    a + b
    for a, b in [("shared", "/"), ("domain", ".md"), ("house", "rules.md"), ("libraries", ".md"),
                 ("/wo", "rk/"), ("/tm", "p/"), ("assis", "tant"), ("clau", "de"), ("open", "ai")]
]  # fmt: skip


def test_no_file_speaks_of_what_lies_outside_the_project():
    files = our_files()
    assert ROOT / "manage.py" in files
    found = []
    for path in files:
        try:
            text = path.read_text("utf-8").lower()
        except UnicodeDecodeError:
            continue  # a picture, a compiled catalogue
        found += [(name_of(path), word) for word in ELSEWHERE if word in text]
    assert found == []
