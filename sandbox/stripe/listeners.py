"""`stripe listen` of Stripe's own CLI: a websocket that events are pushed to, and that tells what became of them.

The messages are the CLI's (https://github.com/stripe/stripe-cli, pkg/websocket), in the subprotocol
`stripecli-devproxy-v1`. As at Stripe, only what happens while somebody listens is pushed, nothing is tried again, and
the secret that signs stays the same for a device.
"""

import json
from typing import Any

from simple_websocket import Server

from . import clock, objects
from .deliveries import claim, delivery_headers, is_success, payload
from .destinations import LISTENER, Destination, new_secret
from .errors import InvalidRequest
from .objects import Object
from .outbox import Delivery
from .params import CreateListener
from .store import Selection, Store, Transaction, new_id

ACK_SECONDS = 40  # more than the CLI waits for the program that it forwards to
POLL_SECONDS = 0.1
FEATURE = "webhooks"
UNKNOWN_ID = "Unknown WebSocket ID."  # for these words the CLI asks for a new session


def create(tx: Transaction, given: CreateListener, websocket_url: str) -> Object:
    """What the CLI needs to connect. Nothing is pushed before it does."""
    if FEATURE not in given.websocket_features:
        raise InvalidRequest(
            "The local Stripe feeds `stripe listen` with snapshot events only: it has neither thin events nor logs.",
            param="websocket_features",
        )
    listener: Object = {
        "id": new_id("cliws_"),
        "object": LISTENER,
        "created": int(clock.now()),
        "device_name": given.device_name,
        "enabled_events": ["*"],
        "status": "disabled",
        "url": given.forward_to_url or f"stripe listen on {given.device_name}",
    }
    secret = _secret_of(tx, given.device_name)
    tx.insert(listener, private={"secret": secret})
    return {
        "id": listener["id"],
        "object": LISTENER,
        "default_version": objects.API_VERSION,
        "display_connect_filter_warning": False,
        "latest_version": objects.API_VERSION,
        "reconnect_delay": 3600,
        "secret": secret,
        "websocket_authorized_feature": FEATURE,
        "websocket_id": listener["id"],
        "websocket_url": websocket_url,
    }


def _secret_of(tx: Transaction, device_name: str) -> str:
    before = tx.page(Selection(LISTENER, limit=1, fields={"device_name": device_name})).data
    return str(tx.private(before[0]["id"])["secret"]) if before else new_secret()


def connect(tx: Transaction, listener_id: str) -> str | None:
    """Events go there from now on. Returns a name for this connection, or None if there is no such listener."""
    listener = tx.find(listener_id, LISTENER)
    if listener is None:
        return None
    connection = new_id("connection_")
    tx.set_private(listener_id, tx.private(listener_id) | {"connection": connection})
    listener["status"] = "enabled"
    tx.update(listener)
    return connection


def disconnect(tx: Transaction, listener_id: str, connection: str) -> None:
    """What was not acknowledged has failed, unless the CLI has connected anew already."""
    listener = tx.get(listener_id)
    if tx.private(listener_id).get("connection") == connection:
        listener["status"] = "disabled"
        tx.update(listener)


def disconnect_all(tx: Transaction) -> None:
    """When a process starts: the last one may have been killed. A CLI that still listens elsewhere connects anew."""
    for each in tx.outbox.destinations():
        if each.is_listener and each.is_enabled:
            tx.update(each.body | {"status": "disabled"})


class Conversation:
    """With one CLI, from its connection to its end."""

    def __init__(self, store: Store, socket: Server, listener_id: str) -> None:
        self._store = store
        self._socket = socket
        self._listener_id = listener_id
        self._pushed: dict[str, Delivery] = {}
        self._unacknowledged: set[int] = set()

    def run(self) -> None:
        """Returns when the listener is disconnected here; raises ConnectionClosed when it is at the other end."""
        while (listener := self._listener()) is not None:
            while delivery := claim(self._store, listener, ACK_SECONDS):
                self._push(delivery)
            message = self._socket.receive(timeout=POLL_SECONDS)
            while message is not None:
                self._take(json.loads(message))
                message = self._socket.receive(timeout=0)

    def _listener(self) -> Destination | None:
        with self._store.snapshot() as tx:
            found = tx.outbox.destination(self._listener_id)
        return found if found is not None and found.is_enabled else None

    def _push(self, delivery: Delivery) -> None:
        """Twice, as Stripe does: for the account's API version and for the latest; the CLI ignores one of them."""
        self._unacknowledged.add(delivery.id)
        body = payload(delivery.event)
        headers = delivery_headers(self._store, delivery.destination, body)
        for version in (None, objects.API_VERSION):
            conversation_id = f"wc_{delivery.id}" if version is None else f"wc_{delivery.id}_latest"
            self._pushed[conversation_id] = delivery
            message = {
                "type": "webhook_event",
                "endpoint": {"api_version": version},
                "event_payload": body.decode(),
                "http_headers": headers,
                "webhook_conversation_id": conversation_id,
                "webhook_id": delivery.event["id"],
            }
            self._socket.send(json.dumps(message))

    def _take(self, message: dict[str, Any]) -> None:
        delivery = self._pushed.get(message.get("webhook_conversation_id", ""))
        if delivery is None:
            return
        if message["type"] == "event_ack" and delivery.id in self._unacknowledged:
            self._unacknowledged.discard(delivery.id)
            self._record(delivery, None, "Acknowledged by stripe listen.", "succeeded")
        if message["type"] == "webhook_response":
            state = "succeeded" if is_success(message["status"]) else "failed"
            self._record(delivery, message["status"], message["body"], state)

    def _record(self, delivery: Delivery, status: int | None, answer: str, state: str) -> None:
        with self._store.transaction() as tx:
            tx.outbox.record_report(delivery, at=clock.now(), status=status, answer=answer, state=state)
