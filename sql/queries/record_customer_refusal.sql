-- Purpose: notes that Stripe made no Customer of this row; the next one gets a new idempotency key.
-- Rows: none.
UPDATE stripe_svc.customers
SET refused_at = now()
WHERE id = :'customer_id'::uuid AND refused_at IS NULL AND stripe_customer_id IS NULL
