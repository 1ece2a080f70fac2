"""For every installation: the provinces before and since 1 July 2025, legal bases, usual deadlines."""

from django.db import migrations

from blocs.reference.deadline_rules import load_deadline_rules
from blocs.reference.legal_bases import load_legal_bases
from blocs.reference.provinces import load_provinces


def load(apps, schema_editor):
    province, succession, source, basis, rule = (
        apps.get_model("blocs", name)
        for name in ("Province", "ProvinceSuccession", "Source", "LegalBasis", "DeadlineRule")
    )
    load_provinces(province, succession, source)
    load_legal_bases(basis, source)
    load_deadline_rules(rule)


class Migration(migrations.Migration):
    dependencies = [("blocs", "0002_belonging")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
