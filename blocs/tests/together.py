"""Two people who press at the same moment."""

import threading

from django.db import connection
from django.utils import translation

from accounts.refusal import Refused
from blocs.workflow import NotChair


def at_once(*calls):
    """Run the calls in threads of their own, starting together; return what each one answered.

    A refusal is an answer. Needs the `transactional_db` fixture: threads see committed rows only.
    """
    barrier, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        try:
            barrier.wait()
            with translation.override("en"):
                answers[place] = call()
        except (Refused, NotChair) as refusal:
            answers[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def kinds_of(answers):
    """The names of the classes of the answers, sorted: which of the two won does not matter."""
    return sorted(type(answer).__name__ for answer in answers)
