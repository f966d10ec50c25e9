"""A tiny shop that takes payments through the service, as an integrator's own app would.

It doubles as sample code: `service` is everything that talks to the payment service, `app` is the shop. It
never sees a card, a Stripe key or a webhook.
"""
