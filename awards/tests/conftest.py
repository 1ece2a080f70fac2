"""The law of every installation, also where an earlier test has emptied the tables."""

import pytest
from django.apps import apps

from awards.models import ShareRule
from awards.reference.law import load_law, load_shares
from blocs.models import LegalBasis, Source
from blocs.reference.legal_bases import load_legal_bases

TABLES = ("AwardKind", "BaseSalary", "MoneyRule", "ShareRule", "QuotaRule")


@pytest.fixture
def law(db):
    load_legal_bases(LegalBasis, Source)
    load_law({name: apps.get_model("awards", name) for name in TABLES}, LegalBasis)
    load_shares(ShareRule)
