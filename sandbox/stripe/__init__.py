"""A local Stripe: the part of Stripe's API, hosted pages and webhooks that a payment service needs, on a laptop.

It is a part of its own. It knows nothing of the service that calls it, and any program that speaks to Stripe through
an official SDK can be pointed at it. Read it in this order: `app` (what is wired to what), `api`, `answering` and
`checking` (the REST routes), `attempts`, `refunds` and `disputes` (what a buyer's, a shop's or a bank's doing
changes), `pages`, `dashboard` and `developers` (what a buyer and a developer see), `controls` (what tests ask for),
`events`, `destinations`, `endpoints`, `outbox`, `deliveries` and `listeners` (how news leaves, and to whom), `clock`
(what time it is), `store` (how all of it survives).
"""
