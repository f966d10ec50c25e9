-- Purpose: whether anything in an event is for us.
-- Why: what the whole account tells of payments and subscriptions is kept, because whose they are may become known later.
--      A session that we did not create counts only while it names an order that is here, a Customer only if we know it.
-- Rows: one boolean.
CREATE OR REPLACE FUNCTION stripe_svc.concerns_us(facts jsonb)
RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    IF facts ?| '{payments,refunds,disputes,subscriptions,invoices}'
        OR facts @> '{"checkout_sessions": [{"created_by_us": true}]}'
    THEN
        RETURN true;
    END IF;
    RETURN EXISTS (
        SELECT FROM jsonb_to_recordset(facts -> 'checkout_sessions') AS s (order_id bigint)
        INNER JOIN stripe_svc.orders AS o ON o.id = s.order_id
    ) OR EXISTS (
        SELECT FROM jsonb_to_recordset(facts -> 'deleted_customers') AS d (id text)
        INNER JOIN stripe_svc.customers AS c ON c.stripe_customer_id = d.id
    );
END
$$;
