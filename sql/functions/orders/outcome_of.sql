-- Purpose: an order's derived columns, as one value that can be compared with what derive_order() says.
-- Rows: one order_outcome.
CREATE OR REPLACE FUNCTION stripe_svc.outcome_of(o stripe_svc.orders)
RETURNS stripe_svc.order_outcome
LANGUAGE sql IMMUTABLE
AS $$
    SELECT ROW(
        o.status, o.failure_reason, o.review_reason, o.amount_paid, o.amount_refunded, o.duplicate_payment,
        o.access_granted, o.access_until, o.access_has_grace
    )::stripe_svc.order_outcome
$$;
