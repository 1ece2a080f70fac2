"""What script/server runs: prepare, then serve from the same process, which holds the database."""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication

MOST_WORKERS = 20  # PostgreSQL accepts 100 connections unless told otherwise


class Command(BaseCommand):
    """Serve until told to stop; the embedded database goes with the last process that uses it."""

    help = "Prepares the database and the static files, then serves the application."

    def add_arguments(self, parser):
        """See the help texts."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", default="8000", help="port to listen on")
        parser.add_argument("--dev", action="store_true", help="reload when the code changes")

    def handle(self, *, host, port, dev, **options):
        """Prepare once: the reloading server starts this command again as its child."""
        self.address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            call_command("prepare")
        if dev:
            self.announce()
            call_command("runserver", self.address, skip_checks=False)
        else:
            Gunicorn(self.address, self.announce).run()

    def announce(self, arbiter=None):
        """Say where the application answers and, in a demonstration, who may sign in."""
        scheme = "https" if settings.HTTPS else "http"
        address = f"{scheme}://{self.address}"
        self.stdout.write(_("Serving on %(address)s (Ctrl-C stops it)") % {"address": address})
        if settings.DEMO:
            call_command("load_demo", accounts=True)
            connections.close_all()
        self.stdout.flush()


class Gunicorn(BaseApplication):
    """Gunicorn with our options instead of its command line."""

    def __init__(self, address, when_ready):
        self.address, self.when_ready = address, when_ready
        super().__init__()

    def load_config(self):
        """Sync workers, loaded before they are forked; no control socket in the home folder."""
        options = {
            "bind": self.address,
            "workers": min(2 * len(os.sched_getaffinity(0)) + 1, MOST_WORKERS),
            "timeout": 60,
            "preload_app": True,
            "control_socket_disable": True,
            "loglevel": "warning",
            "when_ready": lambda arbiter: self.when_ready(),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self):
        """Return the WSGI application."""
        return get_wsgi_application()
