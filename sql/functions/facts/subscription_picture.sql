-- Purpose: what a report says of a subscription, as one text that two reports can be compared by.
-- Why: two reports of one second that say the same are no contradiction.
-- Rows: one. The status comes first, by its place on the ladder.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_picture(report stripe_svc.subscriptions)
RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT (
        array_position(enum_range(NULL::stripe_svc.subscription_status), report.status),
        extract(epoch FROM report.current_period_end), extract(epoch FROM report.current_period_start),
        extract(epoch FROM report.trial_end), extract(epoch FROM report.cancel_at),
        extract(epoch FROM report.ended_at), report.pause_behavior, report.customer_id, report.checkout_attempt_id
    )::text COLLATE "C"
$$;
