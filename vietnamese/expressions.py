"""Keys computed by the database, for tables too small to keep a column for them."""

from django.db.models import Func, TextField


class SearchKeyOf(Func):
    """What `text.search_key` makes of a text, in SQL; letters that are not Latin are left out.

    The table is read in full: for thousands of rows, not for millions.
    """

    template = (
        r"trim(regexp_replace(regexp_replace(translate(lower(normalize(%(expressions)s, NFKD)), "
        r"'đĐðÐɖƉ', 'dddddd'), '[\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))"
    )
    output_field = TextField()
