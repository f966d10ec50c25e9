-- Purpose: merges an event's reports about Subscriptions into their rows, and has the worker ask Stripe about those that
--          are marked.
-- Reports: [{id, status, reported_at, is_fetched, is_ambiguous, current_period_start, current_period_end, trial_end,
--          cancel_at, ended_at, pause_behavior, customer_id, checkout_attempt_id, created_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_subscriptions(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    kept record;
BEGIN
    FOR kept IN
        INSERT INTO stripe_svc.subscriptions AS s
        SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.subscriptions, reports)
        ON CONFLICT (id) DO UPDATE
        SET (
            id, status, reported_at, is_fetched, is_ambiguous, current_period_start, current_period_end, trial_end,
            cancel_at, ended_at, pause_behavior, customer_id, checkout_attempt_id, created_at
        ) = (SELECT m.* FROM stripe_svc.merge_subscription(s.*, excluded.*) AS m)
        RETURNING s.id, s.is_ambiguous
    LOOP
        IF kept.is_ambiguous THEN
            -- One question, however often it is marked. A new mark also asks again what Stripe had refused.
            INSERT INTO stripe_svc.subscription_refetches AS r (subscription_id) VALUES (kept.id)
            ON CONFLICT (subscription_id) DO UPDATE SET refused_at = NULL;
        ELSE
            DELETE FROM stripe_svc.subscription_refetches AS r WHERE r.subscription_id = kept.id;
        END IF;
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_subscriptions(jsonb) FROM PUBLIC;
