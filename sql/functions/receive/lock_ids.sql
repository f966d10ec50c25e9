-- Purpose: takes the advisory locks of some ids of one kind, to the end of the transaction.
-- Why: always in one order, so that two transactions that take several never wait for each other.
-- Rows: the ids.
CREATE OR REPLACE FUNCTION stripe_svc.lock_ids(kind text, ids text[])
RETURNS text[]
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(keys.key)
    FROM (
        SELECT DISTINCT hashtextextended(lock_ids.kind || ':' || named.id, 0) AS key
        FROM unnest(lock_ids.ids) AS named (id) ORDER BY 1
    ) AS keys;
    RETURN ids;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.lock_ids(text, text[]) FROM PUBLIC;
