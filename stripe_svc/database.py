"""The connection pool, and the one place where the driver's errors become ours."""

import select
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool

from stripe_svc.errors import DatabaseBusy

Connection = psycopg.Connection[DictRow]

# Bounds for everything that a statement may wait for. receive_event() bounds its wait for a copy itself.
_SESSION = "-c timezone=UTC -c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"


class Database:
    """A pool of autocommit connections. Transactions are the `with database.transaction()` blocks of the services."""

    def __init__(self, url: str, size: int) -> None:
        self._pool = ConnectionPool(
            url,
            connection_class=Connection,
            kwargs={
                "autocommit": True,
                "row_factory": dict_row,
                "options": _SESSION,
                "connect_timeout": 5,
                "application_name": "stripe-svc",
            },
            min_size=1,
            max_size=size,
            timeout=5,
            max_waiting=size * 16,
            check=_check_connection,
            open=False,
        )

    def open(self) -> None:
        """Begins to connect, in the background: the service starts without its database and says so in /readyz."""
        self._pool.open()

    def close(self) -> None:
        self._pool.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, rolled back by an exception.

        Raises DatabaseBusy for whatever a later try may not meet again: no connection, a timeout, a deadlock.
        """
        try:
            with self._pool.connection() as connection, connection.transaction():
                yield connection
        except psycopg.OperationalError as error:
            raise DatabaseBusy(_first_line(error)) from error

    @contextmanager
    def autocommit(self) -> Iterator[Connection]:
        """A connection on which each statement is a transaction of its own: for a single one, one round trip."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except psycopg.OperationalError as error:
            raise DatabaseBusy(_first_line(error)) from error


def _check_connection(connection: psycopg.Connection[Any]) -> None:
    """Replaces a connection that the server has closed while it was idle.

    An idle connection has nothing to say: if there is something to read, it is the server's farewell. Asking
    the socket costs microseconds, asking the server a round trip.
    """
    if select.select([connection.fileno()], [], [], 0)[0]:
        ConnectionPool.check_connection(connection)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
