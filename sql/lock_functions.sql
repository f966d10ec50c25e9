-- Purpose: lets one migrator at a time apply sql/functions/; the next waits for its commit.
-- Why: two CREATE OR REPLACE of one function at once end in "tuple concurrently updated".
-- Rows: one, empty.
SELECT pg_advisory_xact_lock(hashtextextended('stripe_svc:functions', 0));
