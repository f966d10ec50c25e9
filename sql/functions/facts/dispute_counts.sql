-- Purpose: whether a dispute with this status counts against its payment: it is open, or lost.
-- Why: an inquiry may become a dispute, so it counts while it is open.
-- Rows: one boolean.
CREATE OR REPLACE FUNCTION stripe_svc.dispute_counts(status stripe_svc.dispute_status)
RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$
    SELECT status NOT IN ('won', 'warning_closed', 'charge_refunded', 'prevented')
$$;
