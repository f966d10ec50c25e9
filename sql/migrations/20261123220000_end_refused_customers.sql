-- migrate:up

-- A migration that has to wait gives up rather than hold up everybody behind it; run it again.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

-- Stripe repeats its answer to an idempotency key: whom it refused, or failed to create, is tried again in a new row.
ALTER TABLE customers ADD COLUMN refused_at timestamptz;

-- Not CONCURRENTLY, which cannot be done under dbmate's lock: checkouts of subscriptions wait meanwhile.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX customers_one_living;
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX customers_one_living ON customers (reference) WHERE deleted_at IS NULL AND refused_at IS NULL;

GRANT UPDATE (refused_at) ON customers TO stripe_svc_app;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
