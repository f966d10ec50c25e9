-- Purpose: ends an order's attempt that can no longer lead to a payment page, so that a new one may begin.
-- Why: Stripe keeps an idempotency key for 24 hours. An attempt without an answer is not repeated near that
--      age: should it have made a session after all, nobody was ever given that one's address.
-- Rows: the ids of the attempts that ended.
UPDATE stripe_svc.checkout_attempts AS a
SET
    ended_at = now(),
    end_reason = coalesce(
        (
            SELECT s.status::text FROM stripe_svc.checkout_sessions AS s
            WHERE s.checkout_attempt_id = a.id AND s.order_id = a.order_id AND s.status <> 'open'
            LIMIT 1
        ),
        'expired'
    )
WHERE
    a.order_id = :'order_id'::bigint
    AND a.ended_at IS NULL
    AND (
        coalesce(a.expires_at, a.created_at + interval '23 hours') <= now()
        OR EXISTS (
            SELECT FROM stripe_svc.checkout_sessions AS s
            WHERE s.checkout_attempt_id = a.id AND s.order_id = a.order_id AND s.status <> 'open'
        )
    )
RETURNING a.id
