"""What handlers report goes into the tables column by column, and nobody's name or address is in it."""

import json
from typing import Any

import psycopg
import pytest

from stripe_svc.handlers import HANDLERS, facts_of, personal_of
from stripe_svc.handlers.event import Event, parse_event
from tests.stripe_events import event, new_session
from tests.test_books import example
from tests.test_settlement import COMPLETED

# What a report may say beside the columns of its table: read by concerns_us().
MORE = {"checkout_sessions": {"created_by_us"}}


def parse(type: str, obj: dict[str, Any]) -> Event:
    return parse_event(json.dumps(event(type, obj)))


@pytest.mark.parametrize("type", HANDLERS)
def test_a_report_is_keyed_like_the_columns_of_its_table(db: psycopg.Connection, type: str) -> None:
    """The database would pass over a name that is no column, and the fact would be lost."""
    facts = facts_of(parse(type, example(db, type)))

    assert facts
    for table, reports in facts.items():
        if table == "deleted_customers":
            assert [set(report) for report in reports] == [{"id", "deleted_at"}]
            continue
        query = "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0"
        columns = {name for (name,) in db.execute(query, [f"stripe_svc.{table}"])}
        assert reports
        for report in reports:
            assert set(report) - MORE.get(table, set()) <= columns
            assert None not in report.values()


def test_what_is_personal_is_apart_from_the_facts(db: psycopg.Connection) -> None:
    shipping = {"name": "Zoë Müller", "address": {"city": "Ulm", "line1": "Gasse 1"}}
    buyer = {"email": "buyer@example.com", "name": "Zoë Müller", "phone": "+49 731 1"}
    paid = new_session(db, customer_details=buyer, collected_information={"shipping_details": shipping})
    parsed = parse(COMPLETED, paid)

    assert personal_of(parsed) == buyer | {"shipping": shipping}

    facts = json.dumps(facts_of(parsed), ensure_ascii=False)
    assert not any(word in facts for word in ("buyer@", "Zoë", "+49", "Ulm", "Gasse"))


@pytest.mark.parametrize("type", [type for type in HANDLERS if not type.startswith("checkout.session.")])
def test_nothing_else_tells_of_a_person(db: psycopg.Connection, type: str) -> None:
    known = {"email": "buyer@example.com", "name": "Zoë Müller", "phone": "+49 731 1"}
    told = {"customer_email": known["email"], "customer_name": known["name"], "receipt_email": known["email"]}
    parsed = parse(type, example(db, type) | told | {"billing_details": known, "shipping": known})

    assert personal_of(parsed) is None
    facts = json.dumps(facts_of(parsed), ensure_ascii=False)
    assert not any(word in facts for word in ("buyer@", "Zoë", "+49"))
