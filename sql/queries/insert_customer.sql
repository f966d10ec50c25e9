-- Purpose: notes that we are about to ask Stripe for a Customer, unless one is known by this reference.
-- Rows: none.
INSERT INTO stripe_svc.customers (reference, request)
VALUES (:'customer_reference', :'request'::jsonb)
ON CONFLICT (reference) WHERE deleted_at IS NULL AND refused_at IS NULL DO NOTHING
