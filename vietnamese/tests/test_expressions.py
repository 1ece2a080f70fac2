"""The search key that the database computes is that of Python."""

import pytest
from django.contrib.auth import get_user_model
from django.db.models import Value

from vietnamese.expressions import SearchKeyOf
from vietnamese.text import search_key

TEXTS = (
    "Số 128/QĐ-UBND, ngày 30/01/2026",
    "Về việc tặng Cờ thi đua của Ủy ban nhân dân tỉnh Thừa Thiên – Huế",
    "HOÀ BÌNH hoà bình hòa bình, Ðắk Lắk",
    "Nguyễn Thị Ngọc Ánh — “Người tốt, việc tốt”",
    "ưỡn ẹo, ỷ lại; ằng ẵng (ĐƠN VỊ)",
    "  ",
)


@pytest.mark.django_db
def test_it_is_the_search_key():
    user = get_user_model().objects.create(username="one")
    rows = get_user_model().objects.filter(pk=user.pk)
    named = {f"t{place}": SearchKeyOf(Value(text)) for place, text in enumerate(TEXTS)}

    [found] = rows.annotate(**named).values(*named)
    assert list(found.values()) == [search_key(text) for text in TEXTS]
