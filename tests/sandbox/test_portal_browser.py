"""The billing portal in a real browser, as wide as a small phone, by keyboard alone; and 3-D Secure without a page.

Whatever a test looks at must fit the screen, load nothing from elsewhere, and leave the browser's console silent.
"""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.sandbox.stripe_customers import default_card, new_customer, owing, pay_with, portal_of, subscribe
from tests.sandbox.stripe_process import CARD_DECLINED, LocalStripe, running
from tests.sandbox.test_stripe_browser import fits
from tests.test_browser import browser, pytestmark, screenshot, visible, wait

__all__ = ["browser", "pytestmark"]

SMALL_PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
MASTERCARD = "5555 5555 5555 4444"
ASKS = "4000 0027 6000 3184"
CONTROLS = "a, button, input, summary"
MONTH = 32 * 24 * 3600


@pytest.fixture(scope="module", autouse=True)
def phone(browser: webdriver.Chrome) -> None:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SMALL_PHONE)
    # Tab goes on from the last control to the browser's own, of which there are none here; the next pages keep focus.
    browser.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


@pytest.fixture(autouse=True)
def silence(browser: webdriver.Chrome) -> Iterator[None]:
    """Nothing in the console, but that a form was refused, which the browser notes there by itself."""
    console(browser)
    yield
    assert [each for each in console(browser) if "a status of 400" not in each] == []


def console(browser: webdriver.Chrome) -> list[str]:
    """What came since this was last asked."""
    return [each["message"] for each in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def look(browser: webdriver.Chrome, local: LocalStripe, name: str) -> None:
    wait(browser, lambda: browser.execute_script("return document.readyState") == "complete")
    screenshot(browser, name)
    assert browser.execute_script("return window.innerWidth") == SMALL_PHONE["width"]
    assert fits(browser)
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map(each => each.name)")
    assert f"{local.url}/static/style.css" in loaded
    assert [url for url in loaded if not url.startswith(f"{local.url}/")] == []
    assert [each for each in browser.find_elements(By.TAG_NAME, "input") if not each.accessible_name] == []


def open_portal(browser: webdriver.Chrome, local: LocalStripe, customer: str) -> None:
    browser.get(local.url + portal_of(local, customer))


def has_visible_focus(browser: webdriver.Chrome) -> bool:
    style = "getComputedStyle(document.activeElement)"
    width, kind = browser.execute_script(f"return [{style}.outlineWidth, {style}.outlineStyle]")
    return kind == "solid" and float(width.removesuffix("px")) >= 2


def tab(browser: webdriver.Chrome) -> WebElement:
    """What has the focus after one more press of Tab; everybody sees that it has."""
    ActionChains(browser).send_keys(Keys.TAB).perform()
    focused = browser.switch_to.active_element
    assert focused.tag_name == "body" or has_visible_focus(browser), focused.accessible_name
    return focused


def tab_to(browser: webdriver.Chrome, name: str) -> WebElement:
    for _ in range(100):
        if name in (focused := tab(browser)).accessible_name and focused.tag_name != "body":
            return focused
    raise AssertionError(f"Tab does not reach “{name}”")


def alert(browser: webdriver.Chrome) -> str:
    return " ".join(each.text for each in browser.find_elements(By.CSS_SELECTOR, "[role=alert]"))


def type_card(browser: webdriver.Chrome, number: str) -> None:
    field = tab_to(browser, "Number of another card")
    field.clear()
    field.send_keys(number, Keys.ENTER)


def wait_for_question(browser: webdriver.Chrome) -> None:
    """The bank's page: the focus is where Enter says yes, and seen there."""
    wait(browser, lambda: "/authenticate/" in browser.current_url)
    wait(browser, lambda: browser.switch_to.active_element.accessible_name == "Complete authentication")
    assert has_visible_focus(browser)


def in_arrears(local: LocalStripe) -> tuple[str, str]:
    """A customer whose renewal failed, and the subscription."""
    customer = new_customer(local)
    subscription = subscribe(local, customer)
    pay_with(local, customer, "pm_card_chargeCustomerFail")
    assert local.control("clock", advance_seconds=MONTH).ok
    assert local.client.v1.subscriptions.retrieve(subscription).status == "past_due"
    return customer, subscription


def declined(local: LocalStripe, customer: str) -> list[str]:
    intents = local.raw("GET", f"/v1/payment_intents?customer={customer}").json()["data"]
    charges = local.raw("GET", f"/v1/charges?payment_intent={intents[0]['id']}").json()["data"]
    return [charge["id"] for charge in charges if charge["status"] == "failed"]


def test_a_customer_cancels_at_the_end_of_the_period_and_takes_it_back(
    browser: webdriver.Chrome, local: LocalStripe
) -> None:
    customer = new_customer(local)
    subscription = subscribe(local, customer, "Tea club")
    open_portal(browser, local, customer)
    assert "Tea club\n19.00 EUR every month\nactive Renews on" in visible(browser)
    tab_to(browser, "Cancel at period end").send_keys(Keys.ENTER)
    wait(browser, lambda: "Ends on" in visible(browser))
    look(browser, local, "portal-canceled")
    assert local.client.v1.subscriptions.retrieve(subscription).cancel_at_period_end
    tab_to(browser, "cancel Tea club").send_keys(Keys.SPACE)
    wait(browser, lambda: "Renews on" in visible(browser))
    assert not local.client.v1.subscriptions.retrieve(subscription).cancel_at_period_end
    tab_to(browser, "Back to the shop").send_keys(Keys.ENTER)
    wait(browser, lambda: browser.current_url.endswith("/healthz?shop"))


def test_a_customer_types_another_card(browser: webdriver.Chrome, local: LocalStripe) -> None:
    customer = new_customer(local)
    open_portal(browser, local, customer)
    assert "Visa ending in 4242" in visible(browser)
    type_card(browser, MASTERCARD)
    wait(browser, lambda: "Mastercard ending in 4444" in visible(browser))
    look(browser, local, "portal-other-card")
    assert default_card(local, customer) == "4444"


def test_a_button_fills_in_a_test_card(browser: webdriver.Chrome, local: LocalStripe) -> None:
    customer = new_customer(local)
    open_portal(browser, local, customer)
    tab_to(browser, "Other brands and countries").send_keys(Keys.ENTER)
    tab_to(browser, MASTERCARD).send_keys(Keys.ENTER)
    wait(browser, lambda: browser.switch_to.active_element.get_attribute("value") == MASTERCARD)
    look(browser, local, "portal-filled")
    assert default_card(local, customer) == "4242"
    tab_to(browser, "Use this card from now on").send_keys(Keys.SPACE)
    wait(browser, lambda: "Mastercard ending in 4444" in visible(browser))


@pytest.mark.parametrize(
    ("number", "says"),
    [(CARD_DECLINED, "Your card was declined."), ("4111 1111 1111 1111", "knows only the test cards")],
)
def test_a_card_that_cannot_be_used_changes_nothing(
    browser: webdriver.Chrome, local: LocalStripe, number: str, says: str
) -> None:
    customer = new_customer(local)
    subscribe(local, customer)
    open_portal(browser, local, customer)
    type_card(browser, number)
    wait(browser, lambda: says in alert(browser))
    assert "Nothing was changed" in alert(browser)
    field = browser.switch_to.active_element
    described_by = browser.find_element(By.ID, field.get_attribute("aria-describedby") or "")
    assert (field.get_attribute("value"), says in described_by.text) == (number, True)
    assert browser.execute_script("return arguments[0].getBoundingClientRect().bottom", described_by) < 740
    look(browser, local, "portal-refused")
    assert "Visa ending in 4242" in visible(browser)
    assert default_card(local, customer) == "4242"
    type_card(browser, MASTERCARD)
    wait(browser, lambda: "Mastercard ending in 4444" in visible(browser))
    assert alert(browser) == ""


def test_a_failed_renewal_is_paid_with_another_card(browser: webdriver.Chrome, local: LocalStripe) -> None:
    customer, subscription = in_arrears(local)
    open_portal(browser, local, customer)
    look(browser, local, "portal-past-due")
    assert "past due Not paid yet." in visible(browser)
    assert "Not paid. Your card was declined." in visible(browser)
    tab_to(browser, "Pay now").send_keys(Keys.ENTER)
    wait(browser, lambda: len(declined(local, customer)) == 2)
    wait(browser, lambda: "Not paid. Your card was declined." in visible(browser))
    type_card(browser, MASTERCARD)
    wait(browser, lambda: "Mastercard ending in 4444" in visible(browser))
    tab_to(browser, "Pay now").send_keys(Keys.ENTER)
    wait(browser, lambda: "Pay now" not in visible(browser))
    look(browser, local, "portal-paid")
    assert "active Renews on" in visible(browser)
    assert local.client.v1.subscriptions.retrieve(subscription).status == "active"


def test_a_card_that_asks_leads_to_the_bank_and_back_to_the_portal(
    browser: webdriver.Chrome, local: LocalStripe
) -> None:
    customer, subscription = in_arrears(local)
    open_portal(browser, local, customer)
    portal = browser.current_url
    type_card(browser, ASKS)
    wait(browser, lambda: "ending in 3184" in visible(browser))

    tab_to(browser, "Pay now").send_keys(Keys.ENTER)
    wait_for_question(browser)
    look(browser, local, "portal-authenticate")
    tab_to(browser, "Back without an answer").send_keys(Keys.ENTER)
    wait(browser, lambda: browser.current_url.startswith(portal) and "Your bank asks whether" in visible(browser))

    tab_to(browser, "Pay now").send_keys(Keys.ENTER)
    wait_for_question(browser)
    tab_to(browser, "Fail authentication").send_keys(Keys.SPACE)
    wait(browser, lambda: "Not paid. We are unable to authenticate" in visible(browser))
    assert browser.current_url.startswith(portal)
    look(browser, local, "portal-not-authenticated")

    tab_to(browser, "Pay now").send_keys(Keys.ENTER)
    wait_for_question(browser)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait(browser, lambda: "active Renews on" in visible(browser))
    assert browser.current_url.startswith(portal)
    assert "Pay now" not in visible(browser)
    assert local.client.v1.subscriptions.retrieve(subscription).status == "active"


def test_tab_reaches_every_control_of_the_portal(browser: webdriver.Chrome, local: LocalStripe) -> None:
    customer = new_customer(local)
    subscribe(local, customer)
    owing(local, customer)
    open_portal(browser, local, customer)
    for summary in browser.find_elements(By.TAG_NAME, "summary"):
        summary.send_keys(Keys.ENTER)
    look(browser, local, "portal-open")
    controls = [each for each in browser.find_elements(By.CSS_SELECTOR, CONTROLS) if each.is_displayed()]
    names = {each.accessible_name for each in controls}
    assert len(names) == len(controls)  # so each is known by its name
    assert {tab(browser).accessible_name for _ in range(len(controls) + 1)} >= names


@pytest.mark.parametrize(
    ("button", "status"),
    [("Complete authentication", "succeeded"), ("Fail authentication", "requires_payment_method")],
)
def test_a_payment_by_api_is_authenticated_on_a_page_that_leads_back_to_the_shop(
    browser: webdriver.Chrome, local: LocalStripe, button: str, status: str
) -> None:
    intent = local.client.v1.payment_intents.create(
        {
            "amount": 1250,
            "currency": "eur",
            "confirm": True,
            "payment_method": "pm_card_threeDSecure2Required",
            "return_url": f"{local.url}/healthz?order=42#thanks",
        }
    )
    assert intent.next_action is not None and intent.next_action.redirect_to_url is not None
    browser.get(str(intent.next_action.redirect_to_url.url))
    look(browser, local, "authenticate-by-api")
    assert "12.50 EUR" in visible(browser)
    wait_for_question(browser)
    if button == "Fail authentication":
        tab_to(browser, button)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    secret, outcome = intent.client_secret, "succeeded" if status == "succeeded" else "failed"
    told = f"payment_intent={intent.id}&payment_intent_client_secret={secret}&redirect_status={outcome}"
    wait(browser, lambda: browser.current_url == f"{local.url}/healthz?order=42&{told}#thanks")
    assert local.client.v1.payment_intents.retrieve(intent.id).status == status


@pytest.mark.parametrize(("button", "says"), [("Complete", "Thank you."), ("Fail", "Not paid. We are unable")])
def test_the_authentication_page_of_a_renewal_says_what_came_of_it(
    browser: webdriver.Chrome, local: LocalStripe, button: str, says: str
) -> None:
    customer = new_customer(local)
    subscribe(local, customer)
    pay_with(local, customer, "pm_card_authenticationRequired")
    assert local.control("clock", advance_seconds=MONTH).ok
    (intent, _) = local.raw("GET", f"/v1/payment_intents?customer={customer}").json()["data"]
    browser.get(intent["next_action"]["redirect_to_url"]["url"])
    tab_to(browser, f"{button} authentication").send_keys(Keys.ENTER)
    wait(browser, lambda: says in visible(browser))
    look(browser, local, "authenticated")
