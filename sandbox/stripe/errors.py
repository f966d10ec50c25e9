"""The errors of Stripe's API: one class per kind, rendered as Stripe's error object.

Types, codes and statuses: https://docs.stripe.com/api/errors and https://docs.stripe.com/error-codes.
"""

from typing import Any, ClassVar


class ApiError(Exception):
    """An answer that is not 2xx. `param` is the parameter at fault, in Stripe's own spelling.

    `more` are other fields of the error object: `decline_code`, `charge`, `payment_intent`, `payment_method`.
    """

    status: ClassVar[int] = 400
    type: ClassVar[str] = "invalid_request_error"

    def __init__(self, message: str, *, code: str | None = None, param: str | None = None, **more: Any) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.param = param
        self.more = {name: value for name, value in more.items() if value is not None}

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"type": self.type, "message": self.message}
        if self.code is not None:
            error["code"] = self.code
        if self.param is not None:
            error["param"] = self.param
        return {"error": error | self.more}


class InvalidRequest(ApiError):
    """The parameters are wrong, so nothing began and no idempotent answer is kept."""


class NotFound(ApiError):
    """The id in the path names nothing, or the route does not exist here."""

    status = 404


class Unauthorized(ApiError):
    """No key, or one that the local Stripe was not told to accept."""

    status = 401


class Forbidden(ApiError):
    """A restricted key that lacks the permission."""

    status = 403


class Refused(ApiError):
    """The request was understood, carried out and refused: its answer is kept for its idempotency key."""


class Declined(ApiError):
    """A card was declined. What was tried stays, unlike with other errors: charge, PaymentIntent and events."""

    status = 402
    type = "card_error"


class IdempotencyMismatch(ApiError):
    """The key was used before, with other parameters."""

    type = "idempotency_error"


class IdempotencyInUse(ApiError):
    """The key is in use by a request that has not been answered yet."""

    status = 409
    type = "idempotency_error"


class RateLimited(ApiError):
    """Too many requests (here only when asked for, see `faults`)."""

    status = 429


class ServerError(ApiError):
    """Something went wrong on Stripe's end (here only when asked for, see `faults`)."""

    status = 500
    type = "api_error"
