"""Everything that we ask of Stripe. The only module that imports `stripe`; it raises our errors, not Stripe's."""

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, cast

import stripe

from stripe_svc.errors import (
    PayloadInvalid,
    RequestInProgress,
    SignatureInvalid,
    StripeBusy,
    StripeFailed,
    StripeMisconfigured,
    StripeRefused,
    StripeUnavailable,
)

# What the SDK of requirements.txt was made for; our requests and its types agree on it.
API_VERSION = "2026-10-28.endive"
# https://docs.stripe.com/webhooks#replay-attacks
TOLERANCE_SECONDS = 300
TIMEOUT_SECONDS = 20
NETWORK_RETRIES = 2


@dataclass(frozen=True, slots=True)
class CheckoutSession:
    """What we keep of Stripe's answer. `expires_at` is in seconds since 1970."""

    id: str
    url: str
    expires_at: int
    amount_subtotal: int | None


@dataclass(frozen=True, slots=True)
class Refund:
    """What we keep of a refund. `status` is the one at the time of the answer."""

    id: str
    status: str


@dataclass(frozen=True, slots=True)
class EndedSubscription:
    """How a subscription stands after it was to end. Times are in seconds since 1970."""

    status: str
    cancel_at: int | None
    ended_at: int | None


@dataclass(frozen=True, slots=True)
class FetchedSubscription:
    """A subscription as Stripe has it, and when Stripe said so, by its clock, in seconds since 1970."""

    object: dict[str, Any]
    answered_at: int


class StripeApi:
    """A client for one key. `calls_at_once`: one more call than that is refused with StripeBusy; None: no limit."""

    def __init__(self, secret_key: str, api_base: str | None = None, calls_at_once: int | None = None) -> None:
        addresses: Any = {"api": api_base} if api_base else {}
        self._client = stripe.StripeClient(
            secret_key,
            stripe_version=API_VERSION,
            base_addresses=addresses,
            max_network_retries=NETWORK_RETRIES,
            http_client=_HttpClient(timeout=TIMEOUT_SECONDS),
        )
        self._slots = None if calls_at_once is None else threading.BoundedSemaphore(calls_at_once)

    def create_checkout_session(self, request: Mapping[str, Any], *, idempotency_key: str) -> CheckoutSession:
        """Creates the session, or returns the one that the same key created before.

        https://docs.stripe.com/api/checkout/sessions/create, https://docs.stripe.com/api/idempotent_requests
        """
        with self._call():
            session = self._client.v1.checkout.sessions.create(
                cast(Any, dict(request)), {"idempotency_key": idempotency_key}
            )
        if not session.url:
            raise StripeRefused("Stripe created a session without a payment page.")
        return CheckoutSession(session.id, session.url, session.expires_at, session.amount_subtotal)

    def expire_checkout_session(self, session_id: str, *, idempotency_key: str) -> None:
        """Ends an open session. One that has expired already, by an earlier call or by itself, is fine.

        https://docs.stripe.com/api/checkout/sessions/expire
        """
        try:
            with self._call():
                self._client.v1.checkout.sessions.expire(session_id, None, {"idempotency_key": idempotency_key})
        except StripeRefused:
            with self._call():
                session = self._client.v1.checkout.sessions.retrieve(session_id)
            if session.status != "expired":
                raise

    def create_refund(
        self,
        *,
        payment_intent: str,
        amount: int,
        reason: str | None,
        metadata: Mapping[str, str],
        idempotency_key: str,
    ) -> Refund:
        """Refunds a part of a payment or all of it, or returns the refund that the same key made before.

        https://docs.stripe.com/api/refunds/create
        """
        request = {"payment_intent": payment_intent, "amount": amount, "metadata": dict(metadata)}
        if reason:
            request["reason"] = reason
        with self._call():
            refund = self._client.v1.refunds.create(cast(Any, request), {"idempotency_key": idempotency_key})
        return Refund(refund.id, refund.status or "succeeded")

    def find_refund(self, payment_intent: str, refund_request_id: str) -> Refund | None:
        """The refund of a payment that carries our request's id in its metadata, if Stripe has made it."""
        with self._call():
            refunds = self._client.v1.refunds.list({"payment_intent": payment_intent, "limit": 100})
            for refund in refunds.auto_paging_iter():
                if refund.metadata and refund.metadata.to_dict().get("refund_request_id") == refund_request_id:
                    return Refund(refund.id, refund.status or "succeeded")
        return None

    def create_customer(self, request: Mapping[str, Any], *, idempotency_key: str) -> str:
        """Creates a Customer, or returns the one that the same key created before. Returns its id.

        https://docs.stripe.com/api/customers/create
        """
        with self._call():
            customer = self._client.v1.customers.create(
                cast(Any, dict(request)), {"idempotency_key": idempotency_key}
            )
        return str(customer.id)

    def create_portal_session(self, customer_id: str, return_url: str | None) -> str:
        """The address of the billing portal for a Customer, good for some minutes.

        https://docs.stripe.com/api/customer_portal/sessions/create
        """
        request = {"customer": customer_id} | ({"return_url": return_url} if return_url else {})
        with self._call():
            return str(self._client.v1.billing_portal.sessions.create(cast(Any, request)).url)

    def end_subscription(self, subscription_id: str, *, at_period_end: bool) -> EndedSubscription:
        """Ends a subscription with its period, or now. Asking again changes nothing.

        https://docs.stripe.com/api/subscriptions/update, https://docs.stripe.com/api/subscriptions/cancel
        """
        with self._call():
            if at_period_end:
                found = self._client.v1.subscriptions.update(subscription_id, {"cancel_at_period_end": True})
            else:
                found = self._client.v1.subscriptions.cancel(subscription_id)
        return EndedSubscription(found.status, found.cancel_at, found.ended_at)

    def get_subscription(self, subscription_id: str) -> FetchedSubscription:
        """How a subscription stands now. https://docs.stripe.com/api/subscriptions/retrieve"""
        with self._call():
            found = self._client.v1.subscriptions.retrieve(subscription_id)
        assert found.last_response is not None  # it was just received
        answered_at = parsedate_to_datetime(found.last_response.headers["Date"])
        return FetchedSubscription(json.loads(found.last_response.body), int(answered_at.timestamp()))

    @contextmanager
    def _call(self) -> Iterator[None]:
        """Around each call. It never waits for a slot: a slow Stripe would take every thread of the service.

        No call is inside another one: an operation of several calls needs one slot at a time.
        """
        if self._slots and not self._slots.acquire(blocking=False):
            raise StripeBusy("Stripe is slow to answer, and enough requests are waiting for it already. Try again.")
        try:
            with _our_errors():
                yield
        finally:
            if self._slots:
                self._slots.release()


class _HttpClient(stripe.RequestsClient):
    """The SDK's client, which repeats connection errors and 5xx with backoff and jitter; this one 429 as well.

    https://docs.stripe.com/rate-limits#handling-limiting-gracefully
    """

    def _should_retry(
        self, response: Any, api_connection_error: Any, num_retries: int, max_network_retries: int | None
    ) -> bool:
        if response is not None and response[1] == 429 and response[2].get("stripe-should-retry") != "false":
            return num_retries < (max_network_retries or 0)
        return bool(super()._should_retry(response, api_connection_error, num_retries, max_network_retries))


def verify_signature(body: bytes, header: str | None, secrets: Sequence[str]) -> str:
    """The body as text, if one of the secrets signed it within the last or next 300 seconds; else SignatureInvalid.

    The SDK's construct_event is not used: it parses the body twice, and accepts a time in the future.
    https://docs.stripe.com/webhooks#verify-manually
    """
    try:
        payload = body.decode("utf-8")
    except UnicodeDecodeError:
        raise PayloadInvalid("The body is not UTF-8.") from None
    if header is not None and not header.isascii():
        raise SignatureInvalid("The Stripe-Signature header is not ASCII.")
    for secret in secrets:
        try:
            stripe.WebhookSignature.verify_header(payload, header, secret, TOLERANCE_SECONDS)
        except stripe.SignatureVerificationError as error:
            reason = error
        else:
            break
    else:
        raise SignatureInvalid(f"{str(reason).rstrip('.')}.")
    # Read as the SDK reads it, which has just accepted it.
    signed_at = int(next(part for part in (header or "").split(",") if part.startswith("t=")).split("=")[1])
    if signed_at > time.time() + TOLERANCE_SECONDS:
        raise SignatureInvalid("Timestamp outside the tolerance zone: it is in the future. Check this host's clock.")
    return payload


@contextmanager
def _our_errors() -> Iterator[None]:
    """Stripe's errors -> ours, with Stripe's own words where they help. https://docs.stripe.com/error-handling"""
    try:
        yield
    except (stripe.AuthenticationError, stripe.PermissionError) as error:
        raise StripeMisconfigured(f"{_words(error)} Check STRIPE_SECRET_KEY.") from error
    except stripe.RateLimitError as error:
        raise StripeUnavailable("Stripe asks us to slow down.", retry_after=2) from error
    except stripe.APIConnectionError as error:
        raise StripeUnavailable("Stripe cannot be reached.") from error
    except stripe.StripeError as error:
        if error.http_status == 409:
            raise RequestInProgress("Stripe is still working on the same request. Try again.") from error
        if error.http_status is None or error.http_status >= 500:
            raise StripeFailed(f"Stripe failed to answer (HTTP {error.http_status}).") from error
        raise StripeRefused(_words(error), errors=_fields(error)) from error


def _words(error: stripe.StripeError) -> str:
    return error.user_message or "Stripe gave no reason."


def _fields(error: stripe.StripeError) -> list[dict[str, str]]:
    param = getattr(error, "param", None)
    return [{"field": str(param), "message": _words(error)}] if param else []
