"""A local Stripe: the part of Stripe's API, hosted pages and webhooks that a payment service needs, on a laptop.

It is a part of its own. It knows nothing of the service that calls it, and any program that speaks to
Stripe through an official SDK can be pointed at it. Read it in this order: `app` (what is wired to what),
`api` and `answering` (the REST routes), `payments` (what a buyer's or a bank's doing changes), `pages` (what
a buyer and a developer see), `outbox` and `deliveries` (how events leave), `store` (how all of it survives).
"""
