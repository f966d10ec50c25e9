-- Purpose: the part of an amount that is to the amount as a part is to its whole, rounded down.
-- Why: a payment and its refunds may be in another currency than the order.
-- Rows: one bigint; 0 if the whole is 0.
CREATE OR REPLACE FUNCTION stripe_svc.share_of(amount bigint, part bigint, whole bigint)
RETURNS bigint
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN amount = whole THEN part
        WHEN whole > 0 THEN floor(amount::numeric * part / whole)::bigint
        ELSE 0
    END
$$;
