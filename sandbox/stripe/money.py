"""Amounts: Stripe's are integers in the currency's smallest unit, people's have a decimal point.

https://docs.stripe.com/currencies: the currencies without decimals, those with three, and the odd ones (ISK
and UGX have no decimals today, yet Stripe keeps two in its amounts).
"""

import re

from .errors import InvalidRequest


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


ZERO_DECIMAL = _codes("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf")
THREE_DECIMAL = _codes("bhd jod kwd omr tnd")
TWO_DECIMAL_IN_NAME_ONLY = _codes("isk ugx")
SYMBOLS = {"eur": "€", "gbp": "£", "jpy": "¥", "usd": "$"}
CURRENCIES = _codes(
    """
    aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf
    chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg
    huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt
    mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar
    sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf
    xcd xof xpf yer zar zmw
    """
)


def decimals(currency: str) -> int:
    if currency in ZERO_DECIMAL:
        return 0
    return 3 if currency in THREE_DECIMAL else 2


def check(amount: int, currency: str, param: str) -> None:
    """Refuse an odd amount as a parameter's value."""
    if wrong := odd_amount(amount, currency):
        raise InvalidRequest(wrong, code="parameter_invalid_integer", param=param)


def odd_amount(amount: int, currency: str) -> str | None:
    """What is wrong with an amount that no bank could move."""
    if amount % step(currency) == 0:
        return None
    if currency in THREE_DECIMAL:
        return f"Amounts in {currency.upper()} must end in 0: its third decimal cannot be charged."
    return f"Amounts in {currency.upper()} must be divisible by 100: it has no decimals that could be charged."


def step(currency: str) -> int:
    """What every amount is a multiple of: https://docs.stripe.com/currencies#three-decimal and #special-cases."""
    if currency in THREE_DECIMAL:
        return 10
    return 100 if currency in TWO_DECIMAL_IN_NAME_ONLY else 1


def presented(amount: int, currency: str, into: str) -> dict[str, int | str]:
    """`presentment_details`, at a rate that is the same for all currencies: 1 of one is 1.25 of another."""
    exact = amount * 5 * 10 ** decimals(into) // (4 * 10 ** decimals(currency))
    return {"presentment_amount": exact - exact % step(into), "presentment_currency": into}


def with_symbol(amount: int, currency: str) -> str:
    """`$1,234.50`, as in Stripe's messages; currencies without a symbol of their own as in `readable`."""
    symbol = SYMBOLS.get(currency)
    return readable(amount, currency) if symbol is None else symbol + _with_point(amount, currency, ",")


def readable(amount: int, currency: str) -> str:
    """`1,234.50 EUR`, `500 JPY`, `1.250 KWD`."""
    return f"{_with_point(amount, currency, ',')} {currency.upper()}"


def typed(amount: int, currency: str) -> str:
    """`1234.50`, as people type it and `smallest_units` reads it."""
    return _with_point(amount, currency, "")


def _with_point(amount: int, currency: str, separator: str) -> str:
    places = decimals(currency)
    whole, rest = divmod(abs(amount), 10**places)
    fraction = f".{rest:0{places}d}" if places else ""
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole:{separator}}{fraction}"


def smallest_units(text: str, currency: str) -> int | None:
    """What a person typed (`12`, `12.5`, `12,50`), or None when it is no such amount."""
    places = decimals(currency)
    found = re.fullmatch(r"([0-9]{1,12})(?:[.,]([0-9]{1,3}))?", text.strip())
    if found is None or len(found[2] or "") > places:
        return None
    return int(found[1] + (found[2] or "").ljust(places, "0"))
