"""The REST routes of subscriptions, invoices and the portal."""

from flask import Response

from .. import params as base
from .. import schedule
from ..answering import Call, Within, answer_change, answer_create, answer_get, answer_list
from ..api import v1_blueprint
from ..objects import Object
from . import invoice_requests, invoices, params, portal, subscriptions, test_clocks

bp = v1_blueprint("billing")


# Subscriptions


@bp.post("/subscriptions")
def create_subscription() -> Response:
    return answer_create(
        params.CreateSubscription, lambda call, given: subscriptions.create(call.tx, given, call.cause)
    )


@bp.post("/subscriptions/<object_id>")
def update_subscription(object_id: str) -> Response:
    def step(call: Call, subscription: Object, given: params.UpdateSubscription) -> Object:
        return subscriptions.update(call.tx, subscription, given, call.cause)

    return answer_change("subscription", object_id, params.UpdateSubscription, step)


@bp.delete("/subscriptions/<object_id>")
def cancel_subscription(object_id: str) -> Response:
    def step(call: Call, subscription: Object, given: params.CancelSubscription) -> Object:
        return subscriptions.cancel(call.tx, subscription, given, call.cause)

    return answer_change("subscription", object_id, params.CancelSubscription, step)


@bp.post("/subscriptions/<object_id>/resume")
def resume_subscription(object_id: str) -> Response:
    def step(call: Call, subscription: Object, _given: params.ResumeSubscription) -> Object:
        return subscriptions.resume(call.tx, subscription, call.cause)

    return answer_change("subscription", object_id, params.ResumeSubscription, step)


@bp.get("/subscriptions")
def list_subscriptions() -> Response:
    return answer_list("subscription", params.ListSubscriptions)


@bp.get("/subscriptions/<object_id>")
def get_subscription(object_id: str) -> Response:
    return answer_get("subscription", object_id)


# Invoices and what they are made of


@bp.post("/invoiceitems")
def create_invoice_item() -> Response:
    return answer_create(
        params.CreateInvoiceItem, lambda call, given: invoice_requests.create_item(call.tx, given, call.cause)
    )


@bp.delete("/invoiceitems/<object_id>")
def delete_invoice_item(object_id: str) -> Response:
    def step(call: Call, item: Object, _given: base.Bare) -> Object:
        return invoice_requests.delete_item(call.tx, item, call.cause)

    return answer_change("invoiceitem", object_id, base.Bare, step)


@bp.get("/invoiceitems")
def list_invoice_items() -> Response:
    return answer_list("invoiceitem", params.ListInvoiceItems)


@bp.get("/invoiceitems/<object_id>")
def get_invoice_item(object_id: str) -> Response:
    return answer_get("invoiceitem", object_id)


@bp.post("/invoices")
def create_invoice() -> Response:
    return answer_create(
        params.CreateInvoice, lambda call, given: invoice_requests.create(call.tx, given, call.cause)
    )


@bp.post("/invoices/<object_id>")
def update_invoice(object_id: str) -> Response:
    def step(call: Call, invoice: Object, given: params.UpdateInvoice) -> Object:
        return invoice_requests.update(call.tx, invoice, given, call.cause)

    return answer_change("invoice", object_id, params.UpdateInvoice, step)


@bp.delete("/invoices/<object_id>")
def delete_invoice(object_id: str) -> Response:
    def step(call: Call, invoice: Object, _given: base.Bare) -> Object:
        return invoices.delete(call.tx, invoice, call.cause)

    return answer_change("invoice", object_id, base.Bare, step)


@bp.post("/invoices/<object_id>/finalize")
def finalize_invoice(object_id: str) -> Response:
    def step(call: Call, invoice: Object, given: params.FinalizeInvoice) -> Object:
        return invoice_requests.finalize(call.tx, invoice, given, call.cause)

    return answer_change("invoice", object_id, params.FinalizeInvoice, step)


@bp.post("/invoices/<object_id>/pay")
def pay_invoice(object_id: str) -> Response:
    def step(call: Call, invoice: Object, given: params.PayInvoice) -> Object:
        return invoice_requests.pay(call.tx, invoice, given, call.cause)

    return answer_change("invoice", object_id, params.PayInvoice, step)


@bp.post("/invoices/<object_id>/void")
def void_invoice(object_id: str) -> Response:
    def step(call: Call, invoice: Object, _given: base.Params) -> Object:
        return invoices.void(call.tx, invoice, call.cause)

    return answer_change("invoice", object_id, base.Params, step)


@bp.post("/invoices/<object_id>/mark_uncollectible")
def mark_invoice_uncollectible(object_id: str) -> Response:
    def step(call: Call, invoice: Object, _given: base.Params) -> Object:
        return invoices.give_up(call.tx, invoice, call.cause)

    return answer_change("invoice", object_id, base.Params, step)


@bp.get("/invoices")
def list_invoices() -> Response:
    return answer_list("invoice", params.ListInvoices)


@bp.get("/invoices/<object_id>")
def get_invoice(object_id: str) -> Response:
    return answer_get("invoice", object_id)


@bp.get("/invoices/<object_id>/lines")
def list_invoice_lines(object_id: str) -> Response:
    return answer_list("line_item", base.ListObjects, Within("invoice", object_id))


@bp.get("/invoice_payments")
def list_invoice_payments() -> Response:
    return answer_list("invoice_payment", params.ListInvoicePayments)


@bp.get("/invoice_payments/<object_id>")
def get_invoice_payment(object_id: str) -> Response:
    return answer_get("invoice_payment", object_id)


# The portal


@bp.post("/billing_portal/sessions")
def create_portal_session() -> Response:
    return answer_create(params.CreatePortalSession, lambda call, given: portal.create(call.tx, given, call.cause))


@bp.get("/billing_portal/configurations")
def list_portal_configurations() -> Response:
    return answer_list(portal.CONFIGURATION, base.ListObjects)


@bp.get("/billing_portal/configurations/<object_id>")
def get_portal_configuration(object_id: str) -> Response:
    return answer_get(portal.CONFIGURATION, object_id)


# Test clocks


@bp.post("/test_helpers/test_clocks")
def create_test_clock() -> Response:
    return answer_create(params.CreateTestClock, lambda call, given: test_clocks.create(call.tx, given, call.cause))


@bp.get("/test_helpers/test_clocks")
def list_test_clocks() -> Response:
    return answer_list(test_clocks.KIND, base.ListObjects)


@bp.get("/test_helpers/test_clocks/<object_id>")
def get_test_clock(object_id: str) -> Response:
    return answer_get(test_clocks.KIND, object_id)


@bp.post("/test_helpers/test_clocks/<object_id>/advance")
def advance_test_clock(object_id: str) -> Response:
    def step(call: Call, test_clock: Object, given: params.AdvanceTestClock) -> Object:
        return schedule.advance_test_clock(call.tx, test_clock, given.frozen_time, call.cause)

    return answer_change(test_clocks.KIND, object_id, params.AdvanceTestClock, step)


@bp.delete("/test_helpers/test_clocks/<object_id>")
def delete_test_clock(object_id: str) -> Response:
    def step(call: Call, test_clock: Object, _given: base.Bare) -> Object:
        return test_clocks.delete(call.tx, test_clock, call.cause)

    return answer_change(test_clocks.KIND, object_id, base.Bare, step)
