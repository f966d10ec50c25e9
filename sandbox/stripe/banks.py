"""Test bank accounts that debits are drawn on, and what their banks answer: https://docs.stripe.com/testing#non-card-payments.

A debit is `processing` until its bank has answered: here within a second, or after three minutes of the local
Stripe's time for the accounts that are slow at Stripe.
"""

from dataclasses import dataclass
from typing import Literal

SLOW_SECONDS = 180

Outcome = Literal["succeeded", "failed"]


@dataclass(frozen=True)
class TestAccount:
    """`number` is an IBAN, or the number of an account in the US."""

    __test__ = False

    kind: Literal["sepa_debit", "us_bank_account"]
    number: str
    outcome: Outcome
    is_slow: bool = False
    is_disputed: bool = False

    @property
    def delay_seconds(self) -> int:
        return SLOW_SECONDS if self.is_slow else 0


TEST_ACCOUNTS = {
    account.number: account
    for account in (
        TestAccount("sepa_debit", "AT611904300234573201", "succeeded"),
        TestAccount("sepa_debit", "AT321904300235473204", "succeeded", is_slow=True),
        TestAccount("sepa_debit", "AT861904300235473202", "failed"),
        TestAccount("sepa_debit", "AT051904300235473205", "failed", is_slow=True),
        TestAccount("sepa_debit", "AT591904300235473203", "succeeded", is_disputed=True),
        TestAccount("sepa_debit", "DE89370400440532013000", "succeeded"),
        TestAccount("sepa_debit", "DE08370400440532013003", "succeeded", is_slow=True),
        TestAccount("sepa_debit", "DE62370400440532013001", "failed"),
        TestAccount("sepa_debit", "DE78370400440532013004", "failed", is_slow=True),
        TestAccount("sepa_debit", "DE35370400440532013002", "succeeded", is_disputed=True),
        TestAccount("sepa_debit", "IT40S0542811101000000123456", "succeeded"),
        TestAccount("sepa_debit", "IT60X0542811101000000123456", "failed"),
        TestAccount("us_bank_account", "000123456789", "succeeded"),
        TestAccount("us_bank_account", "000111111113", "failed"),
        TestAccount("us_bank_account", "000111111116", "failed"),
        TestAccount("us_bank_account", "000222222227", "failed"),
    )
}
