-- Purpose: how much the service's tables take, with their indexes and what is stored out of line.
-- Rows: one number, of bytes.
SELECT sum(pg_total_relation_size(c.oid))::bigint
FROM pg_class AS c
WHERE c.relnamespace = 'stripe_svc'::regnamespace AND c.relkind = 'r'
