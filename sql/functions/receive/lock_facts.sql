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
        array_agg(fact ->> 'charge_id') FILTER (WHERE fact ->> 'charge_id' IS NOT NULL),
        array_agg(named.payment_intent_id) FILTER (WHERE named.payment_intent_id IS NOT NULL),
        array_agg(named.subscription_id) FILTER (WHERE named.subscription_id IS NOT NULL),
        array_agg(fact ->> 'id') FILTER (WHERE reported.kind = 'invoices')
    INTO charge_ids, payment_intent_ids, subscription_ids, invoice_ids
    FROM jsonb_each(facts) AS reported (kind, facts)
    CROSS JOIN LATERAL jsonb_array_elements(reported.facts) AS each (fact)
    CROSS JOIN LATERAL (
        SELECT
            fact ->> CASE reported.kind WHEN 'payments' THEN 'id' ELSE 'payment_intent_id' END,
            fact ->> CASE reported.kind WHEN 'subscriptions' THEN 'id' ELSE 'subscription_id' END
    ) AS named (payment_intent_id, subscription_id);

    IF charge_ids IS NOT NULL THEN
        PERFORM lock_ids('stripe_charge', charge_ids);
        -- A statement of its own: it sees the payment whose report held the charge's lock before us.
        payment_intent_ids := payment_intent_ids
            || ARRAY(SELECT p.id FROM payments AS p WHERE p.charge_id = ANY (charge_ids));
    END IF;

    IF payment_intent_ids IS NOT NULL THEN
        PERFORM lock_ids('stripe_payment', payment_intent_ids);
        -- And this the invoice whose report held the payment's lock.
        invoice_ids := invoice_ids
            || ARRAY(SELECT i.id FROM invoices AS i WHERE i.payment_intent_id = ANY (payment_intent_ids));
    END IF;

    IF invoice_ids <> '{}' THEN
        -- Which subscription an invoice is of may be on its way: by its lock we wait for whoever says so.
        PERFORM lock_ids('stripe_invoice', invoice_ids);
        subscription_ids := subscription_ids || ARRAY(
            SELECT i.subscription_id FROM invoices AS i WHERE i.id = ANY (invoice_ids) AND i.subscription_id IS NOT NULL
        );
    END IF;

    IF subscription_ids IS NOT NULL THEN
        PERFORM lock_ids('stripe_subscription', subscription_ids);
    END IF;
END
$$;

REVOKE ALL ON FUNCTION lock_facts(jsonb) FROM PUBLIC;
