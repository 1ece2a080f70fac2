"""The embedded server starts with the first connection; a command without one starts none."""

from django.conf import settings
from django.db.backends.postgresql import base, client

from emulation import embedded_postgres


def _running():
    durable = getattr(settings, "EMBEDDED_POSTGRES_DURABLE", True)
    return embedded_postgres.ensure_running(settings.EMBEDDED_POSTGRES, durable=durable)


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the psql of the wheel."""

    executable_name = str(embedded_postgres.PROGRAMS / "psql")

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict, parameters):
        """Point psql at the embedded server, which this process holds meanwhile."""
        address = _running()
        here = {"HOST": address["host"], "PORT": address["port"]}
        return super().settings_to_cmd_args_env(settings_dict | here, parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server."""

    client_class = DatabaseClient

    def get_connection_params(self):
        """Start or join the server, then connect as to any PostgreSQL; may raise CannotStart."""
        return _running() | super().get_connection_params()
