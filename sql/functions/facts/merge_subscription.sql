-- Purpose: what is known of a Subscription once one more report about it has come.
-- Why: each report is a whole picture, and the last one counts. Events carry whole seconds only, so of two different
--      pictures of one second a rule keeps one, the same in whatever order they came, and the row is marked: only
--      Stripe can say which was last.
-- Rows: one.
CREATE OR REPLACE FUNCTION stripe_svc.merge_subscription(known stripe_svc.subscriptions, reported stripe_svc.subscriptions)
RETURNS stripe_svc.subscriptions
LANGUAGE plpgsql STABLE STRICT
AS $$
DECLARE
    kept stripe_svc.subscriptions := known;
BEGIN
    IF stripe_svc.subscription_rank(reported) > stripe_svc.subscription_rank(known) THEN
        kept := reported;
    END IF;
    kept.created_at := least(known.created_at, reported.created_at);
    kept.is_ambiguous := kept.is_ambiguous OR (
        known.reported_at = reported.reported_at
        AND NOT (known.is_fetched OR reported.is_fetched)
        AND stripe_svc.subscription_phase(known.status) = stripe_svc.subscription_phase(reported.status)
        AND NOT stripe_svc.subscription_has_ended(known.status)
        AND stripe_svc.subscription_picture(known) <> stripe_svc.subscription_picture(reported)
    );
    RETURN kept;
END
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.subscriptions) (
    SFUNC = stripe_svc.merge_subscription, STYPE = stripe_svc.subscriptions
);
