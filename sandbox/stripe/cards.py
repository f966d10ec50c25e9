"""Test cards with a fixed outcome, by number and by name: https://docs.stripe.com/testing.

A name is what follows `pm_card_` in a PaymentMethod's id and `tok_` in a token, as in `pm_card_visa`. Both are
accepted wherever Stripe accepts them, and make a new PaymentMethod each time.
"""

from dataclasses import dataclass
from typing import Literal

DECLINED = "Your card was declined."


@dataclass(frozen=True)
class TestCard:
    """What paying with a number leads to, at once and later on.

    `code` and `decline_code` are those of the error that declines it (https://docs.stripe.com/declines/codes).
    `authentication` is when the bank asks for 3-D Secure: `always`, `until_set_up` for payments without the card's
    owner, or `on_session`, which is whenever the owner is there.
    """

    __test__ = False

    number: str
    outcome: str
    names: tuple[str, ...] = ()
    code: str | None = None
    decline_code: str | None = None
    message: str = DECLINED
    can_be_attached: bool = True
    refund_status: str = "succeeded"
    dispute_reason: str | None = None
    is_inquiry: bool = False
    authentication: Literal["always", "until_set_up", "on_session"] | None = None
    brand: str = "visa"
    funding: str = "credit"
    country: str = "US"

    @property
    def spaced(self) -> str:
        return " ".join(self.number[start : start + 4] for start in range(0, len(self.number), 4))


def _declined(
    number: str, decline_code: str, name: str, outcome: str, *, code: str = "card_declined", message: str = DECLINED
) -> TestCard:
    """A card that no customer can save either: Stripe asks the bank at that moment already."""
    names = (name, f"visa_{name}")
    return TestCard(number, outcome, names, code, decline_code, message, can_be_attached=False)


EVERYDAY = (
    TestCard("4242424242424242", "succeeds", ("visa", "us")),
    _declined("4000000000000002", "generic_decline", "chargeDeclined", "is declined"),
    _declined(
        "4000000000009995",
        "insufficient_funds",
        "chargeDeclinedInsufficientFunds",
        "has insufficient funds",
        message="Your card has insufficient funds.",
    ),
)
DECLINES = (
    _declined("4000000000009987", "lost_card", "chargeDeclinedLostCard", "is declined as lost"),
    _declined("4000000000009979", "stolen_card", "chargeDeclinedStolenCard", "is declined as stolen"),
    _declined(
        "4000000000000069",
        "expired_card",
        "chargeDeclinedExpiredCard",
        "has expired",
        code="expired_card",
        message="Your card has expired.",
    ),
    _declined(
        "4000000000000127",
        "incorrect_cvc",
        "chargeDeclinedIncorrectCvc",
        "has another security code",
        code="incorrect_cvc",
        message="Your card's security code is incorrect.",
    ),
    _declined(
        "4000000000000119",
        "processing_error",
        "chargeDeclinedProcessingError",
        "meets an error at its bank",
        code="processing_error",
        message="An error occurred while processing your card. Try again in a little bit.",
    ),
    _declined(
        "4000000000006975",
        "card_velocity_exceeded",
        "chargeDeclinedVelocityLimitExceeded",
        "exceeds its limit",
        message="Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
    ),
    TestCard(
        "4000000000000341",
        "can be saved, then is declined",
        ("chargeCustomerFail", "visa_chargeCustomerFail"),
        "card_declined",
        "generic_decline",
    ),
)
# https://docs.stripe.com/testing#regulatory-cards
AUTHENTICATIONS = (
    TestCard(
        "4000002500003155",
        "asks to authenticate",
        ("authenticationRequiredOnSetup",),
        authentication="until_set_up",
        country="FR",
    ),
    TestCard(
        "4000003800000446",
        "asks to authenticate, not when saved",
        ("authenticationRequiredSetupForOffSession",),
        authentication="on_session",
        country="IT",
    ),
    TestCard(
        "4000002760003184",
        "asks to authenticate each time",
        ("authenticationRequired",),
        authentication="always",
        country="DE",
    ),
    TestCard(
        "4000000000003220",
        "asks to authenticate (3-D Secure 2)",
        ("threeDSecure2Required",),
        authentication="always",
    ),
    TestCard(
        "4000008400001629",
        "asks to authenticate, then is declined",
        ("threeDSecureRequiredChargeDeclined",),
        "card_declined",
        "generic_decline",
        authentication="always",
    ),
)
AFTERMATHS = (
    TestCard(
        "4000000000007726", "succeeds; a refund is pending at first", ("pendingRefund",), refund_status="pending"
    ),
    # At Stripe that refund fails by itself some time later; here when asked to, so that nothing has to wait.
    TestCard("4000000000005126", "succeeds; a refund succeeds, then fails when you say so", ("refundFail",)),
    TestCard(
        "4000000000000259",
        "succeeds and is disputed as fraudulent",
        ("createDispute",),
        dispute_reason="fraudulent",
    ),
    TestCard(
        "4000000000002685",
        "succeeds and is disputed as not received",
        ("createDisputeProductNotReceived",),
        dispute_reason="product_not_received",
    ),
    TestCard(
        "4000000000001976",
        "succeeds, and an inquiry begins",
        ("createDisputeInquiry",),
        dispute_reason="fraudulent",
        is_inquiry=True,
    ),
)
BRANDS = (
    TestCard("4000056655665556", "Visa debit, succeeds", ("visa_debit",), funding="debit"),
    TestCard("5555555555554444", "Mastercard, succeeds", ("mastercard",), brand="mastercard"),
    TestCard(
        "5200828282828210", "Mastercard debit, succeeds", ("mastercard_debit",), brand="mastercard", funding="debit"
    ),
    TestCard(
        "5105105105105100",
        "Mastercard prepaid, succeeds",
        ("mastercard_prepaid",),
        brand="mastercard",
        funding="prepaid",
    ),
    TestCard(
        "378282246310005", "American Express, succeeds", ("amex", "amex_threeDSecureNotSupported"), brand="amex"
    ),
    TestCard("6011111111111117", "Discover, succeeds", ("discover",), brand="discover"),
    TestCard("3056930009020004", "Diners Club, succeeds", ("diners",), brand="diners"),
    TestCard("3566002020360505", "JCB, succeeds", ("jcb",), brand="jcb", country="JP"),
    TestCard("6200000000000005", "UnionPay, succeeds", ("unionpay",), brand="unionpay"),
    TestCard("4000002760000016", "Visa of Germany, succeeds", ("de",), country="DE"),
    TestCard("4000008260000000", "Visa of Britain, succeeds", ("gb",), country="GB"),
    TestCard("4000002500000003", "Visa of France, succeeds", ("fr",), country="FR"),
)
# Much like others, so that the payment page does not offer them.
VARIANTS = (
    TestCard("4000000000000077", "succeeds; the money is available at once", ("bypassPending",)),
    TestCard("4000000000003055", "succeeds; could ask to authenticate", ("threeDSecureOptional",)),
    TestCard(
        "4000000000003063", "asks to authenticate (3-D Secure)", ("threeDSecureRequired",), authentication="always"
    ),
    TestCard(
        "4000008260003178",
        "asks to authenticate, not when saved, then has insufficient funds",
        ("authenticationRequiredChargeDeclinedInsufficientFunds",),
        "card_declined",
        "insufficient_funds",
        "Your card has insufficient funds.",
        authentication="on_session",
        country="GB",
    ),
)

# As the payment page offers them, beside the everyday ones.
GROUPS = {
    "Other declines": DECLINES,
    "Cards that ask to authenticate (3-D Secure)": AUTHENTICATIONS,
    "Cards with an aftermath: refunds, disputes": AFTERMATHS,
    "Other brands and countries": BRANDS,
}
TEST_CARDS = {card.number: card for group in (EVERYDAY, *GROUPS.values(), VARIANTS) for card in group}
NAMED_CARDS = {name: card for card in TEST_CARDS.values() for name in card.names}
GOOD_CARD = TEST_CARDS["4242424242424242"]


def can_be_a_number(text: str) -> bool:
    """Whether its last digit fits the others: https://en.wikipedia.org/wiki/Luhn_algorithm."""
    if not text.isascii() or not text.isdigit():
        return False
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(text)))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


def named(name: str) -> TestCard | None:
    """The card of `pm_card_visa` or `tok_visa`; None for an id that is not such a name."""
    for prefix in ("pm_card_", "tok_"):
        if name.startswith(prefix):
            return NAMED_CARDS.get(name.removeprefix(prefix))
    return None
