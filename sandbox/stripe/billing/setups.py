"""What a buyer's bank says when nothing is due yet, because a trial comes first: may this card be charged later?

At Stripe a SetupIntent asks that, which is not here: the session remembers how far it has come.
"""

from .. import attempts
from ..banks import Outcome
from ..objects import Object
from ..store import Transaction


def begin(tx: Transaction, session: Object, method: Object) -> bool:
    """Whether it may, at once; otherwise the bank has declined, or waits for the card's owner."""
    card = attempts.card_of(tx, method) if method["type"] == "card" else None
    declined = card.message if card is not None and not card.can_be_attached else None
    asks = method["id"] if card is not None and card.authentication is not None and declined is None else None
    tx.remember(session["id"], setup={"declined": declined, "asks": asks})
    return asks is None and declined is None


def awaiting_authentication(tx: Transaction, session: Object) -> Object | None:
    """What the page needs of a payment, if the buyer can authenticate."""
    if _setup(tx, session)["asks"] is None:
        return None
    return {"amount": 0, "currency": session["currency"], "status": "requires_action"}


def authenticated(tx: Transaction, session: Object, outcome: Outcome) -> Object | None:
    """The card, if its owner was the one who answered."""
    method = tx.get(_setup(tx, session)["asks"])
    declined = None if outcome == "succeeded" else attempts.AUTHENTICATION_FAILED["message"]
    tx.remember(session["id"], setup={"declined": declined, "asks": None})
    if outcome != "succeeded":
        return None
    tx.remember(method["id"], is_set_up=True)
    return method


def declined(tx: Transaction, session: Object) -> str | None:
    message = _setup(tx, session)["declined"]
    return None if message is None else str(message)


def _setup(tx: Transaction, session: Object) -> Object:
    setup: Object = tx.private(session["id"]).get("setup") or {"declined": None, "asks": None}
    return setup
