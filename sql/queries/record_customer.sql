-- Purpose: notes Stripe's answer: the Customer.
-- Rows: none. Another request of the same key has noted the same Customer.
UPDATE stripe_svc.customers
SET stripe_customer_id = :'stripe_customer_id'
WHERE id = :'customer_id'::uuid AND stripe_customer_id IS NULL
