"""Webhook endpoints: where events go, which of them, and what signs them.

https://docs.stripe.com/api/webhook_endpoints and https://docs.stripe.com/webhooks. As in `attempts`, each function is
one step inside its caller's transaction. None of them emits an event: Stripe has none about endpoints.
"""

from . import clock, objects
from .destinations import WEBHOOK_ENDPOINT, Destination, new_secret
from .errors import InvalidRequest, Refused
from .objects import Object
from .params import CreateWebhookEndpoint, UpdateWebhookEndpoint, merged_metadata
from .store import Selection, Transaction

AT_MOST = 16  # https://docs.stripe.com/webhooks#register-webhook
DAY = 24 * 3600  # how long a rolled secret can stay valid: https://docs.stripe.com/webhooks#roll-endpoint-secrets


def create(tx: Transaction, given: CreateWebhookEndpoint) -> Object:
    """The endpoint with its secret, which no other answer shows."""
    if given.api_version not in {None, objects.API_VERSION}:
        raise InvalidRequest(
            f"The local Stripe has events of API version {objects.API_VERSION} only.", param="api_version"
        )
    if len(tx.page(Selection(WEBHOOK_ENDPOINT, limit=100)).data) >= AT_MOST:
        raise Refused(f"You have reached the maximum of {AT_MOST} test webhook endpoints.")
    endpoint = objects.webhook_endpoint(
        given.url,
        given.enabled_events,
        api_version=given.api_version,
        description=given.description,
        metadata=given.metadata,
    )
    secret = new_secret()
    tx.insert(endpoint, private={"secret": secret})
    return {**endpoint, "secret": secret}


def update(tx: Transaction, endpoint: Object, given: UpdateWebhookEndpoint) -> Object:
    changes = given.model_dump(exclude_none=True, include={"url", "enabled_events", "description"})
    if given.description == "":
        changes["description"] = None
    endpoint.update(changes, metadata=merged_metadata(endpoint["metadata"], given.metadata))
    tx.update(endpoint)
    return endpoint if given.disabled is None else set_enabled(tx, endpoint, not given.disabled)


def set_enabled(tx: Transaction, endpoint: Object, is_enabled: bool) -> Object:
    """By hand; why it was disabled by itself is forgotten."""
    endpoint["status"] = "enabled" if is_enabled else "disabled"
    tx.update(endpoint)
    private = tx.private(endpoint["id"])
    private.pop("is_disabled_by_itself", None)
    tx.set_private(endpoint["id"], private)
    return endpoint


def disable_itself(tx: Transaction, endpoint_id: str) -> None:
    """It has accepted nothing for as long as an event is tried. It may have been deleted meanwhile."""
    endpoint = tx.find(endpoint_id, WEBHOOK_ENDPOINT)
    if endpoint is not None:
        set_enabled(tx, endpoint, False)
        tx.set_private(endpoint_id, tx.private(endpoint_id) | {"is_disabled_by_itself": True})


def delete(tx: Transaction, endpoint: Object) -> Object:
    tx.delete(endpoint["id"])
    return {"id": endpoint["id"], "object": WEBHOOK_ENDPOINT, "deleted": True}


def roll_secret(tx: Transaction, endpoint: Object, old_good_for_seconds: int) -> str:
    """A new secret. Until the old one ends, both sign, so that the receiver can change over without a gap."""
    private = tx.private(endpoint["id"])
    private |= {
        "old_secret": private["secret"],
        "old_secret_until": clock.now() + old_good_for_seconds,
        "secret": new_secret(),
    }
    tx.set_private(endpoint["id"], private)
    return str(private["secret"])


def keep_forwarding(tx: Transaction, url: str, secret: str) -> Destination:
    """The endpoint of --forward-to, made or enabled if need be. Its secret is what the environment says now."""
    found = [each for each in tx.outbox.destinations() if each.is_from_forward_to and each.url == url]
    if found:
        endpoint = set_enabled(tx, found[0].body, True)
    else:
        endpoint = objects.webhook_endpoint(url, ["*"], description="Made by --forward-to")
        tx.insert(endpoint)
    private = {} if not found or found[0].private["secret"] != secret else found[0].private
    tx.set_private(endpoint["id"], {**private, "secret": secret, "forward_to": True})
    tx.outbox.release_claims(endpoint["id"])
    return Destination(endpoint, tx.private(endpoint["id"]))


def resend(tx: Transaction, event: Object, endpoint_id: str | None, *, to_listeners: bool) -> Object:
    """To one endpoint, to every `stripe listen` that is connected, or to all that are enabled."""
    enabled = [each for each in tx.outbox.destinations() if each.is_enabled]
    if endpoint_id is not None:
        enabled = [each for each in enabled if each.id == endpoint_id]
        if not enabled:
            raise InvalidRequest(
                f"No such webhook endpoint, or it is disabled: '{endpoint_id}'",
                code="resource_missing",
                param="webhook_endpoint",
            )
    elif to_listeners:
        enabled = [each for each in enabled if each.is_listener]
    tx.outbox.send_again(event["id"], clock.now(), enabled)
    return event
