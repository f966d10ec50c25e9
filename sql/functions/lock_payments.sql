-- Purpose: lets events about one payment take effect one after the other, whichever of its ids they name.
-- Why: a refund and the session of its payment may arrive at the same moment. Neither would see the other's row
--      before it is committed, neither would settle with both, and the order would stay paid. Charges are locked before
--      PaymentIntents, and each kind in one order, so that two events never wait for each other.
-- Rows: one: the ids of the PaymentIntents that the facts are about, also of those that they name by a charge only.
CREATE OR REPLACE FUNCTION lock_payments(facts jsonb)
RETURNS text[]
LANGUAGE plpgsql
AS $$
DECLARE
    charge_ids text[];
    payment_intent_ids text[];
BEGIN
    SELECT
        array_agg(DISTINCT fact ->> 'charge_id'),
        array_agg(DISTINCT CASE reported.kind WHEN 'payments' THEN fact ->> 'id' ELSE fact ->> 'payment_intent_id' END)
    INTO charge_ids, payment_intent_ids
    FROM jsonb_each(facts) AS reported (kind, facts)
    CROSS JOIN LATERAL jsonb_array_elements(reported.facts) AS each (fact);

    PERFORM pg_advisory_xact_lock(keys.key)
    FROM (
        SELECT DISTINCT hashtextextended('stripe_charge:' || named.id, 0) AS key
        FROM unnest(charge_ids) AS named (id) WHERE named.id IS NOT NULL ORDER BY 1
    ) AS keys;

    -- A statement of its own: it sees the payment whose report held the charge's lock before us.
    SELECT array_agg(DISTINCT known.id)
    INTO payment_intent_ids
    FROM (
        SELECT named.id FROM unnest(payment_intent_ids) AS named (id) WHERE named.id IS NOT NULL
        UNION ALL
        SELECT p.id FROM payments AS p WHERE p.charge_id = ANY (charge_ids)
    ) AS known;

    PERFORM pg_advisory_xact_lock(keys.key)
    FROM (
        SELECT DISTINCT hashtextextended('stripe_payment:' || named.id, 0) AS key
        FROM unnest(payment_intent_ids) AS named (id) ORDER BY 1
    ) AS keys;

    RETURN payment_intent_ids;
END
$$;

REVOKE ALL ON FUNCTION lock_payments(jsonb) FROM PUBLIC;
