"""A rule stands in one place, and everything else asks it: what is said twice is changed once, some day."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import psycopg
import pytest

from stripe_svc import models
from stripe_svc.handlers import HANDLERS
from stripe_svc.handlers.event import parse_event
from tests.service import ROOT
from tests.stripe_events import charge, dispute, event, new_session, payment_intent, refund
from tests.subscription_events import SHAPES, sell
from tests.test_structure import FUNCTIONS, MIGRATIONS, name_of, tree

# Where rules could stand. The migrations make the vocabularies, models.py says them to whoever reads the API.
RULES = [
    *(path for path in sorted(ROOT.glob("sql/*/**/*.sql")) if path.parent.name != "migrations"),
    *(path for path in sorted(ROOT.glob("stripe_svc/**/*.py")) if path.name != "models.py"),
]
VOCABULARIES = {
    name: re.findall(r"'(\w+)'", words)
    for name, words in re.findall(r"^CREATE TYPE stripe_svc\.(\w+) AS ENUM \(([^;]*)\);", MIGRATIONS, re.MULTILINE)
}
# What a function decides by a status, and nobody else may: the words that it does so by.
DECIDED_BY_FUNCTION = {
    "subscription_has_ended": {"canceled", "incomplete_expired"},
    "dispute_counts": {"won", "warning_closed", "charge_refunded", "prevented"},
}
FACTS = ["checkout_session", "payment", "refund", "dispute", "subscription", "invoice"]
# An order's derived columns have to be listed here: as columns and as a type, where the one is made of the other, and
# where they are written and guarded.
DERIVED = {
    "sql/migrations/20261125120000_create_schema.sql",
    "sql/functions/orders/outcome_of.sql",
    "sql/functions/orders/settle_order.sql",
    "sql/functions/guards/refuse_unverified_write.sql",
}


# --- vocabularies and what is decided by them ---


def test_a_list_of_words_stands_in_one_place() -> None:
    places = defaultdict(set)
    for path in RULES:
        for words in lists_in(path.read_text(), path.suffix):
            for rule in meanings(words):
                places[rule].add(name_of(path))

    assert {rule: found for rule, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("WHERE s.status IN ('incomplete_expired', 'canceled')", ".sql"),
        ("WHERE s.status NOT IN (\n    'canceled',\n    'incomplete_expired'\n)", ".sql"),
        ("WHERE s.status::text = ANY ('{canceled,incomplete_expired}')", ".sql"),
        ("WHERE s.status::text = ANY (ARRAY['canceled', 'incomplete_expired'])", ".sql"),
        ("WHERE s.status IN ('incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused')", ".sql"),
        ("ENDED = {'canceled', 'incomplete_expired'}", ".py"),
        ("if status in ('incomplete_expired', 'canceled'): pass", ".py"),
        ("LABELS = {'canceled': 1, 'incomplete_expired': 2}", ".py"),
    ],
)
def test_a_second_list_would_be_found(text: str, suffix: str) -> None:
    [words] = lists_in(text, suffix)

    rule = ("subscription_status", frozenset({"canceled", "incomplete_expired"}))
    assert rule in meanings(words)
    assert rule in meanings(frozenset(DECIDED_BY_FUNCTION["subscription_has_ended"]))


@pytest.mark.parametrize("function", DECIDED_BY_FUNCTION)
def test_what_a_function_decides_nobody_else_decides(function: str) -> None:
    """In other words either, as `status = 'canceled' OR status = 'incomplete_expired'`."""
    words = DECIDED_BY_FUNCTION[function]
    [own] = [path for path in FUNCTIONS if path.stem == function]
    assert frozenset(words) in set(lists_in(own.read_text(), ".sql"))

    deciding = [name_of(path) for path in RULES if path != own and len(words & words_in(path)) > 1]

    assert deciding == []


def test_the_words_of_the_api_are_those_of_the_database() -> None:
    """Types for readers of the API cannot be read from the database: they are compared with it."""
    vocabularies = set(map(frozenset, VOCABULARIES.values()))
    # We sell one-time payments and subscriptions; a session without an order may be for neither.
    vocabularies.add(frozenset(VOCABULARIES["checkout_mode"]) - {"setup"})
    ours = {word for words in VOCABULARIES.values() for word in words}
    stated = [
        frozenset(re.findall(r'"(\w+)"', words))
        for words in re.findall(r"Literal\[(.*?)\]", Path(models.__file__).read_text(), re.DOTALL)
    ]

    of_vocabularies = {words for words in stated if len(words & ours) > 1 and words <= ours}
    assert frozenset(get_args(models.OrderStatus)) in of_vocabularies
    assert frozenset(get_args(models.SubscriptionStatus)) in of_vocabularies
    assert of_vocabularies <= vocabularies


# --- columns ---


def test_derived_columns_are_listed_in_few_places_and_the_same_in_each() -> None:
    [made] = re.findall(r"CREATE TYPE stripe_svc\.order_outcome AS \((.*?)\n\);", MIGRATIONS, re.DOTALL)
    derived = re.findall(r"^    (\w+) ", made, re.MULTILINE)
    assert "access_has_grace" in derived
    source = {path.stem: path.read_text() for path in FUNCTIONS}
    [table] = re.findall(r"CREATE TABLE stripe_svc\.orders \((.*?)\n\);", MIGRATIONS, re.DOTALL)
    [columns] = re.findall(r"-- Derived by(.*?)\n\n", table, re.DOTALL)
    [guarded] = re.findall(r"BEFORE UPDATE OF ([\w,\s]+) ON stripe_svc\.orders\n", source["refuse_unverified_write"])
    [updated] = re.findall(
        r"UPDATE stripe_svc\.orders AS o\n\s+SET\n(.*?)\n\s+WHERE", source["settle_order"], re.DOTALL
    )

    assert [name for name in re.findall(r"^    (\w+) ", columns, re.MULTILINE) if name != "--"] == derived
    assert re.findall(r"\bo\.(\w+)", source["outcome_of"]) == derived
    assert re.findall(r"\w+", guarded) == derived
    assert re.findall(r"(\w+) = outcome\.\1,", updated) == derived
    listing = {
        name_of(path)
        for path in [*RULES, *ROOT.glob("sql/migrations/*.sql"), *ROOT.glob("stripe_svc/*.py")]
        if all(re.search(rf"\b{name}\b", path.read_text()) for name in derived)
    }
    assert listing == DERIVED


@pytest.mark.parametrize("fact", FACTS)
def test_facts_are_merged_and_recorded_by_the_columns_of_their_table(db: psycopg.Connection, fact: str) -> None:
    """In their order: a merged row is written as a whole."""
    columns = columns_of_table(db, f"{fact}s")
    source = {path.stem: path.read_text() for path in FUNCTIONS}

    [recorded] = re.findall(r"SET \(([\w,\s]+)\) = \(SELECT m\.\*", source[f"record_{fact}s"])
    assert re.findall(r"\w+", recorded) == columns
    if fact != "subscription":  # there one of the two reports is kept
        [merged] = re.findall(r"(?:ROW|RETURN )\((.*?)\n\s*\)::", source[f"merge_{fact}"], re.DOTALL)
        assert list(dict.fromkeys(re.findall(r"\bknown\.(\w+)", merged))) == columns
        assert set(re.findall(r"\breported\.(\w+)", merged)) <= set(columns)


@pytest.mark.parametrize("shape", SHAPES)
def test_handlers_report_all_columns_and_no_others(db: psycopg.Connection, shape: str) -> None:
    """PostgreSQL passes over a key that is no column: a misspelt one would be a fact that is lost."""
    paid, sold = new_session(db), sell(db, shape)
    invoice = sold.invoice()
    objects: dict[str, dict[str, Any]] = {
        "checkout.session.": paid,
        "payment_intent.": payment_intent(paid),
        "charge.refunded": charge(paid, refunds={"data": [refund(paid)]}),
        "charge.refund.updated": refund(paid),
        "refund.": refund(paid),
        "charge.dispute.": dispute(paid),
        "customer.subscription.": sold.subscription(),
        "invoice.": invoice,
        "invoice_payment.": sold.invoice_payment(invoice),
        "customer.deleted": sold.deleted_customer(1)["data"]["object"],
    }
    # Only what a session says of itself, whether or not its order is here, and no column.
    told_besides = {"checkout_sessions": {"created_by_us"}}
    tables = set()
    for type, handler in HANDLERS.items():
        [about] = [about for prefix, about in objects.items() if type.startswith(prefix)]
        report = handler(parse_event(json.dumps(event(type, about))))
        assert report, type
        for table, facts in report.items():
            tables.add(table)
            columns = {"id", "deleted_at"} if table == "deleted_customers" else set(columns_of_table(db, table))
            for fact in facts:
                assert set(fact) - told_besides.get(table, set()) == columns, type
    assert tables == {*(f"{fact}s" for fact in FACTS), "deleted_customers"}


def columns_of_table(db: psycopg.Connection, table: str) -> list[str]:
    rows = db.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " ORDER BY attnum",
        [f"stripe_svc.{table}"],
    )
    return [name for (name,) in rows]


# --- reading ---


def meanings(words: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The vocabularies that all words are of, with the words; or those that are left out, whichever are fewer."""
    for name, all_words in VOCABULARIES.items():
        if words <= set(all_words):
            left_out = frozenset(all_words) - words
            yield name, min(words, left_out or words, key=lambda some: (len(some), sorted(some)))


def lists_in(text: str, suffix: str) -> Iterator[frozenset[str]]:
    """Each list of several words in a file: IN (…), ARRAY[…] and '{…}' in SQL, what holds texts only in Python."""
    if suffix == ".sql":
        code = re.sub(r"--[^\n]*", "", text)
        for quoted in re.findall(r"[(\[]\s*('\w+'(?:\s*,\s*'\w+')+)\s*[)\]]", code):
            yield frozenset(re.findall(r"\w+", quoted))
        for braced in re.findall(r"'\{(\w+(?:,\s*\w+)+)\}'", code):
            yield frozenset(re.findall(r"\w+", braced))
        return
    for node in ast.walk(ast.parse(text)):
        held: list[Any] = []
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            held = node.elts
        elif isinstance(node, ast.Dict):
            held = node.keys
        words = frozenset(
            each.value for each in held if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
        if len(words) > 1:
            yield words


def words_in(path: Path) -> set[str]:
    """The single words that a file has as texts."""
    if path.suffix == ".sql":
        return set(re.findall(r"'(\w+)'", re.sub(r"--[^\n]*", "", path.read_text())))
    return {
        node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
