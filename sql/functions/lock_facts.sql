-- Purpose: lets events about one payment or one subscription take effect one after the other, whichever of its ids
--          they name.
-- Why: a refund and the session of its payment may arrive at the same moment. Neither would see the other's row
--      before it is committed, neither would settle with both, and the order would stay paid. Charges are locked before
--      PaymentIntents, these before invoices and these before subscriptions, and each kind in one order: two events
--      never wait for each other.
-- Rows: one: the ids of the PaymentIntents and of the subscriptions that the facts are about, also of those that they
--       name by a charge or an invoice only.
-- It was lock_payments() before there were subscriptions.
DROP FUNCTION IF EXISTS lock_payments(jsonb);
CREATE OR REPLACE FUNCTION lock_facts(facts jsonb, OUT payment_intent_ids text[], OUT subscription_ids text[])
LANGUAGE plpgsql
AS $$
DECLARE
    charge_ids text[];
    invoice_ids text[];
BEGIN
    SELECT
        array_agg(DISTINCT fact ->> 'charge_id'),
        array_agg(DISTINCT CASE reported.kind WHEN 'payments' THEN fact ->> 'id' ELSE fact ->> 'payment_intent_id' END),
        array_agg(DISTINCT CASE reported.kind WHEN 'subscriptions' THEN fact ->> 'id' ELSE fact ->> 'subscription_id' END),
        array_agg(DISTINCT fact ->> 'id') FILTER (WHERE reported.kind = 'invoices')
    INTO charge_ids, payment_intent_ids, subscription_ids, invoice_ids
    FROM jsonb_each(facts) AS reported (kind, facts)
    CROSS JOIN LATERAL jsonb_array_elements(reported.facts) AS each (fact);

    PERFORM lock_ids('stripe_charge', charge_ids);

    -- A statement of its own: it sees the payment whose report held the charge's lock before us.
    SELECT array_agg(DISTINCT known.id)
    INTO payment_intent_ids
    FROM (
        SELECT named.id FROM unnest(payment_intent_ids) AS named (id) WHERE named.id IS NOT NULL
        UNION ALL
        SELECT p.id FROM payments AS p WHERE p.charge_id = ANY (charge_ids)
    ) AS known;

    PERFORM lock_ids('stripe_payment', payment_intent_ids);

    -- And this the invoice whose report held the payment's lock. Which subscription it is of may be on its way: by its
    -- lock we wait for whoever says so.
    SELECT array_agg(DISTINCT known.id)
    INTO invoice_ids
    FROM (
        SELECT named.id FROM unnest(invoice_ids) AS named (id)
        UNION ALL
        SELECT i.id FROM invoices AS i WHERE i.payment_intent_id = ANY (payment_intent_ids)
    ) AS known;

    PERFORM lock_ids('stripe_invoice', invoice_ids);

    SELECT array_agg(DISTINCT known.id)
    INTO subscription_ids
    FROM (
        SELECT named.id FROM unnest(subscription_ids) AS named (id) WHERE named.id IS NOT NULL
        UNION ALL
        SELECT i.subscription_id FROM invoices AS i
        WHERE i.id = ANY (invoice_ids) AND i.subscription_id IS NOT NULL
    ) AS known;

    PERFORM lock_ids('stripe_subscription', subscription_ids);
END
$$;

REVOKE ALL ON FUNCTION lock_facts(jsonb) FROM PUBLIC;
