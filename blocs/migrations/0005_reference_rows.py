"""The national legal bases by date and the usual deadlines, for every installation."""

from django.db import migrations

from blocs.reference.deadline_rules import load_deadline_rules
from blocs.reference.legal_bases import load_legal_bases


def load(apps, schema_editor):
    load_legal_bases(apps.get_model("blocs", "LegalBasis"), apps.get_model("blocs", "Source"))
    load_deadline_rules(apps.get_model("blocs", "DeadlineRule"))


class Migration(migrations.Migration):
    dependencies = [("blocs", "0004_legal_bases_and_deadlines")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
