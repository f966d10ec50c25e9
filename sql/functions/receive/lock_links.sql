-- Purpose: lets events about one payment or one subscription take effect one after the other, whichever of its ids
--          they name.
-- Why: a refund and the session of its payment may arrive at the same moment. Neither would see the other's row
--      before it is committed, neither would settle with both, and the order would stay paid. Charges are locked before
--      PaymentIntents, these before invoices and these before subscriptions, and each kind in one order: two events
--      never wait for each other.
-- Rows: one: the ids of the PaymentIntents and of the subscriptions that the facts are about, also of those that they
--       name by a charge or an invoice only.
CREATE OR REPLACE FUNCTION stripe_svc.lock_links(facts jsonb)
RETURNS stripe_svc.event_links
LANGUAGE plpgsql
AS $$
DECLARE
    links stripe_svc.event_links;
    charge_ids text[];
    invoice_ids text[];
BEGIN
    links.payment_intent_ids := stripe_svc.texts(jsonb_path_query_array(facts, '$.*[*].payment_intent_id'));
    links.subscription_ids := stripe_svc.texts(jsonb_path_query_array(facts, '$.*[*].subscription_id'));

    -- A Checkout Session names these and nothing else. All others may name a part of what they are about.
    IF facts ?| '{payments,refunds,disputes,subscriptions,invoices}' THEN
        charge_ids := stripe_svc.lock_ids(
            'stripe_charge', stripe_svc.texts(jsonb_path_query_array(facts, '$.*[*].charge_id'))
        );
        -- A statement of its own: it sees the payment whose report held the charge's lock before us.
        links.payment_intent_ids := stripe_svc.lock_ids(
            'stripe_payment',
            links.payment_intent_ids
                || stripe_svc.texts(jsonb_path_query_array(facts, '$.payments[*].id'))
                || ARRAY(SELECT p.id FROM stripe_svc.payments AS p WHERE p.charge_id = ANY (charge_ids))
        );
        -- And this the invoice whose report held the payment's lock. Which subscription an invoice is of may be on its
        -- way: by its lock we wait for whoever says so.
        invoice_ids := stripe_svc.lock_ids(
            'stripe_invoice',
            stripe_svc.texts(jsonb_path_query_array(facts, '$.invoices[*].id')) || ARRAY(
                SELECT i.id FROM stripe_svc.invoices AS i WHERE i.payment_intent_id = ANY (links.payment_intent_ids)
            )
        );
        links.subscription_ids := links.subscription_ids
            || stripe_svc.texts(jsonb_path_query_array(facts, '$.subscriptions[*].id'))
            || ARRAY(
                SELECT i.subscription_id FROM stripe_svc.invoices AS i
                WHERE i.id = ANY (invoice_ids) AND i.subscription_id IS NOT NULL
            );
    ELSIF links.payment_intent_ids <> '{}' THEN
        links.payment_intent_ids := stripe_svc.lock_ids('stripe_payment', links.payment_intent_ids);
    END IF;

    IF links.subscription_ids <> '{}' THEN
        links.subscription_ids := stripe_svc.lock_ids('stripe_subscription', links.subscription_ids);
    END IF;
    RETURN links;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.lock_links(jsonb) FROM PUBLIC;
