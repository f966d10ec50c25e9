"""What the routes share: one `State` per process, kept on the Flask app."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import current_app

from .errors import IdempotencyInUse
from .faults import Faults
from .store import Store

EXTENSION = "sandbox.stripe"


class KeysInUse:
    """Idempotency keys of requests that this process has not answered yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keys: set[str] = set()

    @contextmanager
    def hold(self, key: str | None) -> Iterator[None]:
        """Refuse a second request with the key; what another process does with it is replayed instead."""
        if key is None:
            yield
            return
        with self._lock:
            if key in self._keys:
                raise IdempotencyInUse(
                    "Another request with this Idempotency-Key is still in progress.",
                    code="idempotency_key_in_use",
                )
            self._keys.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._keys.discard(key)


@dataclass(frozen=True)
class State:
    store: Store
    api_key: str | None
    faults: Faults = field(default_factory=Faults)
    keys_in_use: KeysInUse = field(default_factory=KeysInUse)


def state() -> State:
    found: State = current_app.extensions[EXTENSION]
    return found
