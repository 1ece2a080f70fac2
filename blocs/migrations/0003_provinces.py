"""The 63 provinces of before 1 July 2025 and the 34 since, for every installation."""

from django.db import migrations

from blocs.reference.provinces import load_provinces


def load(apps, schema_editor):
    names = ("Province", "ProvinceSuccession", "Source")
    load_provinces(*(apps.get_model("blocs", name) for name in names))


class Migration(migrations.Migration):
    dependencies = [("blocs", "0002_belonging")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
