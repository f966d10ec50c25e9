"""gunicorn's gthread worker, with other rules for who gets a thread:

- A connection takes a thread when a request has come, not before.
- A request that waits for a thread waits in a queue that all workers share: whoever has a free thread serves it.
- /healthz has a thread of its own, and waits for nobody: nor does the main loop.

gunicorn loads this into its master process, where it stays until a restart: it imports nothing of the service.
tests/test_gunicorn_worker.py fails if a new gunicorn changes what this relies on.
"""

import re
import selectors
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from gunicorn.workers.gthread import _DEFER, TConn, ThreadWorker

# A whole request that has no body: half a request would keep the one thread waiting for the other half.
_HEALTHZ = re.compile(
    rb"(?:GET|HEAD) /healthz[ ?][^\r\n]*\r\n(?:(?!Content-Length|Transfer-Encoding)[^\r\n]+\r\n)*\r\n", re.IGNORECASE
)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is not typed
    """One process, `threads` requests at once and a /healthz beside them."""

    # The shared queue: connections go in at one end and out at the other, as file descriptors (man 7 unix,
    # SCM_RIGHTS). The master makes it before it forks. The listener's own queue would not do: only who takes a
    # connection out of it can see whether it asks for /healthz.
    _queue_out, _queue_in = socket.socketpair()
    _queue_out.setblocking(False)
    _queue_in.setblocking(False)

    _busy = 0

    def get_thread_pool(self) -> Any:
        self._health_thread = ThreadPoolExecutor(1)
        return super().get_thread_pool()

    def run(self) -> None:
        self._watch_queue()
        super().run()

    def enqueue_req(self, conn: Any) -> None:
        """gunicorn calls this for each new connection, and for each old one on which something has come."""
        if hasattr(conn, "hung_up_at"):
            self._discard(conn)
            return
        if conn.initialized and conn.parser.unreader.buf.getvalue():
            self._serve(conn)  # the last request's thread has read a part of this one: it cannot be passed on
            return
        head = _peek(conn.sock)
        if head is None and not conn.initialized:
            self._wait_for_data(conn)
            return
        conn.data_ready = True
        if head and _HEALTHZ.fullmatch(head):
            self._submit(self._health_thread, conn, self.finish_request)
            return
        self._serve_queue()  # those who came before
        if self._busy < self.cfg.threads or not self._pass_on(conn):
            self._serve(conn)

    def finish_request(self, conn: Any, fs: Any) -> None:
        if fs.exception() or fs.result():
            super().finish_request(conn, fs)
        else:
            self._hang_up(conn)

    def _serve(self, conn: Any) -> None:
        self._busy += 1
        if self._busy == self.cfg.threads:
            self.poller.unregister(self._queue_out)
        self._submit(self.tpool, conn, self._finish_served)

    def _finish_served(self, conn: Any, fs: Any) -> None:
        was_full = self._busy == self.cfg.threads
        self._busy -= 1
        if was_full:
            self._watch_queue()
        self.finish_request(conn, fs)
        if was_full:
            self._serve_queue()

    def _submit(self, pool: ThreadPoolExecutor, conn: Any, finish: Callable[[Any, Any], None]) -> None:
        pool.submit(self.handle, conn).add_done_callback(partial(self.method_queue.defer, finish, conn))

    def _wait_for_data(self, conn: Any) -> None:
        """In gunicorn's main loop, as if a thread had given up waiting. After `keepalive` seconds it is closed."""
        deferred: Future[object] = Future()
        deferred.set_result(_DEFER)
        super().finish_request(conn, deferred)

    def _hang_up(self, conn: Any) -> None:
        """Says that no more comes, and lets the client read what has come before it closes (RFC 9112, 9.6).

        gunicorn stops its main loop for that, for up to two seconds a client.
        """
        try:
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._close(conn)  # the client has gone
        else:
            conn.hung_up_at = time.monotonic()
            self._wait_for_data(conn)

    def _discard(self, conn: Any) -> None:
        """The client closes, or still sends what nobody reads any more; not for long."""
        if time.monotonic() - conn.hung_up_at < self.cfg.keepalive and _read(conn.sock):
            self._wait_for_data(conn)
        else:
            self._close(conn)

    def _close(self, conn: Any) -> None:
        self.nr_conns -= 1
        conn.close()

    def _watch_queue(self) -> None:
        self.poller.register(self._queue_out, selectors.EVENT_READ, self._serve_queue)

    def _serve_queue(self, _queue: socket.socket | None = None) -> None:
        while self._busy < self.cfg.threads and (conn := self._take_over()):
            self._serve(conn)

    def _pass_on(self, conn: Any) -> bool:
        """Puts a connection into the queue. False if it must stay here: the queue is full, or this worker stops."""
        if not self.alive:
            return False
        try:
            socket.send_fds(self._queue_in, [b"\0"], [conn.sock.fileno()])
        except OSError:
            return False
        self._close(conn)
        return True

    def _take_over(self) -> Any:
        """The connection that has been in the queue for longest; None if there is none."""
        while True:
            try:
                _, descriptors, _, _ = socket.recv_fds(self._queue_out, 1, 1)
            except BlockingIOError:
                return None
            for descriptor in descriptors:
                connection = socket.socket(fileno=descriptor)
                try:
                    conn = TConn(self.cfg, connection, connection.getpeername(), connection.getsockname())
                except OSError:
                    connection.close()  # the client has gone
                    continue
                conn.data_ready = True
                self.nr_conns += 1
                return conn


def _peek(connection: socket.socket) -> bytes | None:
    """What has come on it, for a thread to read; None if nothing has."""
    return _read(connection, socket.MSG_PEEK)


def _read(connection: socket.socket, flags: int = 0) -> bytes | None:
    """Some of what has come on it; None if nothing has; b"" if nothing more comes."""
    try:
        return connection.recv(4096, flags | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return None
    except OSError:
        return b""
