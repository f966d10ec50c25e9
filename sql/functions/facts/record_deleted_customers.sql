-- Purpose: notes that Customers of ours were deleted at Stripe.
-- Why: their next order gets a new Customer; Stripe ends their subscriptions, and tells of each.
-- Reports: [{id, deleted_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_deleted_customers(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    report record;
BEGIN
    -- One by one: to join what a function returns the planner reads the whole table.
    FOR report IN SELECT r.* FROM jsonb_to_recordset(reports) AS r (id text, deleted_at timestamptz) LOOP
        UPDATE stripe_svc.customers AS c
        SET deleted_at = least(c.deleted_at, report.deleted_at)
        WHERE c.stripe_customer_id = report.id;
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_deleted_customers(jsonb) FROM PUBLIC;
