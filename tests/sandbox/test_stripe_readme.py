"""What the local Stripe's README says is so."""

import re
from pathlib import Path

import pytest

from sandbox.stripe import endpoint_routes
from sandbox.stripe.app import create_app
from sandbox.stripe.cards import TEST_CARDS
from sandbox.stripe.objects import API_VERSION
from sandbox.stripe.state import State
from sandbox.stripe.store import Store
from tests.service import ROOT

FOLDER = Path(str(endpoint_routes.__file__)).parent
README = (FOLDER / "README.md").read_text()

# What browsers send from the pages, and what is no page: not for anybody to know by heart.
OF_PAGES = re.compile(r"(POST|GET) /(?!v1|_sandbox|stripecli)")


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    app = create_app(State(Store(tmp_path_factory.mktemp("readme") / "stripe.db"), None))
    return {
        f"{method} {re.sub('<[^>]*>', '{id}', rule.rule)}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if "<path:" not in rule.rule
    }


def test_the_tables_of_routes_are_the_routes(routes: set[str]) -> None:
    documented = re.findall(r"`((?:GET|POST|DELETE) /[^`]*)`", README)

    assert len(documented) == len(set(documented))
    assert set(documented) - routes == set()
    assert {route for route in routes - set(documented) if not OF_PAGES.match(route)} == set()


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (FOLDER / target).exists(), target


def test_what_it_promises_is_there() -> None:
    assert f"`{API_VERSION}`" in README
    for name in ("--data", "--forward-to", "--speed-up", "SANDBOX_STRIPE_WEBHOOK_SECRET", "SANDBOX_STRIPE_API_KEY"):
        assert name in README
        assert name in (FOLDER / "__main__.py").read_text()
    # The page of Stripe's own documentation that says what each card leads to names these first.
    assert {"4242424242424242", "4000000000000002", "4000002500003155"} <= TEST_CARDS.keys()
    assert (ROOT / "README.md").read_text().count("(sandbox/stripe/README.md)") == 1
