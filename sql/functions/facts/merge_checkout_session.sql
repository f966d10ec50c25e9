-- Purpose: what is known of a Checkout Session once one more report about it has come.
-- Why: reports come in any order and more than once. Each column only ever moves up its ladder, created_at down, so all
--      orders of arrival end alike. The same is true of the other merge_…() functions.
-- Rows: one. Raises if the two name different orders.
CREATE OR REPLACE FUNCTION stripe_svc.merge_checkout_session(
    known stripe_svc.checkout_sessions, reported stripe_svc.checkout_sessions
)
RETURNS stripe_svc.checkout_sessions
LANGUAGE plpgsql IMMUTABLE STRICT
AS $$
BEGIN
    IF known.order_id <> reported.order_id THEN
        RAISE EXCEPTION 'checkout session % belongs to another order than %, which this event names',
            reported.id, reported.order_id
            USING HINT = 'Its metadata.order_id was changed at Stripe. Change it back, then replay the event.';
    END IF;
    RETURN (
        known.id,
        known.order_id,
        greatest(known.status, reported.status),
        greatest(known.payment_status, reported.payment_status),
        known.async_payment_failed OR reported.async_payment_failed,
        greatest(known.mode, reported.mode),
        greatest(known.currency, reported.currency),
        greatest(known.amount_subtotal, reported.amount_subtotal),
        greatest(known.amount_total, reported.amount_total),
        greatest(known.checkout_attempt_id, reported.checkout_attempt_id),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.subscription_id, reported.subscription_id),
        greatest(known.customer_id, reported.customer_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.checkout_sessions;
END
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.checkout_sessions) (
    SFUNC = stripe_svc.merge_checkout_session, STYPE = stripe_svc.checkout_sessions
);
