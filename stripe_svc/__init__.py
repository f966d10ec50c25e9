"""stripe-svc: Stripe payments as a small service, with Postgres as its only moving part."""
