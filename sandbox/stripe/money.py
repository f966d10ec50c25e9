"""Amounts as people read them. Stripe's are integers in the currency's smallest unit.

https://docs.stripe.com/currencies: the currencies without decimals, those with three, and the odd ones (ISK
and UGX have no decimals today, yet Stripe keeps two in its amounts).
"""


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


ZERO_DECIMAL = _codes("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf")
THREE_DECIMAL = _codes("bhd jod kwd omr tnd")
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


def readable(amount: int, currency: str) -> str:
    """`1,234.50 EUR`, `500 JPY`, `1.250 KWD`."""
    places = decimals(currency)
    whole, rest = divmod(abs(amount), 10**places)
    fraction = f".{rest:0{places}d}" if places else ""
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole:,}{fraction} {currency.upper()}"
