"""The shop, the service, the local Stripe and a real database, as `make run` puts them together."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import requests

from tests.sandbox.stripe_process import CARD_GOOD, ROOT, SECRET, LocalStripe, running, until
from tests.service import API_KEY, Service, free_port


@contextmanager
def running_shop(service_url: str, api_key: str = API_KEY) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "sandbox.shop", "--port", "0"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "STRIPE_SVC_URL": service_url, "STRIPE_SVC_API_KEY": api_key},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield re.findall(r"http://\S+", process.stdout.readline())[0]
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def stack(app_url: str) -> Iterator[tuple[str, LocalStripe]]:
    """The shop's address, and the local Stripe behind it."""
    port = free_port()
    with (
        running("--forward-to", f"http://127.0.0.1:{port}/webhooks/stripe") as local,
        Service.running(app_url, stripe_api_base=local.url, webhook_secret=SECRET, port=port) as service,
        running_shop(service.base) as shop,
    ):
        yield shop, local


def buy(shop: str, form: dict[str, str]) -> str:
    """Press "Buy"; returns the id of the session that the buyer is sent to."""
    answer = requests.post(f"{shop}/buy", data=form, timeout=15, allow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].rsplit("/", 1)[1]


def buy_form(shop: str, product: str) -> dict[str, str]:
    page = requests.get(shop, timeout=15).text
    token = re.findall(rf'value="{product}">\s*<input type="hidden" name="token" value="(\w+)"', page)[0]
    return {"product": product, "token": token}


def my_orders(shop: str) -> str:
    return requests.get(f"{shop}/orders", timeout=15).text


def test_a_purchase_is_paid_and_the_buyer_lands_on_the_services_page(stack: tuple[str, LocalStripe]) -> None:
    shop, local = stack
    assert "2,800 JPY" in requests.get(shop, timeout=15).text
    session_id = buy(shop, buy_form(shop, "tea"))
    assert 'class="badge pending"' in my_orders(shop)
    answer = local.submit(session_id, card=CARD_GOOD)
    assert f"/checkout/return?session_id={session_id}" in answer.headers["Location"]
    assert requests.get(answer.headers["Location"], timeout=15).ok
    page = until(lambda: 'class="badge paid"' in my_orders(shop) and my_orders(shop))
    order_page = requests.get(shop + re.findall(r'href="(/orders/[^"]+)"', page)[0], timeout=15).text
    assert "checkout.session.completed" in order_page
    assert "Pay now" not in order_page


def test_a_double_click_is_one_order_which_can_be_paid_after_it_expired(stack: tuple[str, LocalStripe]) -> None:
    shop, local = stack
    form = buy_form(shop, "cups")
    with ThreadPoolExecutor(4) as pool:
        session_ids = set(pool.map(lambda _: buy(shop, form), range(4)))
    assert len(session_ids) == 1
    assert my_orders(shop).count("<li>") == 1
    assert [each.id for each in local.sessions.list()] == list(session_ids)

    (first,) = session_ids
    local.sessions.expire(first)
    page = until(lambda: "Pay again" in my_orders(shop) and my_orders(shop))
    pay_again = re.findall(r'action="(/orders/[^"]+/pay)"', page)[0]
    answer = requests.post(shop + pay_again, timeout=15, allow_redirects=False)
    second = answer.headers["Location"].rsplit("/", 1)[1]
    assert second != first
    local.submit(second, card=CARD_GOOD)
    until(lambda: 'class="badge paid"' in my_orders(shop))


def test_a_service_that_is_down_is_explained() -> None:
    with running_shop("http://127.0.0.1:9") as shop:
        assert requests.get(f"{shop}/healthz", timeout=15).ok
        answer = requests.post(f"{shop}/buy", data=buy_form(shop, "cups"), timeout=15)
        assert answer.status_code == 503
        assert "does not answer" in answer.text


def test_only_this_machine_and_its_own_pages_are_answered() -> None:
    with running_shop("http://127.0.0.1:9") as shop:
        assert requests.get(shop, headers={"Host": "evil.example"}, timeout=15).status_code == 403
        answer = requests.post(f"{shop}/buy", headers={"Origin": "http://evil.example"}, timeout=15)
        assert answer.status_code == 403


# A subscription


def test_a_member_is_who_the_service_says(stack: tuple[str, LocalStripe]) -> None:
    shop, local = stack
    assert "You are not a member." in page(shop, "/membership")
    session_id = buy(shop, buy_form(shop, "club"))
    local.submit(session_id, card=CARD_GOOD)

    until(lambda: "You may enter the tea club" in page(shop, "/membership"))
    (subscription_id,) = re.findall(r"/membership/(sub_\w+)/cancel", page(shop, "/membership"))
    assert "Renews" in page(shop, "/membership")
    portal = requests.post(f"{shop}/membership/portal", timeout=15, allow_redirects=False).headers["Location"]
    assert "Tea club" in requests.get(portal, timeout=15).text

    requests.post(f"{shop}/membership/{subscription_id}/cancel", timeout=15)
    until(lambda: "<dt>Ends</dt>" in page(shop, "/membership"))
    assert "You may enter the tea club" in page(shop, "/membership")
    assert "/cancel" not in page(shop, "/membership")


def page(shop: str, path: str) -> str:
    return requests.get(shop + path, timeout=15).text
