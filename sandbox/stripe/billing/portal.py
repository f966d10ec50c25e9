"""The billing portal: where customers see and end their subscriptions, and change what they pay with.

https://docs.stripe.com/customer-management. The pages are in `portal_pages`.
"""

from ..errors import InvalidRequest
from ..events import NO_REQUEST, Cause, emit
from ..lookup import named
from ..objects import Object
from ..store import Selection, Transaction
from . import objects
from .params import CreatePortalSession

CONFIGURATION = "billing_portal.configuration"
SESSION = "billing_portal.session"


def create(tx: Transaction, given: CreatePortalSession, cause: Cause) -> Object:
    customer = named(tx, given.customer, "customer", "customer")
    configuration = default_configuration(tx)
    if given.configuration not in (None, configuration["id"]):
        raise InvalidRequest(
            f"No such configuration: '{given.configuration}'", code="resource_missing", param="configuration"
        )
    session = objects.portal_session(
        customer["id"],
        configuration["id"],
        locale=given.locale,
        return_url=given.return_url,
        base_url=tx.base_url,
    )
    tx.insert(session)
    emit(tx, "billing_portal.session.created", session, cause)
    return session


def default_configuration(tx: Transaction) -> Object:
    """The one that there is; at Stripe the dashboard makes it."""
    found = tx.page(Selection(CONFIGURATION)).data
    if found:
        return found[0]
    configuration = objects.portal_configuration()
    tx.insert(configuration)
    emit(tx, "billing_portal.configuration.created", configuration, NO_REQUEST)
    return configuration
