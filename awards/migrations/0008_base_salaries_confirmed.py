"""For every installation: what is confirmed of the decrees on the base salary."""

from django.db import migrations

from awards.reference.law import confirm_salaries


def confirm(apps, schema_editor):
    confirm_salaries(apps.get_model("blocs", "LegalBasis"), apps.get_model("awards", "BaseSalary"))


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0007_registry_search_and_previews"),
        ("blocs", "0003_reference_rows"),
    ]

    operations = [migrations.RunPython(confirm, migrations.RunPython.noop)]
