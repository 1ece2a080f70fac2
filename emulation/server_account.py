"""The account that runs the embedded PostgreSQL, which refuses to run as root.

An ordinary user runs it as itself; root runs it as the owner of the data, at first a new account.
An account is a pair (user id, group id), or None for the one that runs already.
"""

import os
import pwd
import stat
import subprocess

NAME = "embedded_postgres"


def choose(data):
    """Return the account for this data folder, which need not exist yet."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return data.stat().st_uid, data.stat().st_gid
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
        subprocess.run(command, check=False)  # noqa: S603 - fixed words; it may exist by now
        entry = pwd.getpwnam(NAME)
    return entry.pw_uid, entry.pw_gid


def run(command, account, **options):
    """Run a program as this account, outside any folder that the account may not enter."""
    if account:
        options |= {"user": account[0], "group": account[1], "extra_groups": []}
    return subprocess.run(  # noqa: S603 - programs of the wheel, words of ours
        command, cwd="/", stdin=subprocess.DEVNULL, check=False, **options
    )


def give(folder, account):
    """Make an empty folder belong to this account alone."""
    folder.chmod(0o700)
    if account:
        os.chown(folder, *account)


def let_through(paths, account):
    """Let the account pass the folders above these paths: search, not list. Only root needs it."""
    if not account:
        return
    for folder in {parent for path in paths for parent in path.parents}:
        found = folder.stat()
        passable = found.st_mode & stat.S_IXOTH
        if found.st_uid == account[0]:
            passable = found.st_mode & stat.S_IXUSR
        if not passable:
            folder.chmod(found.st_mode | stat.S_IXOTH)
