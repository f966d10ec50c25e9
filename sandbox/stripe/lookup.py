"""Objects that a request names."""

from .errors import InvalidRequest
from .objects import Object
from .store import Transaction


def named(tx: Transaction, object_id: str, kind: str, param: str) -> Object:
    """What a parameter names; for what a path names see `answering.existing`."""
    found = tx.find(object_id, kind)
    if found is None or found.get("deleted"):
        raise InvalidRequest(f"No such {kind}: '{object_id}'", code="resource_missing", param=param)
    return found
