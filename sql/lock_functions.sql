-- Purpose: lets one migrator at a time apply sql/functions/; the next waits for its commit.
-- Why: two CREATE OR REPLACE of one function at once end in "tuple concurrently updated". Bodies are not checked while
--      they are applied: files come in the order of their names, and a function may call one that comes later.
-- Rows: one.
SELECT
    set_config('check_function_bodies', 'off', true),
    pg_advisory_xact_lock(hashtextextended('stripe_svc:functions', 0));
