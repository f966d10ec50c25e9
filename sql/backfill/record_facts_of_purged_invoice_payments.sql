-- Purpose: the same for invoice_payment.paid: these get the invoices whose payment no other event tells of.
-- Why: such an event names an invoice and its payment, and only its payload said which. There is at least one of these
--      events for each of the invoices; which gets which does not matter, as they say what the rows say. Runs last.
-- Rows: none.
WITH purged AS (
    SELECT e.id, row_number() OVER (ORDER BY e.id) - 1 AS place, count(*) OVER () AS number
    FROM stripe_svc.stripe_events AS e
    WHERE
        EXISTS (SELECT FROM stripe_svc.schema_migrations AS m WHERE m.version = '20261123090000')
        AND e.status = 'processed' AND e.facts IS NULL AND e.payload IS NULL AND e.type = 'invoice_payment.paid'
),

told AS (
    SELECT f ->> 'id' AS id, f ->> 'payment_intent_id' AS payment_intent_id
    FROM stripe_svc.stripe_events AS e
    CROSS JOIN LATERAL jsonb_array_elements(e.facts -> 'invoices') AS f
    WHERE EXISTS (SELECT FROM purged) AND e.status = 'processed'
),

untold AS (
    SELECT jsonb_strip_nulls(to_jsonb(i)) AS invoice, row_number() OVER (ORDER BY i.id) - 1 AS place
    FROM stripe_svc.invoices AS i
    WHERE
        EXISTS (SELECT FROM purged) AND i.payment_intent_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM told AS t WHERE t.id = i.id AND t.payment_intent_id = i.payment_intent_id)
),

known AS (
    SELECT p.id, jsonb_agg(u.invoice) FILTER (WHERE u.invoice IS NOT NULL) AS invoices
    FROM purged AS p
    LEFT JOIN untold AS u ON u.place % p.number = p.place
    GROUP BY p.id
)

UPDATE stripe_svc.stripe_events AS e
SET facts = CASE WHEN k.invoices IS NULL THEN '{}' ELSE jsonb_build_object('invoices', k.invoices) END
FROM known AS k
WHERE e.id = k.id AND e.facts IS NULL
