"""The connection pool, and the one place where the driver's errors become ours."""

import select
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import pq
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool

from stripe_svc.errors import DatabaseBusy, FactError
from stripe_svc.queries import number_parameters


class Connection(psycopg.Connection[DictRow]):
    """psycopg's connection, and a shorter way to run the one statement that every event runs."""

    _is_prepared = False

    def execute_prepared(self, statement: str, parameters: Mapping[str, str | None]) -> str:
        """Runs a statement that returns one text: the same statement each time. Parameters are texts or NULL.

        It goes to libpq directly. psycopg's cursor takes 43 microseconds of CPU for this, libpq 14. Raises what
        psycopg raises.
        """
        text, names = number_parameters(statement)
        values: Any = [None if (value := parameters[name]) is None else value.encode() for name in names]
        if not self._is_prepared:
            _checked(self.pgconn.prepare(_PREPARED, text))
            self._is_prepared = True
        try:
            result = _checked(self.pgconn.exec_prepared(_PREPARED, values))
        except psycopg.errors.InvalidSqlStatementName:
            # After a rollback psycopg has the server forget what was prepared.
            _checked(self.pgconn.prepare(_PREPARED, text))
            result = _checked(self.pgconn.exec_prepared(_PREPARED, values))
        return (result.get_value(0, 0) or b"").decode()


_PREPARED = b"stripe_svc"
_SUCCEEDED = {pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK}


def _checked(result: pq.abc.PGresult) -> pq.abc.PGresult:
    if result.status not in _SUCCEEDED:
        error = psycopg.errors.error_from_result(result)
        # What libpq itself found, a lost connection, has no SQLSTATE.
        raise error if error.sqlstate else psycopg.OperationalError(str(error))
    return result


# Bounds for everything that a statement may wait for. receive_event() bounds its wait for a copy itself.
# The functions rely on READ COMMITTED: each of their statements sees what was committed while the last one waited.
_SESSION = (
    "-c timezone=UTC -c search_path=pg_catalog -c default_transaction_isolation=read\\ committed "
    "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"
)

# What a later try may not meet again: no connection, a timeout, a deadlock, a primary that has become a standby.
_COME_AGAIN = (psycopg.OperationalError, psycopg.errors.ReadOnlySqlTransaction)


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
                # A host that vanished says nothing: the server's own bounds do not help then.
                "tcp_user_timeout": 15_000,
                "keepalives_idle": 10,
                "application_name": "stripe-svc",
            },
            min_size=1,
            max_size=size,
            timeout=5,
            # How long it tries by itself, ever more slowly; after that each request that waits makes it try anew.
            reconnect_timeout=5,
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
        except _COME_AGAIN as error:
            raise DatabaseBusy(_first_line(error)) from error

    @contextmanager
    def autocommit(self) -> Iterator[Connection]:
        """A connection on which each statement is a transaction of its own: for a single one, one round trip."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except _COME_AGAIN as error:
            raise DatabaseBusy(_first_line(error)) from error


def describe_failure(error: Exception) -> str:
    """What the journal and the log say of a failure, without the rows that a database error can carry."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        detail = error.diag.message_detail if isinstance(error, psycopg.errors.ForeignKeyViolation) else None
        return " ".join(filter(None, [error.diag.message_primary, detail, error.diag.message_hint]))
    return str(error) if isinstance(error, FactError) else f"{type(error).__name__}: {error}"


def _check_connection(connection: psycopg.Connection[Any]) -> None:
    """Replaces a connection that the server has closed while it was idle.

    An idle connection has nothing to say: if there is something to read, it is the server's farewell. Asking
    the socket costs microseconds, asking the server a round trip.
    """
    if select.select([connection.fileno()], [], [], 0)[0]:
        ConnectionPool.check_connection(connection)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
