"""Somebody who opens addresses and leaves nothing behind."""

import copy
from contextlib import contextmanager

from django.db import connection, transaction
from django.test import Client


class Visitor:
    """A person's browser; every request starts as if it were the first after the sign-in.

    Wants the sessions in cookies (`SESSION_ENGINE`), so that a sign-out can be taken back.
    """

    def __init__(self, person):
        self.client = Client(raise_request_exception=False)
        if person:
            self.client.force_login(person)
        self.cookies = copy.deepcopy(self.client.cookies)

    def get(self, url):
        """The status code of a GET, during which the database refuses every change."""
        with undone(read_only=True):
            return self._ask("get", url)

    def post(self, url, *, read_only):
        """The status code of an empty POST; with `read_only` it may not change anything either."""
        with undone(read_only=read_only):
            return self._ask("post", url)

    def _ask(self, method, url):
        self.client.cookies = copy.deepcopy(self.cookies)
        response = getattr(self.client, method)(url, secure=True)
        if response.streaming:
            response.getvalue()  # a file is closed once it has been read
        return response.status_code


@contextmanager
def undone(*, read_only=False):
    """Take back what happens inside; with `read_only` the database refuses every change."""
    with transaction.atomic():
        if read_only:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL transaction_read_only = on")
        yield
        transaction.set_rollback(True)
