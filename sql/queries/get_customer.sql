-- Purpose: whom we know by a reference.
-- Rows: one; none if there is no such customer, or only one who was deleted at Stripe.
SELECT c.id, c.request, c.stripe_customer_id
FROM stripe_svc.customers AS c
WHERE c.reference = :'customer_reference' AND c.deleted_at IS NULL AND c.refused_at IS NULL
