-- Purpose: gives events of the first release whose payloads were purged the rows of their objects for facts.
-- Why: what they reported is in these rows, and merging a row with itself changes nothing. A charge is known by its
--      payment, and may have been the only one to tell of its refunds. Of an invoice_payment.paid nobody knows any more
--      which invoice it was about: record_facts_of_purged_invoice_payments.sql deals with these.
-- Rows: one: the last of the events that got facts now, at most "limit" of them after the event "after"; NULL if none.
WITH purged AS (
    SELECT e.id, e.object_id
    FROM stripe_svc.stripe_events AS e
    WHERE
        EXISTS (SELECT FROM stripe_svc.schema_migrations AS m WHERE m.version = '20261123090000')
        AND e.id > :'after' AND e.status = 'processed' AND e.facts IS NULL AND e.payload IS NULL
        AND e.type <> 'invoice_payment.paid'
    ORDER BY e.id
    LIMIT :'limit'::integer
),

known AS (
    SELECT e.id, jsonb_object_agg(k.kind, k.rows) FILTER (WHERE k.rows IS NOT NULL) AS facts
    FROM purged AS e
    CROSS JOIN LATERAL (
        SELECT 'checkout_sessions' AS kind, jsonb_agg(to_jsonb(s)) AS rows
        FROM stripe_svc.checkout_sessions AS s WHERE s.id = e.object_id
        UNION ALL
        SELECT 'payments', jsonb_agg(to_jsonb(p))
        FROM stripe_svc.payments AS p WHERE p.id = e.object_id OR p.charge_id = e.object_id
        UNION ALL
        SELECT 'refunds', jsonb_agg(to_jsonb(r))
        FROM stripe_svc.refunds AS r WHERE r.id = e.object_id OR r.charge_id = e.object_id
        UNION ALL
        SELECT 'disputes', jsonb_agg(to_jsonb(d)) FROM stripe_svc.disputes AS d WHERE d.id = e.object_id
        UNION ALL
        SELECT 'subscriptions', jsonb_agg(to_jsonb(s)) FROM stripe_svc.subscriptions AS s WHERE s.id = e.object_id
        UNION ALL
        SELECT 'invoices', jsonb_agg(to_jsonb(i)) FROM stripe_svc.invoices AS i WHERE i.id = e.object_id
        UNION ALL
        SELECT
            'deleted_customers',
            jsonb_agg(jsonb_build_object('id', c.stripe_customer_id, 'deleted_at', c.deleted_at))
        FROM stripe_svc.customers AS c WHERE c.stripe_customer_id = e.object_id AND c.deleted_at IS NOT NULL
    ) AS k
    GROUP BY e.id
),

noted AS (
    UPDATE stripe_svc.stripe_events AS e
    SET facts = coalesce(jsonb_strip_nulls(k.facts), '{}')
    FROM known AS k
    WHERE e.id = k.id AND e.facts IS NULL
    RETURNING e.id
)

SELECT max(n.id) AS last FROM noted AS n
