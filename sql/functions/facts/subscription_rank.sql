-- Purpose: which of two reports about one subscription is kept: the one of the higher rank.
-- Why: the end is final; else the later report counts; of one second the one that was fetched after it; else, so that
--      every order of arrival ends alike, a fixed choice: the status that is further along comes first in it.
-- Rows: one: values that compare from left to right.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_rank(report stripe_svc.subscriptions)
RETURNS text[]
LANGUAGE sql STABLE
AS $$
    SELECT ARRAY[
        CASE WHEN stripe_svc.subscription_has_ended(report.status) THEN '1' ELSE '0' END,
        to_char(extract(epoch FROM report.reported_at), 'FM000000000000'),
        CASE WHEN report.is_fetched THEN '1' ELSE '0' END,
        stripe_svc.subscription_picture(report)
    ]
$$;
