"""What can go wrong, as one hierarchy. A class's docstring is its title in the answer; `detail` is the case at hand.

Only routes/problems.py turns these into HTTP answers (RFC 9457).
"""

from collections.abc import Mapping, Sequence


class ServiceError(Exception):
    """Something went wrong on our side."""

    status = 500
    retry_after: int | None = None

    def __init__(
        self,
        detail: str,
        *,
        retry_after: int | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors
        self.retry_after = retry_after or self.retry_after


class RequestMalformed(ServiceError):
    """The request cannot be read."""

    status = 400


class UnsupportedMediaType(ServiceError):
    """The request's content type is not supported."""

    status = 415


class RequestInvalid(ServiceError):
    """The request does not describe something that can be done."""

    status = 422


class Unauthorized(ServiceError):
    """A valid API key is needed."""

    status = 401


class OrderNotFound(ServiceError):
    """There is no such order."""

    status = 404


class SessionNotFound(ServiceError):
    """There is no such checkout."""

    status = 404


class CustomerNotFound(ServiceError):
    """There is no such customer."""

    status = 404


class SubscriptionNotFound(ServiceError):
    """There is no such subscription."""

    status = 404


class SubscriptionEnded(ServiceError):
    """This subscription has ended."""

    status = 409


class IdempotencyConflict(ServiceError):
    """This Idempotency-Key was used for another request."""

    status = 409


class OrderNotPayable(ServiceError):
    """This order cannot be paid any more."""

    status = 409


class NoOpenCheckout(ServiceError):
    """This order has no open checkout."""

    status = 409


class NothingToRefund(ServiceError):
    """Nothing of this order's money can be refunded."""

    status = 409


class RequestInProgress(ServiceError):
    """Another request is doing the same."""

    status = 409
    retry_after = 1


class SignatureInvalid(ServiceError):
    """The webhook's signature is not valid."""

    status = 400


class PayloadInvalid(ServiceError):
    """The webhook's payload is not a Stripe event."""

    status = 400


class EventFailed(ServiceError):
    """The event could not be processed; it is journalled, and Stripe will send it again."""

    status = 500


class FactError(Exception):
    """A handler does not understand what an event reports. Pure: the caller journals it."""


class DatabaseBusy(ServiceError):
    """The database is busy or cannot be reached. Try again."""

    status = 503
    retry_after = 5


class Overloaded(ServiceError):
    """The service has more to do than it can. Try again."""

    status = 503
    retry_after = 5


class StripeRefused(ServiceError):
    """Stripe refused the request."""

    status = 422


class StripeUnavailable(ServiceError):
    """Stripe could not be reached or could not answer. Try again."""

    status = 503
    retry_after = 5


class StripeFailed(StripeUnavailable):
    """Stripe failed to carry out the request. Try again."""


class StripeBusy(StripeUnavailable):
    """Too many requests are waiting for Stripe. Try again."""

    retry_after = 1


class StripeMisconfigured(ServiceError):
    """Stripe does not accept this service's key."""

    status = 502
