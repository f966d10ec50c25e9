"""A buyer in a real browser: from the shop to the payment page, and back to a page that says what became of it."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from sandbox import postgres
from tests.conftest import as_app, cloned_database
from tests.local_stripe import LocalStripe
from tests.service import API_KEY, ROOT, Service, free_port, wait_until_it_answers

pytestmark = pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("chromedriver")),
    reason="chromium and chromedriver are not installed (Debian: apt install chromium chromium-driver)",
)

# Chromium looks for Google's servers at every start unless it is told not to.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=390,844",  # a phone
]


@pytest.fixture(scope="module")
def shop(server: postgres.Server, template: str) -> Iterator[str]:
    """The whole: the shop, the service, and a local Stripe that delivers its events to it."""
    port, shop_port = free_port(), free_port()
    secret = f"whsec_{secrets.token_hex(16)}"
    forward_to = f"http://127.0.0.1:{port}/webhooks/stripe"
    with (
        cloned_database(server, template) as url,
        LocalStripe.running(forward_to=forward_to, webhook_secret=secret) as stripe,
        Service.running(as_app(url), stripe_api_base=stripe.url, webhook_secret=secret, port=port) as service,
    ):
        process = subprocess.Popen(
            [sys.executable, "-m", "sandbox.shop", "--port", str(shop_port)],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "STRIPE_SVC_URL": service.base, "STRIPE_SVC_API_KEY": API_KEY},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_until_it_answers(f"http://127.0.0.1:{shop_port}/healthz")
            yield f"http://127.0.0.1:{shop_port}"
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(flag)
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def test_a_buyer_pays_and_the_return_page_says_so_without_a_reload(browser: webdriver.Chrome, shop: str) -> None:
    buy(browser, shop)
    pay_with(browser, "4242 4242 4242 4242")

    wait(browser, lambda: "/checkout/return" in browser.current_url)
    # A reload would forget this.
    browser.execute_script("window.loadedOnce = true")
    wait(browser, lambda: "Thank you" in visible(browser))
    assert browser.execute_script("return window.loadedOnce")
    screenshot(browser, "return-page")

    browser.get(f"{shop}/orders")
    assert "paid" in visible(browser)


def test_a_declined_buyer_is_told_and_tries_again(browser: webdriver.Chrome, shop: str) -> None:
    buy(browser, shop)
    pay_with(browser, "4000 0000 0000 0002")
    wait(browser, lambda: "declined" in visible(browser))
    screenshot(browser, "declined")

    pay_with(browser, "4242 4242 4242 4242")

    wait(browser, lambda: "Thank you" in visible(browser))


def test_a_buyer_who_goes_back_finds_the_order_and_pays_it_later(browser: webdriver.Chrome, shop: str) -> None:
    buy(browser, shop)
    payment_page = browser.current_url
    browser.find_element(By.PARTIAL_LINK_TEXT, "Back to the shop").click()
    wait(browser, lambda: browser.current_url.startswith(shop))

    browser.get(f"{shop}/orders")
    assert "pending" in visible(browser)
    screenshot(browser, "orders")
    browser.find_element(By.CSS_SELECTOR, "button[aria-label^='Pay for order']").send_keys(Keys.ENTER)

    wait(browser, lambda: browser.current_url == payment_page)
    pay_with(browser, "4242 4242 4242 4242")
    wait(browser, lambda: "Thank you" in visible(browser))


@pytest.mark.parametrize(("answer", "says"), [("succeed", "Thank you"), ("fail", "did not go through")])
def test_a_delayed_payment_is_on_its_way_until_the_bank_answers(
    browser: webdriver.Chrome, shop: str, answer: str, says: str
) -> None:
    buy(browser, shop)
    payment_page = browser.current_url
    fill_in_email(browser)
    browser.find_element(By.CSS_SELECTOR, "button[value=bank_debit]").click()
    wait(browser, lambda: "on its way" in visible(browser))
    return_page = browser.current_window_handle

    browser.switch_to.new_window("tab")
    browser.get(payment_page)
    browser.find_element(By.CSS_SELECTOR, f"button[value^={answer}]").click()
    wait(browser, lambda: "Processing" not in visible(browser))
    browser.close()
    browser.switch_to.window(return_page)

    wait(browser, lambda: says in visible(browser))


def test_a_refund_from_stripes_dashboard_reaches_the_order_and_comes_back_when_it_fails(
    browser: webdriver.Chrome, shop: str
) -> None:
    buy(browser, shop)
    dashboard = browser.current_url.split("/c/pay/")[0]
    pay_with(browser, "4242 4242 4242 4242")
    wait(browser, lambda: "Thank you" in visible(browser))

    browser.get(dashboard)
    screenshot(browser, "dashboard")
    press(browser, "//button[text()='Refund']")
    wait(browser, lambda: bool(browser.find_elements(By.XPATH, "//button[text()='Fails']")))
    screenshot(browser, "dashboard-refunded")
    wait_for_newest_order(browser, shop, "refunded")
    screenshot(browser, "order-refunded")

    browser.get(dashboard)
    press(browser, "//button[text()='Fails']")
    wait_for_newest_order(browser, shop, "paid")


def test_a_dispute_takes_the_order_away_until_it_is_won(browser: webdriver.Chrome, shop: str) -> None:
    buy(browser, shop)
    dashboard = browser.current_url.split("/c/pay/")[0]
    pay_with(browser, "4242 4242 4242 4242")
    wait(browser, lambda: "Thank you" in visible(browser))

    browser.get(dashboard)
    press(browser, "//button[text()='Dispute']")
    wait_for_newest_order(browser, shop, "disputed")

    browser.get(dashboard)
    press(browser, "//button[starts-with(@aria-label, 'Win')]")
    wait_for_newest_order(browser, shop, "paid")


def test_a_member_joins_manages_and_leaves(browser: webdriver.Chrome, shop: str) -> None:
    browser.get(shop)
    screenshot(browser, "shop")
    press(browser, "//button[text()='Join']")
    wait(browser, lambda: "/c/pay/" in browser.current_url)
    assert "then 15.00 EUR every month" in visible(browser)
    screenshot(browser, "subscribe")
    pay_with(browser, "4242 4242 4242 4242")
    wait(browser, lambda: "Thank you" in visible(browser))

    def membership_says(words: str) -> bool:
        browser.get(f"{shop}/membership")
        return words in visible(browser)

    wait(browser, lambda: membership_says("You may enter the tea club until"))
    screenshot(browser, "membership")
    press(browser, "//button[text()='Manage billing']")
    wait(browser, lambda: "/p/session/" in browser.current_url)
    press(browser, "//button[text()='Cancel at period end']")
    wait(browser, lambda: "Ends on" in visible(browser))
    press(browser, "//a[contains(., 'Back to the shop')]")
    wait(browser, lambda: browser.current_url == f"{shop}/membership")
    wait(browser, lambda: membership_says("Ends"))
    assert "You may enter the tea club until" in visible(browser)
    screenshot(browser, "membership-canceled")


def press(browser: webdriver.Chrome, button: str) -> None:
    """Presses the first such button with the keyboard: the newest payment is the first in the dashboard."""
    browser.find_element(By.XPATH, button).send_keys(Keys.ENTER)


def wait_for_newest_order(browser: webdriver.Chrome, shop: str, status: str) -> None:
    """Returns once the shop shows its newest order with that status."""

    def shown() -> bool:
        browser.get(f"{shop}/orders")
        return bool(browser.find_element(By.CSS_SELECTOR, "main .badge").text == status)

    wait(browser, shown)


def buy(browser: webdriver.Chrome, shop: str) -> None:
    """Buys the shop's first product and ends on the payment page."""
    browser.get(shop)
    browser.find_element(By.CSS_SELECTOR, "button[aria-label^=Buy]").click()
    wait(browser, lambda: "/c/pay/" in browser.current_url)


def pay_with(browser: webdriver.Chrome, card: str) -> None:
    fill_in_email(browser)
    field = browser.find_element(By.ID, "card")
    field.clear()
    field.send_keys(card, Keys.ENTER)


def fill_in_email(browser: webdriver.Chrome) -> None:
    email = browser.find_element(By.ID, "email")
    if not email.get_attribute("readonly"):
        email.clear()
        email.send_keys("buyer@example.com")


def visible(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "main").text


def wait(browser: webdriver.Chrome, condition: Callable[[], bool]) -> None:
    """Returns once the condition holds; a page that is just being replaced counts as not yet."""
    WebDriverWait(browser, 20, 0.1, [WebDriverException]).until(lambda _: condition())


def screenshot(browser: webdriver.Chrome, name: str) -> None:
    """Keeps what is on the screen if SCREENSHOTS names a folder for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        browser.save_screenshot(str(Path(folder) / f"{name}.png"))
