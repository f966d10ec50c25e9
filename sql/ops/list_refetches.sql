-- Purpose: subscriptions that Stripe itself has to be asked about, and how that goes.
-- When: a customer's access looks wrong, or `last_error` keeps coming back in the worker's log.
-- Run: psql "$DATABASE_URL" -X -f sql/ops/list_refetches.sql
-- Safe: read-only, takes no locks that anybody waits for.
-- Expect: no rows, or rows that are seconds old. Many that are old and without attempts: no worker runs (`make worker`).
--   With refused_at Stripe does not know the subscription: correct that, then change anything
--   at the subscription in Stripe's dashboard (its description, say): the later report settles it.
-- Rows: subscription_id, order_id, status (the one that is kept until then), reported_at, attempts, next_attempt_at,
--   refused_at, last_error, created_at; the oldest first.
SELECT
    r.subscription_id,
    (SELECT min(c.order_id) FROM stripe_svc.checkout_sessions AS c WHERE c.subscription_id = r.subscription_id) AS order_id,
    s.status,
    s.reported_at,
    r.attempts,
    r.next_attempt_at,
    r.refused_at,
    r.last_error,
    r.created_at
FROM stripe_svc.subscription_refetches AS r
INNER JOIN stripe_svc.subscriptions AS s ON s.id = r.subscription_id
ORDER BY r.created_at, r.subscription_id;
