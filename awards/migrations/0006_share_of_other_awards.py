"""For every installation: how many votes of the council other awards need, a default."""

from django.db import migrations

from awards.reference.law import load_shares


def load(apps, schema_editor):
    load_shares(apps.get_model("awards", "ShareRule"))


class Migration(migrations.Migration):
    dependencies = [("awards", "0005_council_shares_and_corrected_decisions")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
