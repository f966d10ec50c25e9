-- Purpose: merges what an event reports into the tables of facts, and says which orders that may change.
-- Why: a session names its order. What is about a payment or a subscription finds its order by the session of that; the
--      locks of lock_links() are held by now, so a session that came at the same moment is seen.
-- Rows: one bigint[]: the orders' ids, in the order in which they are locked. A session's event names one order.
CREATE OR REPLACE FUNCTION stripe_svc.record_facts(facts jsonb, links stripe_svc.event_links)
RETURNS bigint[]
LANGUAGE plpgsql
AS $$
DECLARE
    order_ids bigint[] := '{}';
BEGIN
    IF facts ? 'checkout_sessions' THEN
        order_ids := stripe_svc.record_checkout_sessions(facts -> 'checkout_sessions');
    END IF;
    IF facts - 'checkout_sessions' = '{}' THEN
        RETURN order_ids;
    END IF;

    IF facts ? 'payments' THEN PERFORM stripe_svc.record_payments(facts -> 'payments'); END IF;
    IF facts ? 'refunds' THEN PERFORM stripe_svc.record_refunds(facts -> 'refunds'); END IF;
    IF facts ? 'disputes' THEN PERFORM stripe_svc.record_disputes(facts -> 'disputes'); END IF;
    IF facts ? 'subscriptions' THEN PERFORM stripe_svc.record_subscriptions(facts -> 'subscriptions'); END IF;
    IF facts ? 'invoices' THEN PERFORM stripe_svc.record_invoices(facts -> 'invoices'); END IF;
    IF facts ? 'deleted_customers' THEN PERFORM stripe_svc.record_deleted_customers(facts -> 'deleted_customers'); END IF;
    RETURN ARRAY(
        SELECT unnest(order_ids)
        UNION
        SELECT s.order_id FROM stripe_svc.checkout_sessions AS s
        WHERE s.payment_intent_id = ANY (links.payment_intent_ids)
        UNION
        SELECT s.order_id FROM stripe_svc.checkout_sessions AS s
        WHERE s.subscription_id = ANY (links.subscription_ids)
        ORDER BY 1
    );
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_facts(jsonb, stripe_svc.event_links) FROM PUBLIC;
