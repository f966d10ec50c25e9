-- Purpose: what a report says of a subscription, as one text that two reports can be compared by.
-- Why: two reports of one second that say the same are no contradiction.
-- Rows: one.
CREATE OR REPLACE FUNCTION subscription_picture(report subscriptions)
RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT (
        array_position(
            '{incomplete,trialing,active,past_due,unpaid,paused,incomplete_expired,canceled}', report.status
        ),
        extract(epoch FROM report.current_period_end), extract(epoch FROM report.current_period_start),
        extract(epoch FROM report.trial_end), extract(epoch FROM report.cancel_at),
        extract(epoch FROM report.ended_at), report.pause_behavior, report.customer_id, report.checkout_attempt_id
    )::text COLLATE "C"
$$;
