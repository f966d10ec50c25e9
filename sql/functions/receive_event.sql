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

    PERFORM merge_payment(reported.fact) FROM jsonb_array_elements(facts -> 'payments') AS reported (fact);
    PERFORM merge_refund(reported.fact) FROM jsonb_array_elements(facts -> 'refunds') AS reported (fact);
    PERFORM merge_dispute(reported.fact) FROM jsonb_array_elements(facts -> 'disputes') AS reported (fact);
    PERFORM merge_subscription(reported.fact) FROM jsonb_array_elements(facts -> 'subscriptions') AS reported (fact);
    PERFORM merge_invoice(reported.fact) FROM jsonb_array_elements(facts -> 'invoices') AS reported (fact);

    SELECT array_agg(DISTINCT merged.order_id ORDER BY merged.order_id) FILTER (WHERE merged.order_id IS NOT NULL)
    INTO order_ids
    FROM (
        SELECT merge_checkout_session(reported.fact)
        FROM jsonb_array_elements(facts -> 'checkout_sessions') AS reported (fact)
        UNION ALL
        SELECT s.order_id FROM checkout_sessions AS s WHERE s.payment_intent_id = ANY (about.payment_intent_ids)
        UNION ALL
        SELECT s.order_id FROM checkout_sessions AS s WHERE s.subscription_id = ANY (about.subscription_ids)
    ) AS merged (order_id);

    -- What the whole account tells of is kept; a session or a customer may be a stranger's.
    IF order_ids IS NULL AND NOT facts ?| ARRAY['payments', 'refunds', 'disputes', 'subscriptions', 'invoices']
        AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(facts -> 'deleted_customers') AS reported (fact)
            WHERE merge_customer_deletion(reported.fact)
        )
    THEN
        UPDATE stripe_events AS e SET status = 'ignored' WHERE e.id = event_id;
        RETURN 'ignored';
    END IF;

    FOREACH settled_order_id IN ARRAY coalesce(order_ids, '{}') LOOP
        PERFORM settle_order(settled_order_id, event_id, receive_event.source);
    END LOOP;
    RETURN 'processed';
END
$$;

REVOKE ALL ON FUNCTION receive_event(text, text, text, text, boolean, text, timestamptz, text, json, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receive_event(text, text, text, text, boolean, text, timestamptz, text, json, jsonb, text)
TO stripe_svc_app;
