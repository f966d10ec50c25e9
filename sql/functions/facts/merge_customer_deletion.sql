-- Purpose: notes that a Customer of ours was deleted at Stripe.
-- Why: their next order gets a new Customer; Stripe ends their subscriptions, and tells of each.
-- Rows: one: whether it was one of ours.
-- Fact: {id, deleted_at}
CREATE OR REPLACE FUNCTION merge_customer_deletion(fact jsonb)
RETURNS boolean
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE customers AS c
    SET deleted_at = least(c.deleted_at, to_timestamp((fact ->> 'deleted_at')::bigint))
    WHERE c.stripe_customer_id = fact ->> 'id';
    RETURN FOUND;
END
$$;

REVOKE ALL ON FUNCTION merge_customer_deletion(jsonb) FROM PUBLIC;
