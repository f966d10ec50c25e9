"""When a period ends: https://docs.stripe.com/billing/subscriptions/billing-cycle."""

import calendar
from datetime import UTC, datetime, timedelta

from ..objects import Object

MONTHS = {"month": 1, "year": 12}
DAYS = {"day": 1, "week": 7}


def end_of_period(anchor: int, start: int, recurring: Object) -> int:
    """The first renewal after `start`, counted from the anchor: a 31st is the last day of a shorter month."""
    ends = 1
    while (end := after(anchor, ends, recurring)) <= start:
        ends += 1
    return end


def after(anchor: int, periods: int, recurring: Object) -> int:
    """When so many periods are over."""
    count = periods * int(recurring["interval_count"])
    begin = datetime.fromtimestamp(anchor, UTC)
    if recurring["interval"] in DAYS:
        return int((begin + timedelta(days=count * DAYS[recurring["interval"]])).timestamp())
    years, month = divmod(begin.month - 1 + count * MONTHS[recurring["interval"]], 12)
    year = begin.year + years
    day = min(begin.day, calendar.monthrange(year, month + 1)[1])
    return int(begin.replace(year=year, month=month + 1, day=day).timestamp())
