"""The REST routes of PaymentIntents, PaymentMethods and customers, and of `stripe trigger` paying a session."""

from flask import Response

from . import checkout, customers, params, payment_intents, payment_methods
from . import payment_params as given_by
from .answering import Call, Within, answer_change, answer_create, answer_get, answer_list, existing
from .api import v1_blueprint
from .objects import Object

bp = v1_blueprint("payments")


# PaymentIntents


@bp.post("/payment_intents")
def create_payment_intent() -> Response:
    return answer_create(
        given_by.CreatePaymentIntent, lambda call, given: payment_intents.create(call.tx, given, call.cause)
    )


@bp.post("/payment_intents/<object_id>")
def update_payment_intent(object_id: str) -> Response:
    def step(call: Call, intent: Object, given: given_by.UpdatePaymentIntent) -> Object:
        return payment_intents.update(call.tx, intent, given)

    return answer_change("payment_intent", object_id, given_by.UpdatePaymentIntent, step)


@bp.post("/payment_intents/<object_id>/confirm")
def confirm_payment_intent(object_id: str) -> Response:
    def step(call: Call, intent: Object, given: given_by.ConfirmPaymentIntent) -> Object:
        return payment_intents.confirm(call.tx, intent, given, call.cause)

    return answer_change("payment_intent", object_id, given_by.ConfirmPaymentIntent, step)


@bp.post("/payment_intents/<object_id>/capture")
def capture_payment_intent(object_id: str) -> Response:
    def step(call: Call, intent: Object, given: given_by.CapturePaymentIntent) -> Object:
        return payment_intents.capture(call.tx, intent, given, call.cause)

    return answer_change("payment_intent", object_id, given_by.CapturePaymentIntent, step)


@bp.post("/payment_intents/<object_id>/cancel")
def cancel_payment_intent(object_id: str) -> Response:
    def step(call: Call, intent: Object, given: params.CancelPaymentIntent) -> Object:
        return payment_intents.cancel(call.tx, intent, given.cancellation_reason, call.cause)

    return answer_change("payment_intent", object_id, params.CancelPaymentIntent, step)


@bp.get("/payment_intents")
def list_payment_intents() -> Response:
    return answer_list("payment_intent", given_by.ListPaymentIntents)


@bp.get("/payment_intents/<object_id>")
def get_payment_intent(object_id: str) -> Response:
    return answer_get("payment_intent", object_id)


# PaymentMethods


@bp.post("/payment_methods")
def create_payment_method() -> Response:
    return answer_create(given_by.CreatePaymentMethod, lambda call, given: payment_methods.create(call.tx, given))


@bp.post("/payment_methods/<object_id>")
def update_payment_method(object_id: str) -> Response:
    def step(call: Call, method: Object, given: given_by.UpdatePaymentMethod) -> Object:
        return payment_methods.update(call.tx, method, given, call.cause)

    return answer_change("payment_method", object_id, given_by.UpdatePaymentMethod, step)


@bp.post("/payment_methods/<id_or_name>/attach")
def attach_payment_method(id_or_name: str) -> Response:
    def step(call: Call, given: given_by.AttachPaymentMethod) -> Object:
        method = payment_methods.of_name(call.tx, id_or_name) or existing(call.tx, "payment_method", id_or_name)
        return payment_methods.attach(call.tx, method, given.customer, call.cause)

    return answer_create(given_by.AttachPaymentMethod, step)


@bp.post("/payment_methods/<object_id>/detach")
def detach_payment_method(object_id: str) -> Response:
    def step(call: Call, method: Object, _given: params.Params) -> Object:
        return payment_methods.detach(call.tx, method, call.cause)

    return answer_change("payment_method", object_id, params.Params, step)


@bp.get("/payment_methods")
def list_payment_methods() -> Response:
    return answer_list("payment_method", given_by.ListPaymentMethods)


@bp.get("/payment_methods/<object_id>")
def get_payment_method(object_id: str) -> Response:
    return answer_get("payment_method", object_id)


# Customers


@bp.post("/customers")
def create_customer() -> Response:
    return answer_create(given_by.CreateCustomer, lambda call, given: customers.create(call.tx, given, call.cause))


@bp.post("/customers/<object_id>")
def update_customer(object_id: str) -> Response:
    def step(call: Call, customer: Object, given: given_by.UpdateCustomer) -> Object:
        return customers.update(call.tx, customer, given, call.cause)

    return answer_change("customer", object_id, given_by.UpdateCustomer, step)


@bp.delete("/customers/<object_id>")
def delete_customer(object_id: str) -> Response:
    def step(call: Call, customer: Object, _given: params.Bare) -> Object:
        return customers.delete(call.tx, customer, call.cause)

    return answer_change("customer", object_id, params.Bare, step)


@bp.get("/customers")
def list_customers() -> Response:
    return answer_list("customer", given_by.ListCustomers)


@bp.get("/customers/<object_id>")
def get_customer(object_id: str) -> Response:
    return answer_get("customer", object_id)


@bp.get("/customers/<object_id>/payment_methods")
def list_customers_payment_methods(object_id: str) -> Response:
    return answer_list("payment_method", given_by.ListOfCustomer, Within("customer", object_id, "customer"))


# What Stripe's own page asks for. Not in its reference; `stripe trigger` completes sessions by it


@bp.get("/payment_pages/<object_id>")
def get_payment_page(object_id: str) -> Response:
    return answer_get("checkout.session", object_id)


@bp.post("/payment_pages/<object_id>/confirm")
def confirm_payment_page(object_id: str) -> Response:
    def step(call: Call, session: Object, given: given_by.ConfirmPaymentPage) -> Object:
        method = payment_methods.wanted(call.tx, given.payment_method, "payment_method")
        session = checkout.pay_by_method(call.tx, session["id"], method, given.expected_amount)
        intent = checkout.intent_of(call.tx, session)
        if intent is not None:
            payment_intents.raise_if_declined(intent)
        return session

    return answer_change("checkout.session", object_id, given_by.ConfirmPaymentPage, step)
