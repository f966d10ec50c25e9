-- Purpose: merges one report about a Subscription into its row.
-- Why: each report is a whole picture, and the last one counts. Events carry whole seconds only, so of two different
--      pictures of one second a rule keeps one, the same in whatever order they came, and the row is marked: only
--      Stripe can say which was last.
-- Rows: none.
-- Fact: {id, status, reported_at, is_fetched, current_period_start, current_period_end, trial_end, cancel_at, ended_at,
--        pause_behavior, customer_id, checkout_attempt_id, created}
CREATE OR REPLACE FUNCTION merge_subscription(fact jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    reported subscriptions;
    known subscriptions;
BEGIN
    reported.id := fact ->> 'id';
    reported.status := fact ->> 'status';
    reported.reported_at := to_timestamp((fact ->> 'reported_at')::bigint);
    reported.is_fetched := (fact ->> 'is_fetched')::boolean;
    reported.is_ambiguous := false;
    reported.current_period_start := to_timestamp((fact ->> 'current_period_start')::bigint);
    reported.current_period_end := to_timestamp((fact ->> 'current_period_end')::bigint);
    reported.trial_end := to_timestamp((fact ->> 'trial_end')::bigint);
    reported.cancel_at := to_timestamp((fact ->> 'cancel_at')::bigint);
    reported.ended_at := to_timestamp((fact ->> 'ended_at')::bigint);
    reported.pause_behavior := fact ->> 'pause_behavior';
    reported.customer_id := fact ->> 'customer_id';
    reported.checkout_attempt_id := (fact ->> 'checkout_attempt_id')::uuid;
    reported.created_at := to_timestamp((fact ->> 'created')::bigint);

    INSERT INTO subscriptions SELECT reported.* ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        RETURN;
    END IF;

    SELECT * INTO known FROM subscriptions AS s WHERE s.id = reported.id FOR NO KEY UPDATE;
    reported.is_ambiguous := reported.reported_at = known.reported_at
        AND NOT (reported.is_fetched OR known.is_fetched)
        AND subscription_phase(reported.status) = subscription_phase(known.status)
        AND subscription_phase(known.status) <> 'ended'
        AND subscription_picture(reported) IS DISTINCT FROM subscription_picture(known);

    IF subscription_rank(reported) > subscription_rank(known) THEN
        UPDATE subscriptions AS s
        SET
            status = reported.status,
            reported_at = reported.reported_at,
            is_fetched = reported.is_fetched,
            is_ambiguous = reported.is_ambiguous,
            current_period_start = reported.current_period_start,
            current_period_end = reported.current_period_end,
            trial_end = reported.trial_end,
            cancel_at = reported.cancel_at,
            ended_at = reported.ended_at,
            pause_behavior = reported.pause_behavior,
            customer_id = reported.customer_id,
            checkout_attempt_id = reported.checkout_attempt_id,
            created_at = least(s.created_at, reported.created_at)
        WHERE s.id = reported.id;
    ELSE
        UPDATE subscriptions AS s
        SET
            is_ambiguous = s.is_ambiguous OR reported.is_ambiguous,
            created_at = least(s.created_at, reported.created_at)
        WHERE s.id = reported.id AND (reported.is_ambiguous > s.is_ambiguous OR reported.created_at < s.created_at);
    END IF;
END
$$;

REVOKE ALL ON FUNCTION merge_subscription(jsonb) FROM PUBLIC;
