"""Locks between processes. The kernel gives them up when their holder ends, however it ends."""

import fcntl
import os
from contextlib import closing, contextmanager


def open_lock(path):
    """Return a descriptor of the lock file, made where it is missing; the caller closes it."""
    return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)


@contextmanager
def alone(path):
    """Wait for the lock and hold it alone; yields its descriptor, which a child may inherit."""
    with closing(os.fdopen(open_lock(path))) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def is_held(path):
    """Whether a living process holds this lock alone; a file left behind means nothing."""
    with closing(os.fdopen(open_lock(path))) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
