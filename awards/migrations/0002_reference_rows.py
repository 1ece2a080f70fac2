"""For every installation: award kinds, money, shares and quotas of the country with their bases."""

from django.db import migrations

from awards.reference.law import load_law
from blocs.reference.legal_bases import load_legal_bases

NAMES = ("AwardKind", "BaseSalary", "MoneyRule", "ShareRule", "QuotaRule")


def load(apps, schema_editor):
    source, basis = (apps.get_model("blocs", name) for name in ("Source", "LegalBasis"))
    load_legal_bases(basis, source)  # those of the base salary came later than the others
    load_law({name: apps.get_model("awards", name) for name in NAMES}, basis)


class Migration(migrations.Migration):
    dependencies = [("awards", "0001_initial"), ("blocs", "0003_reference_rows")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
