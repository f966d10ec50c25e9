"""Card numbers that have a fixed outcome: https://docs.stripe.com/testing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TestCard:
    """What paying with a number leads to, at once and later on."""

    __test__ = False

    number: str
    outcome: str
    decline_code: str | None = None
    message: str = ""
    refund_status: str = "succeeded"
    dispute_reason: str | None = None
    is_inquiry: bool = False
    needs_authentication: bool = False

    @property
    def spaced(self) -> str:
        return " ".join(self.number[start : start + 4] for start in range(0, len(self.number), 4))


TEST_CARDS = {
    card.number: card
    for card in (
        TestCard("4242424242424242", "succeeds"),
        TestCard("4000000000000002", "is declined", "generic_decline", "Your card was declined."),
        TestCard(
            "4000000000009995", "has insufficient funds", "insufficient_funds", "Your card has insufficient funds."
        ),
        TestCard("4000000000007726", "succeeds; a refund is pending at first", refund_status="pending"),
        # At Stripe that refund fails by itself some time later; here when asked to, so that nothing has to wait.
        TestCard("4000000000005126", "succeeds; a refund succeeds, then fails when you say so"),
        TestCard("4000000000000259", "succeeds and is disputed as fraudulent", dispute_reason="fraudulent"),
        TestCard(
            "4000000000002685", "succeeds and is disputed as not received", dispute_reason="product_not_received"
        ),
        TestCard("4000000000001976", "succeeds, and an inquiry begins", dispute_reason="fraudulent", is_inquiry=True),
        # https://docs.stripe.com/testing#regulatory-cards
        TestCard("4000002500003155", "asks to authenticate", needs_authentication=True),
        TestCard("4000000000003220", "asks to authenticate (3-D Secure 2)", needs_authentication=True),
        TestCard(
            "4000008400001629",
            "asks to authenticate, then is declined",
            "generic_decline",
            "Your card was declined.",
            needs_authentication=True,
        ),
    )
}
GOOD_CARD = TEST_CARDS["4242424242424242"]
EVERYDAY_CARDS = tuple(TEST_CARDS.values())[:3]
AFTERMATH_CARDS = tuple(TEST_CARDS.values())[3:8]
AUTHENTICATION_CARDS = tuple(card for card in TEST_CARDS.values() if card.needs_authentication)
