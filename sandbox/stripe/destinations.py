"""Who is told of an event: enabled webhook endpoints, and every `stripe listen` that is connected.

Both are objects in the store. What Stripe keeps to itself about them, their secrets before all, is in `private`.
"""

import json
import secrets
import sqlite3
from dataclasses import dataclass
from typing import Any

WEBHOOK_ENDPOINT = "webhook_endpoint"
LISTENER = "stripecli.session"


def new_secret() -> str:
    return f"whsec_{secrets.token_hex(32)}"


@dataclass(frozen=True)
class Destination:
    """`body` is the object as the API shows it, or as it would; `private` is what it does not show."""

    body: dict[str, Any]
    private: dict[str, Any]

    @classmethod
    def of(cls, row: sqlite3.Row) -> "Destination":
        return cls(json.loads(row["body"]), json.loads(row["private"]))

    @property
    def id(self) -> str:
        return str(self.body["id"])

    @property
    def url(self) -> str:
        return str(self.body["url"])

    @property
    def is_listener(self) -> bool:
        return bool(self.body["object"] == LISTENER)

    @property
    def is_enabled(self) -> bool:
        return bool(self.body["status"] == "enabled")

    @property
    def is_from_forward_to(self) -> bool:
        """Made by --forward-to: only a process that was started with this URL sends to it."""
        return bool(self.private.get("forward_to"))

    def wants(self, kind: str) -> bool:
        """Whether it is to get events of this type. `*` is all of them; other patterns there are none."""
        return self.is_enabled and not {"*", kind}.isdisjoint(self.body["enabled_events"])

    def secrets(self, now: float) -> list[str]:
        """What signs for it, newest first: two, while a secret that was rolled is still good."""
        old = self.private.get("old_secret")
        is_old_good = old is not None and now < self.private["old_secret_until"]
        return [self.private["secret"], *([old] if is_old_good else [])]
