-- Purpose: takes the next subscription that Stripe has to be asked about, so that nobody else asks meanwhile.
-- Why: a row that another worker has just locked is passed over. Stripe is asked after the commit; if a worker dies over
--      it, another asks two minutes later. Should both get an answer, the second one is a duplicate.
-- Rows: one; none if nobody is to be asked now. reported_at: the second that its reports disagree on, since 1970.
UPDATE stripe_svc.subscription_refetches AS r
SET attempts = r.attempts + 1, next_attempt_at = now() + interval '2 minutes'
FROM stripe_svc.subscriptions AS s
WHERE
    s.id = r.subscription_id
    AND r.subscription_id = (
        SELECT due.subscription_id
        FROM stripe_svc.subscription_refetches AS due
        WHERE due.refused_at IS NULL AND due.next_attempt_at <= now()
        ORDER BY due.next_attempt_at
        LIMIT 1
        FOR UPDATE SKIP LOCKED
    )
RETURNING r.subscription_id, extract(epoch FROM s.reported_at)::bigint AS reported_at
