-- Purpose: gives one verified Stripe event its effect, exactly once: journal, facts, status, history.
-- Why: one statement is one transaction and one round trip; either all of it happens or nothing.
-- Rows: one text: processed, duplicate, ignored (nothing of ours in it) or quarantined (not for this installation).
-- Facts: {"checkout_sessions": [...], "payments": [...], "refunds": [...], "disputes": [...], "subscriptions": [...],
--        "invoices": [...], "deleted_customers": [...]} as handlers report them, those that there are; NULL if nothing in
--        the event is for us.
CREATE OR REPLACE FUNCTION receive_event(
    event_id text,
    event_type text,
    object_id text,
    api_version text,
    livemode boolean,
    account text,
    created_at timestamptz,
    source text,
    payload json,
    facts jsonb,
    quarantine_reason text
)
RETURNS text
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
-- How long a copy waits for the copy before it; after that it fails with lock_not_available.
SET lock_timeout = '5s'
AS $$
DECLARE
    outcome text := CASE
        WHEN quarantine_reason IS NOT NULL THEN 'quarantined'
        WHEN facts IS NULL THEN 'ignored'
        ELSE 'processed'
    END;
    about record;
    reported record;
    is_ours boolean := false;
    order_ids bigint[];
    settled_order_id bigint;
BEGIN
    -- Copies of one event come in one after the other. The second waits here until the first has
    -- committed (then it is a duplicate) or failed (then it takes its place). Without the lock the
    -- primary key below would still let only one of them through; a copy would wait there instead.
    PERFORM pg_advisory_xact_lock(hashtextextended('stripe_event:' || event_id, 0));

    -- From here on this transaction may write what only events write: see refuse_unverified_write().
    PERFORM set_config('stripe_svc.event_id', event_id, true);

    INSERT INTO stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source,
        processed_at, payload
    )
    VALUES (
        event_id, event_type, outcome, quarantine_reason, receive_event.object_id, receive_event.api_version,
        receive_event.livemode, receive_event.account, receive_event.created_at, receive_event.source,
        now(), receive_event.payload
    )
    ON CONFLICT DO NOTHING;

    IF NOT FOUND THEN
        UPDATE stripe_events AS e
        SET
            status = outcome,
            last_error = quarantine_reason,
            attempts = e.attempts + 1,
            source = receive_event.source,
            processed_at = now(),
            payload = coalesce(e.payload, receive_event.payload)
        -- A quarantined event comes back to life once our key is of its mode.
        WHERE
            e.id = event_id
            AND (e.status = 'failed' OR (e.status = 'quarantined' AND outcome <> 'quarantined'));

        IF NOT FOUND THEN
            RETURN 'duplicate';
        END IF;
    END IF;

    IF outcome <> 'processed' THEN
        RETURN outcome;
    END IF;

    -- Events about one payment or subscription come in one after the other, too: whoever is second sees the first's facts.
    SELECT * INTO about FROM lock_facts(facts);

    FOR reported IN
        SELECT kinds.kind, each.fact
        FROM jsonb_each(facts) AS kinds (kind, facts)
        CROSS JOIN LATERAL jsonb_array_elements(kinds.facts) AS each (fact)
    LOOP
        CASE reported.kind
            WHEN 'checkout_sessions' THEN order_ids := order_ids || merge_checkout_session(reported.fact);
            WHEN 'payments' THEN PERFORM merge_payment(reported.fact);
            WHEN 'refunds' THEN PERFORM merge_refund(reported.fact);
            WHEN 'disputes' THEN PERFORM merge_dispute(reported.fact);
            WHEN 'subscriptions' THEN PERFORM merge_subscription(reported.fact);
            WHEN 'invoices' THEN PERFORM merge_invoice(reported.fact);
            WHEN 'deleted_customers' THEN is_ours := merge_customer_deletion(reported.fact) OR is_ours;
        END CASE;
    END LOOP;

    order_ids := ARRAY(
        SELECT concerned.order_id
        FROM (
            SELECT unnest(order_ids)
            UNION
            SELECT s.order_id FROM checkout_sessions AS s WHERE s.payment_intent_id = ANY (about.payment_intent_ids)
            UNION
            SELECT s.order_id FROM checkout_sessions AS s WHERE s.subscription_id = ANY (about.subscription_ids)
        ) AS concerned (order_id)
        WHERE concerned.order_id IS NOT NULL
        ORDER BY concerned.order_id
    );

    -- What the whole account tells of is kept; a session or a customer may be a stranger's.
    IF NOT (is_ours OR order_ids <> '{}' OR facts ?| '{payments,refunds,disputes,subscriptions,invoices}') THEN
        UPDATE stripe_events AS e SET status = 'ignored' WHERE e.id = event_id;
        RETURN 'ignored';
    END IF;

    FOREACH settled_order_id IN ARRAY order_ids LOOP
        PERFORM settle_order(settled_order_id, event_id, receive_event.source);
    END LOOP;
    RETURN 'processed';
END
$$;

REVOKE ALL ON FUNCTION receive_event(text, text, text, text, boolean, text, timestamptz, text, json, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receive_event(text, text, text, text, boolean, text, timestamptz, text, json, jsonb, text)
TO stripe_svc_app;
