"""Recognising a repeated request."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel


def fingerprint(request: BaseModel, **more: Any) -> bytes:
    """What recognises the same request: whatever the order of its fields, and whether a default was spelled out.

    Without defaults, so that a field added in a later release does not make an old request look new.
    """
    told = request.model_dump(exclude_defaults=True) | more
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).digest()
