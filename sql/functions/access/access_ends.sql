-- Purpose: the end of access with the grace that a renewal gets which is paid late.
-- Rows: one; NULL for what does not end.
CREATE OR REPLACE FUNCTION stripe_svc.access_ends(access_until timestamptz, access_has_grace boolean, grace_days integer)
RETURNS timestamptz
LANGUAGE sql STABLE
AS $$
    SELECT access_until + make_interval(days => CASE WHEN access_has_grace THEN grace_days ELSE 0 END)
$$;
