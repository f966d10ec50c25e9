\restrict dbmate

-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: derive_order(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.derive_order(order_id bigint) RETURNS TABLE(status text, failure_reason text, review_reason text, amount_paid bigint, amount_refunded bigint, duplicate_payment boolean, access_granted boolean, access_until timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
    WITH sessions AS (
        SELECT
            s.id,
            s.created_at,
            s.amount_total,
            s.async_payment_failed,
            s.status = 'complete' AND s.payment_status = 'paid' AS brought_money,
            s.status = 'complete' AND s.payment_status IN ('paid', 'no_payment_required') AS settled,
            s.status = 'complete' AND s.payment_status = 'unpaid' AND NOT s.async_payment_failed AS settling,
            s.status = 'expired' OR s.async_payment_failed AS failed,
            -- Why its money is not this order's money; NULL when everything agrees. Discounts, tax and
            -- shipping change amount_total only, so the subtotals are what must agree.
            CASE
                WHEN a.id IS NULL THEN 'session_mismatch'
                WHEN s.mode <> o.mode THEN 'mode_mismatch'
                WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
                WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal)
                    THEN 'amount_mismatch'
            END AS mismatch
        FROM checkout_sessions AS s
        INNER JOIN orders AS o ON o.id = s.order_id
        -- Ours is a session whose attempt we wrote before we asked Stripe for it.
        LEFT JOIN checkout_attempts AS a
            ON a.id = s.checkout_attempt_id AND a.order_id = s.order_id AND coalesce(a.session_id, s.id) = s.id
        WHERE s.order_id = derive_order.order_id
    ),

    sums AS (
        SELECT
            count(*) FILTER (WHERE settled AND mismatch IS NULL) AS payments,
            coalesce(sum(amount_total) FILTER (WHERE settled AND mismatch IS NULL), 0)::bigint AS amount_paid,
            count(*) FILTER (WHERE brought_money OR (settled AND mismatch IS NULL)) AS settlements,
            (array_agg(mismatch ORDER BY created_at, id) FILTER (WHERE brought_money AND mismatch IS NOT NULL))[1] AS mismatch,
            count(*) FILTER (WHERE settling AND mismatch IS NULL) AS settling,
            (
                array_agg(
                    CASE WHEN async_payment_failed THEN 'async_payment_failed' ELSE 'expired' END
                    ORDER BY created_at DESC, id DESC
                ) FILTER (WHERE failed AND mismatch IS NULL)
            )[1] AS failure
        FROM sessions
    ),

    statuses AS (
        SELECT
            *,
            CASE
                WHEN payments > 0 THEN 'paid'
                WHEN mismatch IS NOT NULL THEN 'review'
                WHEN settling > 0 THEN 'paying'
                WHEN failure IS NOT NULL THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM sums
    )

    SELECT
        status,
        CASE WHEN status = 'failed' THEN failure END,
        CASE WHEN status = 'review' THEN mismatch END,
        amount_paid,
        0::bigint,
        status = 'paid' AND settlements > 1,
        status = 'paid',
        NULL::timestamptz
    FROM statuses
$$;


--
-- Name: merge_checkout_session(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_checkout_session(fact jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    merged_order_id bigint;
BEGIN
    -- A stranger's session may carry a number that means nothing here. Ours without its order is an
    -- error: checkout_sessions_order_exists raises it, Stripe retries, operators see it.
    IF NOT (fact ->> 'created_by_us')::boolean
        AND NOT EXISTS (SELECT FROM orders AS o WHERE o.id = (fact ->> 'order_id')::bigint)
    THEN
        RETURN NULL;
    END IF;

    INSERT INTO checkout_sessions AS s (
        id, order_id, status, payment_status, async_payment_failed, mode, currency, amount_subtotal,
        amount_total, checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created_at
    )
    VALUES (
        fact ->> 'id', (fact ->> 'order_id')::bigint, fact ->> 'status', fact ->> 'payment_status',
        (fact ->> 'async_payment_failed')::boolean, fact ->> 'mode', fact ->> 'currency',
        (fact ->> 'amount_subtotal')::bigint, (fact ->> 'amount_total')::bigint,
        (fact ->> 'checkout_attempt_id')::uuid, fact ->> 'payment_intent_id', fact ->> 'subscription_id',
        fact ->> 'customer_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = CASE
            WHEN 'complete' IN (s.status, excluded.status) THEN 'complete'
            WHEN 'expired' IN (s.status, excluded.status) THEN 'expired'
            ELSE 'open'
        END,
        payment_status = CASE
            WHEN 'paid' IN (s.payment_status, excluded.payment_status) THEN 'paid'
            WHEN 'no_payment_required' IN (s.payment_status, excluded.payment_status) THEN 'no_payment_required'
            ELSE 'unpaid'
        END,
        async_payment_failed = s.async_payment_failed OR excluded.async_payment_failed,
        mode = greatest(s.mode, excluded.mode),
        currency = greatest(s.currency, excluded.currency),
        checkout_attempt_id = greatest(s.checkout_attempt_id, excluded.checkout_attempt_id),
        created_at = least(s.created_at, excluded.created_at),
        amount_subtotal = greatest(s.amount_subtotal, excluded.amount_subtotal),
        amount_total = greatest(s.amount_total, excluded.amount_total),
        payment_intent_id = greatest(s.payment_intent_id, excluded.payment_intent_id),
        subscription_id = greatest(s.subscription_id, excluded.subscription_id),
        customer_id = greatest(s.customer_id, excluded.customer_id)
    WHERE s.order_id = excluded.order_id
    RETURNING s.order_id INTO merged_order_id;

    IF merged_order_id IS NULL THEN
        RAISE EXCEPTION 'checkout session % belongs to another order than %, which this event names',
            fact ->> 'id', fact ->> 'order_id'
            USING HINT = 'Its metadata.order_id was changed at Stripe. Change it back, then replay the event.';
    END IF;
    RETURN merged_order_id;
END
$$;


--
-- Name: order_checkout(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_checkout(order_id bigint) RETURNS json
    LANGUAGE sql STABLE
    AS $$
    SELECT json_build_object(
        'session_id', newest.session_id,
        'url', CASE WHEN newest.status = 'open' THEN newest.url END,
        'status', newest.status,
        'expires_at', newest.expires_at
    )
    FROM (
        SELECT
            coalesce(a.session_id, s.id) AS session_id,
            a.url,
            coalesce(s.status, CASE WHEN a.expires_at <= now() THEN 'expired' ELSE 'open' END) AS status,
            a.expires_at
        FROM checkout_attempts AS a
        LEFT JOIN checkout_sessions AS s ON s.checkout_attempt_id = a.id AND s.order_id = a.order_id
        WHERE a.order_id = order_checkout.order_id AND (a.session_id IS NOT NULL OR s.id IS NOT NULL)
        ORDER BY a.created_at DESC, a.id
        LIMIT 1
    ) AS newest
$$;


--
-- Name: order_history(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_history(order_id bigint) RETURNS json
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce(
        json_agg(
            json_build_object(
                'from', t.from_status, 'to', t.to_status, 'event_id', t.event_id, 'event_type', e.type,
                'source', t.source, 'at', t.at
            )
            ORDER BY t.id
        ),
        '[]'
    )
    FROM order_transitions AS t
    INNER JOIN stripe_events AS e ON e.id = t.event_id
    WHERE t.order_id = order_history.order_id
$$;


--
-- Name: receive_event(text, text, text, text, boolean, text, timestamp with time zone, text, json, jsonb, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.receive_event(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, facts jsonb, quarantine_reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '5s'
    AS $$
DECLARE
    outcome text := CASE
        WHEN quarantine_reason IS NOT NULL THEN 'quarantined'
        WHEN facts IS NULL THEN 'ignored'
        ELSE 'processed'
    END;
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

    SELECT array_agg(DISTINCT merged.order_id ORDER BY merged.order_id) FILTER (WHERE merged.order_id IS NOT NULL)
    INTO order_ids
    FROM jsonb_array_elements(facts -> 'checkout_sessions') AS reported (fact)
    CROSS JOIN LATERAL merge_checkout_session(reported.fact) AS merged (order_id);

    IF order_ids IS NULL THEN
        UPDATE stripe_events AS e SET status = 'ignored' WHERE e.id = event_id;
        RETURN 'ignored';
    END IF;

    FOREACH settled_order_id IN ARRAY order_ids LOOP
        PERFORM settle_order(settled_order_id, event_id, receive_event.source);
    END LOOP;
    RETURN 'processed';
END
$$;


--
-- Name: record_event_failure(text, text, text, text, boolean, text, timestamp with time zone, text, json, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_event_failure(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, error text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '5s'
    AS $$
    SELECT set_config('stripe_svc.event_id', event_id, true);

    INSERT INTO stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, payload
    )
    VALUES (
        event_id, event_type, 'failed', left(error, 2000), object_id, api_version, livemode, account, created_at,
        source, payload
    )
    ON CONFLICT (id) DO UPDATE
    SET attempts = e.attempts + 1, last_error = excluded.last_error
    WHERE e.status = 'failed'
    RETURNING attempts
$$;


--
-- Name: refuse_changed_terms(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_changed_terms() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION 'the terms of order % are fixed', old.id
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Create a new order instead.';
END
$$;


--
-- Name: refuse_rewritten_attempt(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_rewritten_attempt() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '% of checkout_attempts refused: sessions are recognised by them', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'An attempt may only be ended: ended_at, end_reason.';
END
$$;


--
-- Name: refuse_rewritten_journal(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_rewritten_journal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only the payload may be set to NULL.';
END
$$;


--
-- Name: refuse_underived_status(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_underived_status() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    facts record;
BEGIN
    SELECT * INTO facts FROM derive_order(new.id);
    IF (new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded,
        new.duplicate_payment, new.access_granted, new.access_until)
        IS DISTINCT FROM
       (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
        facts.duplicate_payment, facts.access_granted, facts.access_until)
    THEN
        RAISE EXCEPTION 'order % cannot be %: its verified facts say %', new.id, new.status, facts.status
            USING ERRCODE = 'integrity_constraint_violation',
                HINT = format('See SELECT * FROM derive_order(%s);', new.id);
    END IF;

    IF TG_OP = 'UPDATE' AND new.status <> old.status AND NOT EXISTS (
        SELECT FROM order_transitions AS t
        WHERE t.event_id = current_setting('stripe_svc.event_id', true) AND t.order_id = new.id
            AND t.from_status = old.status AND t.to_status = new.status
    ) THEN
        RAISE EXCEPTION 'order % went from % to % without a row in order_transitions', new.id, old.status, new.status
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: refuse_unverified_write(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_unverified_write() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') OR NOT EXISTS (
        SELECT FROM stripe_events AS e
        WHERE e.id = current_setting('stripe_svc.event_id', true) AND e.processed_at = now() AND e.status = 'processed'
    ) THEN
        RAISE EXCEPTION '% of % refused: no verified Stripe event is behind it', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation',
                HINT = 'Statuses follow from what Stripe reports. Act at Stripe (refund, cancel) and let its event '
                    'come in, or replay an event that failed.';
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: settle_order(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.settle_order(order_id bigint, event_id text, source text) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    before orders;
    facts record;
BEGIN
    -- Two events of one order end here one after the other. Without this lock each could derive from the
    -- facts without the other's, and the later commit would win. The derivation has to be a statement of
    -- its own: it must see what was committed while we waited. (NO KEY: both already share the row's key
    -- through the foreign key of the fact that they inserted; FOR UPDATE would deadlock them.)
    SELECT * INTO before FROM orders AS o WHERE o.id = settle_order.order_id FOR NO KEY UPDATE;
    SELECT * INTO facts FROM derive_order(settle_order.order_id);

    IF (before.status, before.failure_reason, before.review_reason, before.amount_paid, before.amount_refunded,
        before.duplicate_payment, before.access_granted, before.access_until)
        IS NOT DISTINCT FROM
       (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
        facts.duplicate_payment, facts.access_granted, facts.access_until)
    THEN
        RETURN;
    END IF;

    IF facts.status <> before.status THEN
        INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source)
        VALUES (before.id, before.status, facts.status, settle_order.event_id, settle_order.source);
    END IF;

    UPDATE orders AS o
    SET
        status = facts.status,
        failure_reason = facts.failure_reason,
        review_reason = facts.review_reason,
        amount_paid = facts.amount_paid,
        amount_refunded = facts.amount_refunded,
        duplicate_payment = facts.duplicate_payment,
        access_granted = facts.access_granted,
        access_until = facts.access_until,
        updated_at = now()
    WHERE o.id = before.id;
END
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: checkout_attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.checkout_attempts (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id bigint NOT NULL,
    request jsonb NOT NULL,
    session_id text,
    url text,
    expires_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT checkout_attempts_answer_is_whole CHECK ((((session_id IS NULL) = (url IS NULL)) AND ((session_id IS NULL) = (expires_at IS NULL)))),
    CONSTRAINT checkout_attempts_end_explained CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
);


--
-- Name: checkout_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.checkout_sessions (
    id text NOT NULL,
    order_id bigint NOT NULL,
    status text NOT NULL,
    payment_status text NOT NULL,
    async_payment_failed boolean DEFAULT false NOT NULL,
    mode text NOT NULL,
    currency text,
    amount_subtotal bigint,
    amount_total bigint,
    checkout_attempt_id uuid,
    payment_intent_id text,
    subscription_id text,
    customer_id text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT checkout_sessions_amount_subtotal_not_negative CHECK ((amount_subtotal >= 0)),
    CONSTRAINT checkout_sessions_amount_total_not_negative CHECK ((amount_total >= 0)),
    CONSTRAINT checkout_sessions_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT checkout_sessions_mode_known CHECK ((mode = ANY (ARRAY['payment'::text, 'subscription'::text, 'setup'::text]))),
    CONSTRAINT checkout_sessions_payment_status_known CHECK ((payment_status = ANY (ARRAY['unpaid'::text, 'no_payment_required'::text, 'paid'::text]))),
    CONSTRAINT checkout_sessions_status_known CHECK ((status = ANY (ARRAY['open'::text, 'expired'::text, 'complete'::text])))
);


--
-- Name: order_transitions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_transitions (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    event_id text NOT NULL,
    source text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT order_transitions_change_something CHECK ((from_status <> to_status)),
    CONSTRAINT order_transitions_from_status_known CHECK ((from_status = ANY (ARRAY['pending'::text, 'paying'::text, 'paid'::text, 'failed'::text, 'review'::text, 'refunded'::text, 'disputed'::text]))),
    CONSTRAINT order_transitions_source_known CHECK ((source = ANY (ARRAY['webhook'::text, 'reconcile'::text, 'replay'::text]))),
    CONSTRAINT order_transitions_to_status_known CHECK ((to_status = ANY (ARRAY['pending'::text, 'paying'::text, 'paid'::text, 'failed'::text, 'review'::text, 'refunded'::text, 'disputed'::text])))
);


--
-- Name: order_transitions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.order_transitions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.order_transitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id bigint NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    failure_reason text,
    review_reason text,
    amount_paid bigint DEFAULT 0 NOT NULL,
    amount_refunded bigint DEFAULT 0 NOT NULL,
    duplicate_payment boolean DEFAULT false NOT NULL,
    access_granted boolean DEFAULT false NOT NULL,
    access_until timestamp with time zone,
    mode text NOT NULL,
    currency text NOT NULL,
    amount_subtotal bigint,
    line_items jsonb NOT NULL,
    reference text,
    customer_reference text,
    customer_email text,
    success_url text,
    cancel_url text,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    client text NOT NULL,
    idempotency_key text,
    request_fingerprint bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT orders_amount_not_negative CHECK ((amount_subtotal >= 0)),
    CONSTRAINT orders_amount_paid_not_negative CHECK ((amount_paid >= 0)),
    CONSTRAINT orders_amount_refunded_not_negative CHECK ((amount_refunded >= 0)),
    CONSTRAINT orders_cancel_url_length CHECK ((length(cancel_url) <= 2048)),
    CONSTRAINT orders_currency_is_iso_4217 CHECK ((currency ~ '^[a-z]{3}$'::text)),
    CONSTRAINT orders_customer_email_length CHECK (((length(customer_email) >= 3) AND (length(customer_email) <= 512))),
    CONSTRAINT orders_customer_reference_length CHECK (((length(customer_reference) >= 1) AND (length(customer_reference) <= 255))),
    CONSTRAINT orders_failure_explained CHECK (((status = 'failed'::text) = (failure_reason IS NOT NULL))),
    CONSTRAINT orders_idempotency_key_has_fingerprint CHECK (((idempotency_key IS NULL) = (request_fingerprint IS NULL))),
    CONSTRAINT orders_idempotency_key_length CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255))),
    CONSTRAINT orders_line_items_present CHECK ((jsonb_array_length(line_items) > 0)),
    CONSTRAINT orders_metadata_is_object CHECK ((jsonb_typeof(metadata) = 'object'::text)),
    CONSTRAINT orders_mode_known CHECK ((mode = ANY (ARRAY['payment'::text, 'subscription'::text]))),
    CONSTRAINT orders_reference_length CHECK (((length(reference) >= 1) AND (length(reference) <= 255))),
    CONSTRAINT orders_review_explained CHECK (((status = 'review'::text) = (review_reason IS NOT NULL))),
    CONSTRAINT orders_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'paying'::text, 'paid'::text, 'failed'::text, 'review'::text, 'refunded'::text, 'disputed'::text]))),
    CONSTRAINT orders_success_url_length CHECK ((length(success_url) <= 2048))
);


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


--
-- Name: stripe_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stripe_events (
    id text NOT NULL,
    type text NOT NULL,
    status text NOT NULL,
    attempts bigint DEFAULT 1 NOT NULL,
    last_error text,
    object_id text,
    api_version text,
    livemode boolean NOT NULL,
    account text,
    created_at timestamp with time zone NOT NULL,
    source text NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    processed_at timestamp with time zone,
    payload json,
    CONSTRAINT stripe_events_attempts_positive CHECK ((attempts > 0)),
    CONSTRAINT stripe_events_error_explained CHECK (((status = ANY (ARRAY['failed'::text, 'quarantined'::text])) = (last_error IS NOT NULL))),
    CONSTRAINT stripe_events_error_length CHECK ((length(last_error) <= 2000)),
    CONSTRAINT stripe_events_failed_or_processed CHECK (((status = 'failed'::text) = (processed_at IS NULL))),
    CONSTRAINT stripe_events_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT stripe_events_source_known CHECK ((source = ANY (ARRAY['webhook'::text, 'reconcile'::text, 'replay'::text]))),
    CONSTRAINT stripe_events_status_known CHECK ((status = ANY (ARRAY['processed'::text, 'ignored'::text, 'quarantined'::text, 'failed'::text]))),
    CONSTRAINT stripe_events_type_length CHECK (((length(type) >= 1) AND (length(type) <= 255)))
);


--
-- Name: checkout_attempts checkout_attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_pkey PRIMARY KEY (id);


--
-- Name: checkout_attempts checkout_attempts_session_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_session_once UNIQUE (session_id);


--
-- Name: checkout_sessions checkout_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id);


--
-- Name: order_transitions order_transitions_once_per_event; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_once_per_event UNIQUE (event_id, order_id);


--
-- Name: order_transitions order_transitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: stripe_events stripe_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id);


--
-- Name: checkout_attempts_by_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX checkout_attempts_by_order ON public.checkout_attempts USING btree (order_id, created_at);


--
-- Name: checkout_attempts_one_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX checkout_attempts_one_live ON public.checkout_attempts USING btree (order_id) WHERE (ended_at IS NULL);


--
-- Name: checkout_sessions_by_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX checkout_sessions_by_order ON public.checkout_sessions USING btree (order_id);


--
-- Name: order_transitions_by_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_transitions_by_order ON public.order_transitions USING btree (order_id, id);


--
-- Name: orders_by_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_by_reference ON public.orders USING btree (reference, id) WHERE (reference IS NOT NULL);


--
-- Name: orders_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_by_status ON public.orders USING btree (status, id);


--
-- Name: orders_once_per_idempotency_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX orders_once_per_idempotency_key ON public.orders USING btree (client, idempotency_key) WHERE (idempotency_key IS NOT NULL);


--
-- Name: stripe_events_by_object; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stripe_events_by_object ON public.stripe_events USING btree (object_id) WHERE (object_id IS NOT NULL);


--
-- Name: stripe_events_failed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stripe_events_failed ON public.stripe_events USING btree (received_at) WHERE (status = 'failed'::text);


--
-- Name: checkout_attempts checkout_attempts_fixed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER checkout_attempts_fixed BEFORE UPDATE ON public.checkout_attempts FOR EACH ROW WHEN ((((((new.id IS DISTINCT FROM old.id) OR (new.order_id IS DISTINCT FROM old.order_id)) OR (new.request IS DISTINCT FROM old.request)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((old.session_id IS NOT NULL) AND (new.session_id IS DISTINCT FROM old.session_id)))) EXECUTE FUNCTION public.refuse_rewritten_attempt();


--
-- Name: checkout_attempts checkout_attempts_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER checkout_attempts_kept BEFORE DELETE OR TRUNCATE ON public.checkout_attempts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewritten_attempt();


--
-- Name: checkout_sessions checkout_sessions_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER checkout_sessions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.checkout_sessions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: order_transitions order_transitions_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.order_transitions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: orders orders_derived_on_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_derived_on_insert AFTER INSERT ON public.orders FOR EACH ROW WHEN (((((((((new.status IS DISTINCT FROM 'pending'::text) OR (new.failure_reason IS DISTINCT FROM NULL::text)) OR (new.review_reason IS DISTINCT FROM NULL::text)) OR (new.amount_paid IS DISTINCT FROM 0)) OR (new.amount_refunded IS DISTINCT FROM 0)) OR (new.duplicate_payment IS DISTINCT FROM false)) OR (new.access_granted IS DISTINCT FROM false)) OR (new.access_until IS DISTINCT FROM NULL::timestamp with time zone))) EXECUTE FUNCTION public.refuse_underived_status();


--
-- Name: orders orders_derived_on_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_derived_on_update AFTER UPDATE ON public.orders FOR EACH ROW WHEN (((((((((new.status IS DISTINCT FROM old.status) OR (new.failure_reason IS DISTINCT FROM old.failure_reason)) OR (new.review_reason IS DISTINCT FROM old.review_reason)) OR (new.amount_paid IS DISTINCT FROM old.amount_paid)) OR (new.amount_refunded IS DISTINCT FROM old.amount_refunded)) OR (new.duplicate_payment IS DISTINCT FROM old.duplicate_payment)) OR (new.access_granted IS DISTINCT FROM old.access_granted)) OR (new.access_until IS DISTINCT FROM old.access_until))) EXECUTE FUNCTION public.refuse_underived_status();


--
-- Name: orders orders_terms_fixed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_terms_fixed BEFORE UPDATE OF id, mode, currency, amount_subtotal, line_items ON public.orders FOR EACH ROW WHEN ((((((new.id IS DISTINCT FROM old.id) OR (new.mode IS DISTINCT FROM old.mode)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.line_items IS DISTINCT FROM old.line_items)) OR ((old.amount_subtotal IS NOT NULL) AND (new.amount_subtotal IS DISTINCT FROM old.amount_subtotal)))) EXECUTE FUNCTION public.refuse_changed_terms();


--
-- Name: orders orders_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_verified BEFORE DELETE OR UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, access_granted, access_until OR TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: stripe_events stripe_events_final; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stripe_events_final BEFORE UPDATE ON public.stripe_events FOR EACH ROW WHEN (((NOT ((new.payload IS NULL) AND (NOT (((((((((((((new.id IS DISTINCT FROM old.id) OR (new.type IS DISTINCT FROM old.type)) OR (new.status IS DISTINCT FROM old.status)) OR (new.attempts IS DISTINCT FROM old.attempts)) OR (new.last_error IS DISTINCT FROM old.last_error)) OR (new.object_id IS DISTINCT FROM old.object_id)) OR (new.api_version IS DISTINCT FROM old.api_version)) OR (new.livemode IS DISTINCT FROM old.livemode)) OR (new.account IS DISTINCT FROM old.account)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.source IS DISTINCT FROM old.source)) OR (new.received_at IS DISTINCT FROM old.received_at)) OR (new.processed_at IS DISTINCT FROM old.processed_at))))) AND (NOT ((NOT (new.id IS DISTINCT FROM current_setting('stripe_svc.event_id'::text, true))) AND (NOT (((((new.id IS DISTINCT FROM old.id) OR (new.type IS DISTINCT FROM old.type)) OR (new.livemode IS DISTINCT FROM old.livemode)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.received_at IS DISTINCT FROM old.received_at))) AND ((old.status = ANY (ARRAY['failed'::text, 'quarantined'::text])) OR ((old.status = 'processed'::text) AND (new.status = 'ignored'::text) AND (old.processed_at = now()))))))) EXECUTE FUNCTION public.refuse_rewritten_journal();


--
-- Name: stripe_events stripe_events_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stripe_events_kept BEFORE DELETE OR TRUNCATE ON public.stripe_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewritten_journal();


--
-- Name: stripe_events stripe_events_received; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stripe_events_received BEFORE INSERT ON public.stripe_events FOR EACH ROW WHEN ((new.id IS DISTINCT FROM current_setting('stripe_svc.event_id'::text, true))) EXECUTE FUNCTION public.refuse_rewritten_journal();


--
-- Name: checkout_attempts checkout_attempts_order_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: checkout_sessions checkout_sessions_order_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- Name: order_transitions order_transitions_event_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES public.stripe_events(id);


--
-- Name: order_transitions order_transitions_order_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- PostgreSQL database dump complete
--

\unrestrict dbmate


--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20261123090000');
