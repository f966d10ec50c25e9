-- Purpose: fills in the amount of an order that was made of Stripe's prices, once Stripe has said it.
-- Rows: none.
UPDATE stripe_svc.orders
SET amount_subtotal = :'amount_subtotal'::bigint, updated_at = now()
WHERE id = :'order_id'::bigint AND amount_subtotal IS NULL
