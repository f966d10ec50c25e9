"""Signs as Stripe does, from its description: https://docs.stripe.com/webhooks#verify-manually"""

import hashlib
import hmac
import time


def signature(payload: bytes, secret: str, timestamp: int) -> str:
    """The `v1` signature: HMAC-SHA256 over "timestamp.payload", in hex."""
    return hmac.new(secret.encode(), f"{timestamp}.".encode() + payload, hashlib.sha256).hexdigest()


def sign(payload: bytes, secret: str, timestamp: int | None = None) -> str:
    """The whole `Stripe-Signature` header."""
    timestamp = int(time.time()) if timestamp is None else timestamp
    return f"t={timestamp},v1={signature(payload, secret, timestamp)}"
