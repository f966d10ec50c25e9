"""The local Stripe's pages in a real browser, as wide as a phone: 3-D Secure, and the developer's dashboard."""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.sandbox.stripe_customers import new_customer, subscribe
from tests.sandbox.stripe_process import CARD_ASKING, CARD_GOOD, LocalStripe, Receiver, running, until
from tests.test_browser import browser, fill_in_email, pay_with, press, pytestmark, screenshot, visible, wait

__all__ = ["browser", "pytestmark"]

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}


@pytest.fixture(scope="module", autouse=True)
def phone(browser: webdriver.Chrome) -> None:
    """A window without a screen has a least width, so the page is told that of a phone."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    one = Receiver()
    yield one
    one.close()


@pytest.fixture(scope="module")
def local(receiver: Receiver) -> Iterator[LocalStripe]:
    with running("--forward-to", receiver.url) as one:
        yield one


def fits(browser: webdriver.Chrome) -> bool:
    """Nothing stands out to the right of the screen."""
    return bool(browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth"))


def asked_by_the_bank(browser: webdriver.Chrome, local: LocalStripe) -> str:
    """A buyer who has typed the number of a card that asks; returns the session."""
    session = local.new_session(success_url=f"{local.url}/healthz?thanks", cancel_url=f"{local.url}/healthz?basket")
    browser.get(session.url)
    pay_with(browser, CARD_ASKING)
    wait(browser, lambda: browser.current_url.endswith("/authenticate"))
    return str(session.id)


def test_enter_completes_the_authentication(browser: webdriver.Chrome, local: LocalStripe) -> None:
    session_id = asked_by_the_bank(browser, local)
    screenshot(browser, "authenticate")
    assert fits(browser)
    focused = browser.switch_to.active_element
    assert focused.text == "Complete authentication"
    focused.send_keys(Keys.ENTER)
    wait(browser, lambda: browser.current_url.endswith("?thanks"))
    assert local.sessions.retrieve(session_id).payment_status == "paid"


def test_who_fails_to_authenticate_pays_with_another_card(browser: webdriver.Chrome, local: LocalStripe) -> None:
    session_id = asked_by_the_bank(browser, local)
    browser.switch_to.active_element.send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    assert focused.text == "Fail authentication"
    focused.send_keys(Keys.SPACE)
    wait(browser, lambda: "unable to authenticate" in visible(browser))
    screenshot(browser, "authentication-failed")
    assert fits(browser)
    pay_with(browser, CARD_GOOD)
    wait(browser, lambda: browser.current_url.endswith("?thanks"))
    assert local.sessions.retrieve(session_id).payment_status == "paid"


def test_a_buyer_leaves_the_bank_and_then_the_page(browser: webdriver.Chrome, local: LocalStripe) -> None:
    session_id = asked_by_the_bank(browser, local)
    browser.find_element(By.PARTIAL_LINK_TEXT, "Pay another way").send_keys(Keys.ENTER)
    wait(browser, lambda: "Your bank waits for you" in visible(browser))
    screenshot(browser, "pay-another-way")
    browser.find_element(By.PARTIAL_LINK_TEXT, "Back to the shop").send_keys(Keys.ENTER)
    wait(browser, lambda: browser.current_url.endswith("?basket"))
    assert local.sessions.retrieve(session_id).status == "open"


def test_every_test_card_can_be_filled_in_by_keyboard(browser: webdriver.Chrome, local: LocalStripe) -> None:
    browser.get(local.new_session().url)
    for summary in browser.find_elements(By.TAG_NAME, "summary"):
        summary.send_keys(Keys.ENTER)
    screenshot(browser, "test-cards")
    assert fits(browser)
    labels = {label.get_attribute("for"): label.text for label in browser.find_elements(By.TAG_NAME, "label")}
    assert labels == {"email": "E-mail", "card": "Card number"}
    fill_in_email(browser)
    browser.find_element(By.CSS_SELECTOR, f"button[value='{CARD_ASKING}']").send_keys(Keys.ENTER)
    wait(browser, lambda: browser.switch_to.active_element.get_attribute("value") == CARD_ASKING)


def test_the_dashboard_on_a_phone(browser: webdriver.Chrome, local: LocalStripe, receiver: Receiver) -> None:
    browser.get(local.url)
    assert browser.execute_script("return window.innerWidth") == PHONE["width"]
    assert fits(browser)
    press(browser, "//button[text()='Disable']")
    wait(browser, lambda: bool(browser.find_elements(By.XPATH, "//button[text()='Enable']")))
    press(browser, "//button[text()='Enable']")
    wait(browser, lambda: bool(browser.find_elements(By.XPATH, "//button[text()='Disable']")))
    press(browser, "//button[text()='Roll secret']")
    wait(browser, lambda: "the old one until" in visible(browser))
    browser.find_element(By.XPATH, "//summary[starts-with(text(), 'Signing secret')]").send_keys(Keys.ENTER)
    assert visible(browser).count("whsec_") == 2
    screenshot(browser, "dashboard-endpoints")
    assert fits(browser)

    browser.find_element(By.XPATH, "//summary[starts-with(text(), 'Deliveries')]").send_keys(Keys.ENTER)
    rolled = browser.find_element(By.NAME, "rolled_secret")
    rolled.send_keys(Keys.SPACE)
    screenshot(browser, "dashboard-switches")
    assert fits(browser)
    drop = browser.find_element(By.NAME, "drop")
    drop.clear()
    drop.send_keys("50", Keys.ENTER)
    wait(browser, lambda: "50 % dropped at first, signed with an unknown secret" in visible(browser))
    press(browser, "//button[text()='Well-behaved again']")
    wait(browser, lambda: "once, at once" in visible(browser))

    seconds = browser.find_element(By.NAME, "advance_seconds")
    seconds.clear()
    seconds.send_keys("3600", Keys.ENTER)
    wait(browser, lambda: "3600 s ahead" in visible(browser))
    press(browser, "//button[text()='1 day']")
    wait(browser, lambda: "90000 s ahead" in visible(browser))

    before = len(receiver.received)
    local.client.v1.products.create({"name": "Tea"})
    until(lambda: len(receiver.received) == before + 1)
    browser.get(local.url)
    press(browser, "//button[text()='Resend']")
    wait(browser, lambda: "/events/" in browser.current_url)
    until(lambda: len(receiver.received) == before + 2)
    browser.refresh()
    wait(browser, lambda: "200" in visible(browser))
    screenshot(browser, "event")
    assert fits(browser)


def test_the_dashboard_leads_to_a_customers_portal_and_back(browser: webdriver.Chrome, local: LocalStripe) -> None:
    subscribe(local, new_customer(local, "Jenny Rosen", "pm_card_visa"), "Tea club")
    browser.get(local.url)
    screenshot(browser, "dashboard-subscriptions")
    assert fits(browser)
    press(browser, "//button[@aria-label='Open portal of Jenny Rosen']")
    wait(browser, lambda: "s billing" in visible(browser))
    browser.find_element(By.PARTIAL_LINK_TEXT, "Back to the dashboard").send_keys(Keys.ENTER)
    wait(browser, lambda: "Events" in visible(browser))
    press(browser, "//button[text()='Cancel now']")
    wait(browser, lambda: "canceled\nJenny Rosen\nTea club" in visible(browser))
