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
-- Name: access_ends(timestamp with time zone, boolean, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.access_ends(access_until timestamp with time zone, access_has_grace boolean, grace_days integer) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
    SELECT access_until + make_interval(days => CASE WHEN access_has_grace THEN grace_days ELSE 0 END)
$$;


--
-- Name: derive_order(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.derive_order(order_id bigint) RETURNS TABLE(status text, failure_reason text, review_reason text, amount_paid bigint, amount_refunded bigint, duplicate_payment boolean, access_granted boolean, access_until timestamp with time zone, access_has_grace boolean)
    LANGUAGE sql STABLE
    AS $$
    WITH payments AS (
        SELECT
            *,
            state IN ('paid', 'free') AND mismatch IS NULL AS settled,
            state = 'paid' AND amount_paid > 0 AND amount_refunded >= amount_paid AS refunded
        FROM order_payments(derive_order.order_id)
    ),

    sums AS (
        SELECT
            -- One good payment is enough: what happens to a second one does not take the order away.
            count(*) FILTER (WHERE settled AND NOT refunded AND NOT disputed) AS good,
            count(*) FILTER (WHERE settled AND disputed) AS disputed,
            count(*) FILTER (WHERE settled AND refunded) AS refunded,
            count(DISTINCT session_id) FILTER (WHERE (settled OR state = 'paid') AND NOT refunded AND NOT lost) AS kept,
            count(*) FILTER (WHERE state = 'settling' AND mismatch IS NULL) AS settling,
            -- Money that does not match needs a person until it has gone back, or was lost in a dispute.
            (array_agg(mismatch ORDER BY created_at, session_id)
                FILTER (WHERE state = 'paid' AND mismatch IS NOT NULL AND NOT refunded AND NOT lost))[1] AS mismatch,
            (array_agg(failure_reason ORDER BY created_at DESC, session_id DESC)
                FILTER (WHERE state = 'failed' AND mismatch IS NULL))[1] AS failure_reason,
            coalesce(sum(amount_paid) FILTER (WHERE settled), 0)::bigint AS amount_paid,
            coalesce(sum(amount_refunded) FILTER (WHERE settled), 0)::bigint AS amount_refunded
        FROM payments
    ),

    -- What each payment for a subscription covers, and whether it went back or is disputed. An invoice that does not say,
    -- and a session whose invoice has not come in, cover the period in which they were made.
    covering AS (
        SELECT
            p.subscription_id,
            p.refunded OR p.disputed AS revoked,
            c.until,
            -- Which was last. Times are whole seconds, so several may share one. Then the first invoice is known by its
            -- reason, and a renewal comes before a change. Of two changes the last one's period is the current one, or
            -- was over when that began: a longer one would reach into a period that nobody paid for.
            ROW(
                coalesce(i.created_at, p.created_at),
                array_position(
                    '{subscription_create,subscription_cycle,subscription_update}',
                    coalesce(i.billing_reason, 'subscription_create')
                ),
                c.until <= s.current_period_start OR c.until = s.current_period_end,
                c.until
            ) AS place
        FROM payments AS p
        INNER JOIN subscriptions AS s ON s.id = p.subscription_id
        LEFT JOIN invoices AS i ON i.id = p.invoice_id AND i.status = 'paid'
        CROSS JOIN LATERAL (
            SELECT CASE
                WHEN i.paid_through IS NOT NULL THEN i.paid_through
                WHEN i.billing_reason NOT IN ('subscription_create', 'subscription_cycle') THEN NULL
                WHEN coalesce(i.created_at, s.created_at) < s.current_period_start - interval '1 hour'
                    THEN s.current_period_start
                ELSE s.current_period_end
            END AS until
        ) AS c
        WHERE p.settled
    ),

    -- The last one that was kept says until when: what was paid for before may have been credited for it, as when a
    -- year is changed to a month.
    kept AS (
        SELECT DISTINCT ON (c.subscription_id) c.*
        FROM covering AS c
        WHERE NOT c.revoked
        ORDER BY c.subscription_id, c.until IS NULL, c.place DESC
    ),

    subscribed AS (
        SELECT
            k.subscription_id,
            least(k.until, min(r.until)) AS paid_through,
            max(r.until) AS revoked_through
        FROM kept AS k
        LEFT JOIN covering AS r
            ON r.subscription_id = k.subscription_id AND r.revoked AND r.place >= k.place
        GROUP BY k.subscription_id, k.until
    ),

    -- The best of an order's subscriptions, of which there is one, or two if it was paid twice.
    access AS (
        SELECT a.*
        FROM subscribed AS s
        CROSS JOIN LATERAL subscription_access(s.subscription_id, s.paid_through, s.revoked_through) AS a
        WHERE a.access_until IS NOT NULL
        ORDER BY a.access_until DESC, a.access_has_grace DESC
        LIMIT 1
    ),

    statuses AS (
        SELECT
            *,
            CASE
                WHEN good > 0 THEN 'paid'
                WHEN disputed > 0 THEN 'disputed'
                WHEN mismatch IS NOT NULL THEN 'review'
                WHEN refunded > 0 THEN 'refunded'
                WHEN settling > 0 THEN 'paying'
                WHEN failure_reason IS NOT NULL THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM sums
    )

    SELECT
        s.status,
        CASE WHEN s.status = 'failed' THEN s.failure_reason END,
        CASE WHEN s.status = 'review' THEN s.mismatch END,
        s.amount_paid,
        s.amount_refunded,
        s.status = 'paid' AND s.kept > 1,
        s.status = 'paid' AND (o.mode = 'payment' OR a.access_until IS NOT NULL),
        CASE WHEN s.status = 'paid' THEN a.access_until END,
        s.status = 'paid' AND coalesce(a.access_has_grace, false)
    FROM statuses AS s
    INNER JOIN orders AS o ON o.id = derive_order.order_id
    LEFT JOIN access AS a ON true
$$;


--
-- Name: later_status(text[], text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.later_status(ladder text[], a text, b text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT ladder[greatest(array_position(ladder, a), array_position(ladder, b))]
$$;


--
-- Name: lock_facts(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_facts(facts jsonb, OUT payment_intent_ids text[], OUT subscription_ids text[]) RETURNS record
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


--
-- Name: lock_ids(text, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lock_ids(kind text, ids text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(keys.key)
    FROM (
        SELECT DISTINCT hashtextextended(lock_ids.kind || ':' || named.id, 0) AS key
        FROM unnest(lock_ids.ids) AS named (id) ORDER BY 1
    ) AS keys;
END
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
-- Name: merge_customer_deletion(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_customer_deletion(fact jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE customers AS c
    SET deleted_at = least(c.deleted_at, to_timestamp((fact ->> 'deleted_at')::bigint))
    WHERE c.stripe_customer_id = fact ->> 'id';
    RETURN FOUND;
END
$$;


--
-- Name: merge_dispute(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_dispute(fact jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO disputes AS d (
        id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id,
        created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', (fact ->> 'amount')::bigint, fact ->> 'currency', fact ->> 'reason',
        (fact ->> 'funds_withdrawn')::boolean, (fact ->> 'funds_reinstated')::boolean, fact ->> 'payment_intent_id',
        fact ->> 'charge_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{warning_needs_response,warning_under_review,needs_response,under_review,'
            'warning_closed,charge_refunded,prevented,lost,won}', d.status, excluded.status
        ),
        amount = greatest(d.amount, excluded.amount),
        currency = greatest(d.currency, excluded.currency),
        reason = greatest(d.reason, excluded.reason),
        funds_withdrawn = d.funds_withdrawn OR excluded.funds_withdrawn,
        funds_reinstated = d.funds_reinstated OR excluded.funds_reinstated,
        payment_intent_id = greatest(d.payment_intent_id, excluded.payment_intent_id),
        charge_id = greatest(d.charge_id, excluded.charge_id),
        created_at = least(d.created_at, excluded.created_at);
END
$$;


--
-- Name: merge_invoice(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_invoice(fact jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO invoices AS i (
        id, status, currency, amount_paid, billing_reason, paid_through, payment_failed, subscription_id, customer_id,
        payment_intent_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', fact ->> 'currency', (fact ->> 'amount_paid')::bigint,
        fact ->> 'billing_reason', to_timestamp((fact ->> 'paid_through')::bigint),
        (fact ->> 'payment_failed')::boolean, fact ->> 'subscription_id', fact ->> 'customer_id',
        fact ->> 'payment_intent_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status('{draft,open,uncollectible,void,paid}', i.status, excluded.status),
        currency = greatest(i.currency, excluded.currency),
        amount_paid = greatest(i.amount_paid, excluded.amount_paid),
        billing_reason = greatest(i.billing_reason, excluded.billing_reason),
        paid_through = greatest(i.paid_through, excluded.paid_through),
        payment_failed = i.payment_failed OR excluded.payment_failed,
        subscription_id = greatest(i.subscription_id, excluded.subscription_id),
        customer_id = greatest(i.customer_id, excluded.customer_id),
        payment_intent_id = greatest(i.payment_intent_id, excluded.payment_intent_id),
        created_at = least(i.created_at, excluded.created_at);
END
$$;


--
-- Name: merge_payment(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_payment(fact jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO payments AS p (
        id, status, currency, amount, amount_received, amount_refunded, charge_id, checkout_attempt_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', fact ->> 'currency', (fact ->> 'amount')::bigint,
        (fact ->> 'amount_received')::bigint, (fact ->> 'amount_refunded')::bigint, fact ->> 'charge_id',
        (fact ->> 'checkout_attempt_id')::uuid, to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{requires_payment_method,processing,canceled,succeeded}', p.status, excluded.status
        ),
        currency = greatest(p.currency, excluded.currency),
        amount = greatest(p.amount, excluded.amount),
        amount_received = greatest(p.amount_received, excluded.amount_received),
        amount_refunded = greatest(p.amount_refunded, excluded.amount_refunded),
        charge_id = greatest(p.charge_id, excluded.charge_id),
        checkout_attempt_id = greatest(p.checkout_attempt_id, excluded.checkout_attempt_id),
        created_at = least(p.created_at, excluded.created_at);
END
$$;


--
-- Name: merge_refund(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_refund(fact jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO refunds AS r (
        id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', (fact ->> 'amount')::bigint, fact ->> 'currency', fact ->> 'reason',
        fact ->> 'payment_intent_id', fact ->> 'charge_id', (fact ->> 'refund_request_id')::uuid,
        to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{requires_action,pending,succeeded,canceled,failed}', r.status, excluded.status
        ),
        amount = greatest(r.amount, excluded.amount),
        currency = greatest(r.currency, excluded.currency),
        reason = greatest(r.reason, excluded.reason),
        payment_intent_id = greatest(r.payment_intent_id, excluded.payment_intent_id),
        charge_id = greatest(r.charge_id, excluded.charge_id),
        refund_request_id = greatest(r.refund_request_id, excluded.refund_request_id),
        created_at = least(r.created_at, excluded.created_at);
END
$$;


--
-- Name: merge_subscription(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.merge_subscription(fact jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    reported subscriptions;
    known subscriptions;
BEGIN
    reported.id := fact ->> 'id';
    reported.status := fact ->> 'status';
    reported.reported_at := to_timestamp((fact ->> 'reported_at')::bigint);
    reported.is_fetched := (fact ->> 'is_fetched')::boolean;
    reported.is_ambiguous := false;
    reported.current_period_start := to_timestamp((fact ->> 'current_period_start')::bigint);
    reported.current_period_end := to_timestamp((fact ->> 'current_period_end')::bigint);
    reported.trial_end := to_timestamp((fact ->> 'trial_end')::bigint);
    reported.cancel_at := to_timestamp((fact ->> 'cancel_at')::bigint);
    reported.ended_at := to_timestamp((fact ->> 'ended_at')::bigint);
    reported.pause_behavior := fact ->> 'pause_behavior';
    reported.customer_id := fact ->> 'customer_id';
    reported.checkout_attempt_id := (fact ->> 'checkout_attempt_id')::uuid;
    reported.created_at := to_timestamp((fact ->> 'created')::bigint);

    INSERT INTO subscriptions SELECT reported.* ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        RETURN;
    END IF;

    SELECT * INTO known FROM subscriptions AS s WHERE s.id = reported.id FOR NO KEY UPDATE;
    reported.is_ambiguous := reported.reported_at = known.reported_at
        AND NOT (reported.is_fetched OR known.is_fetched)
        AND subscription_phase(reported.status) = subscription_phase(known.status)
        AND subscription_phase(known.status) <> 'ended'
        AND subscription_picture(reported) IS DISTINCT FROM subscription_picture(known);

    IF subscription_rank(reported) > subscription_rank(known) THEN
        UPDATE subscriptions AS s
        SET
            status = reported.status,
            reported_at = reported.reported_at,
            is_fetched = reported.is_fetched,
            is_ambiguous = reported.is_ambiguous,
            current_period_start = reported.current_period_start,
            current_period_end = reported.current_period_end,
            trial_end = reported.trial_end,
            cancel_at = reported.cancel_at,
            ended_at = reported.ended_at,
            pause_behavior = reported.pause_behavior,
            customer_id = reported.customer_id,
            checkout_attempt_id = reported.checkout_attempt_id,
            created_at = least(s.created_at, reported.created_at)
        WHERE s.id = reported.id;
    ELSE
        UPDATE subscriptions AS s
        SET
            is_ambiguous = s.is_ambiguous OR reported.is_ambiguous,
            created_at = least(s.created_at, reported.created_at)
        WHERE s.id = reported.id AND (reported.is_ambiguous > s.is_ambiguous OR reported.created_at < s.created_at);
    END IF;
END
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

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
    trial_period_days bigint,
    access_has_grace boolean DEFAULT false NOT NULL,
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
    CONSTRAINT orders_success_url_length CHECK ((length(success_url) <= 2048)),
    CONSTRAINT orders_trial_is_of_a_subscription CHECK (((trial_period_days IS NULL) OR (((trial_period_days >= 1) AND (trial_period_days <= 730)) AND (mode = 'subscription'::text))))
);


--
-- Name: order_access(public.orders, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_access(o public.orders, grace_days integer) RETURNS TABLE(access json)
    LANGUAGE sql STABLE
    AS $$
    SELECT json_build_object('granted', o.access_granted AND coalesce(ends.until > now(), true), 'until', ends.until)
    FROM (SELECT access_ends(o.access_until, o.access_has_grace, grace_days) AS until) AS ends
$$;


--
-- Name: order_checkout(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_checkout(order_id bigint) RETURNS TABLE(checkout json)
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
            coalesce(s.status, CASE WHEN a.ended_at IS NULL AND a.expires_at > now() THEN 'open' ELSE 'expired' END) AS status,
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

CREATE FUNCTION public.order_history(order_id bigint) RETURNS TABLE(history json)
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
-- Name: order_payments(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_payments(order_id bigint) RETURNS TABLE(session_id text, subscription_id text, invoice_id text, payment_intent_id text, state text, failure_reason text, mismatch text, currency text, amount_paid bigint, amount_refunded bigint, amount_refunding bigint, disputed boolean, lost boolean, created_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
    WITH sessions AS (
        SELECT
            s.id,
            s.subscription_id,
            i.id AS invoice_id,
            coalesce(s.payment_intent_id, i.payment_intent_id) AS payment_intent_id,
            s.currency,
            s.created_at,
            p.charge_id,
            CASE
                WHEN s.status = 'complete' AND s.payment_status = 'no_payment_required' THEN 'free'
                -- An invoice may be paid by other means than its session's, from a balance or by hand.
                WHEN s.status = 'complete' AND 'paid' IN (s.payment_status, i.status) THEN 'paid'
                WHEN s.status = 'complete' AND p.status = 'succeeded' THEN 'paid'
                WHEN s.async_payment_failed OR s.status = 'expired' OR p.status = 'canceled' THEN 'failed'
                WHEN s.status = 'complete' THEN 'settling'
                ELSE 'open'
            END AS state,
            CASE
                WHEN s.async_payment_failed THEN 'async_payment_failed'
                WHEN s.status = 'expired' THEN 'expired'
                ELSE 'payment_canceled'
            END AS failure_reason,
            -- Discounts, tax and shipping change amount_total only, so the subtotals are what must agree.
            CASE
                WHEN a.id IS NULL THEN 'session_mismatch'
                WHEN s.mode <> o.mode THEN 'mode_mismatch'
                WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
                WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal)
                    THEN 'amount_mismatch'
            END AS mismatch,
            -- The first sessions, of 2019, did not say.
            coalesce(s.amount_total, p.amount_received, 0) AS amount_total,
            -- In API versions before 2025-03-31 a payment, and so its refunds, may be in the buyer's currency.
            coalesce(nullif(p.amount_received, 0), s.amount_total, 0) AS amount_received,
            coalesce(p.amount_refunded, 0) AS amount_refunded_of_charge
        FROM checkout_sessions AS s
        INNER JOIN orders AS o ON o.id = s.order_id
        LEFT JOIN invoices AS i ON i.subscription_id = s.subscription_id AND i.billing_reason = 'subscription_create'
        LEFT JOIN payments AS p ON p.id = coalesce(s.payment_intent_id, i.payment_intent_id)
        -- Ours is a session whose attempt we wrote before we asked Stripe for it.
        LEFT JOIN checkout_attempts AS a
            ON a.id = s.checkout_attempt_id AND a.order_id = s.order_id AND coalesce(a.session_id, s.id) = s.id
        WHERE s.order_id = order_payments.order_id
    ),

    -- The columns of sessions, for what their subscriptions cost later on.
    renewals AS (
        SELECT
            s.id,
            s.subscription_id,
            i.id AS invoice_id,
            i.payment_intent_id,
            i.currency,
            i.created_at,
            p.charge_id,
            'paid' AS state,
            NULL AS failure_reason,
            s.mismatch,
            coalesce(i.amount_paid, 0) AS amount_total,
            -- The same currencies: of an invoice that was paid by several payments this is one, and a part.
            CASE WHEN p.currency = i.currency THEN coalesce(i.amount_paid, 0)
                ELSE coalesce(nullif(p.amount_received, 0), i.amount_paid, 0)
            END AS amount_received,
            coalesce(p.amount_refunded, 0) AS amount_refunded_of_charge
        FROM sessions AS s
        INNER JOIN invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
        LEFT JOIN payments AS p ON p.id = i.payment_intent_id
        WHERE i.billing_reason IS DISTINCT FROM 'subscription_create'
    ),

    refunded AS (
        SELECT
            s.*,
            -- A charge tells how much of it was refunded, by refunds that we may not have been told of. What we know
            -- to have failed, or to be under way only, is taken off that.
            least(s.amount_received, greatest(r.succeeded, s.amount_refunded_of_charge - r.failed - r.pending)) AS back,
            least(s.amount_received, greatest(r.succeeded + r.pending, s.amount_refunded_of_charge - r.failed)) AS going_back
        FROM (SELECT * FROM sessions UNION ALL SELECT * FROM renewals) AS s
        CROSS JOIN LATERAL (
            SELECT
                coalesce(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0) AS succeeded,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('pending', 'requires_action')), 0) AS pending,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('failed', 'canceled')), 0) AS failed
            FROM refunds AS r
            WHERE r.payment_intent_id = s.payment_intent_id OR r.charge_id = s.charge_id
        ) AS r
    )

    SELECT
        s.id,
        s.subscription_id,
        s.invoice_id,
        s.payment_intent_id,
        s.state,
        CASE WHEN s.state = 'failed' THEN s.failure_reason END,
        s.mismatch,
        s.currency,
        CASE WHEN s.state = 'paid' THEN s.amount_total ELSE 0 END,
        coalesce(floor(s.amount_total * s.back / nullif(s.amount_received, 0)), 0)::bigint,
        coalesce(floor(s.amount_total * (s.going_back - s.back) / nullif(s.amount_received, 0)), 0)::bigint,
        d.disputed,
        d.lost,
        s.created_at
    FROM refunded AS s
    CROSS JOIN LATERAL (
        SELECT
            coalesce(bool_or(d.status NOT IN ('won', 'warning_closed', 'charge_refunded', 'prevented')), false) AS disputed,
            coalesce(bool_or(d.status = 'lost'), false) AS lost
        FROM disputes AS d
        WHERE d.payment_intent_id = s.payment_intent_id OR d.charge_id = s.charge_id
    ) AS d
    ORDER BY s.created_at, s.id
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
    -- What settle_order() has just derived is taken for that; anything else is derived here.
    IF current_setting('stripe_svc.derived', true) IS DISTINCT FROM new.id || ROW(
        new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded,
        new.duplicate_payment, new.access_granted, new.access_until, new.access_has_grace
    )::text THEN
        SELECT * INTO facts FROM derive_order(new.id);
        IF (new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded,
            new.duplicate_payment, new.access_granted, new.access_until, new.access_has_grace)
            IS DISTINCT FROM
           (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
            facts.duplicate_payment, facts.access_granted, facts.access_until, facts.access_has_grace)
        THEN
            RAISE EXCEPTION 'order % cannot be %: its verified facts say %', new.id, new.status, facts.status
                USING ERRCODE = 'integrity_constraint_violation',
                    HINT = format('See SELECT * FROM derive_order(%s);', new.id);
        END IF;
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
        before.duplicate_payment, before.access_granted, before.access_until, before.access_has_grace)
        IS NOT DISTINCT FROM
       (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
        facts.duplicate_payment, facts.access_granted, facts.access_until, facts.access_has_grace)
    THEN
        RETURN;
    END IF;

    IF facts.status <> before.status THEN
        INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source)
        VALUES (before.id, before.status, facts.status, settle_order.event_id, settle_order.source);
    END IF;

    -- refuse_underived_status() need not derive it again, which would add a sixth to the time of an event.
    PERFORM set_config('stripe_svc.derived', before.id || facts::text, true);
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
        access_has_grace = facts.access_has_grace,
        updated_at = now()
    WHERE o.id = before.id;
END
$$;


--
-- Name: subscription_access(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.subscription_access(subscription_id text, paid_through timestamp with time zone, revoked_through timestamp with time zone) RETURNS TABLE(access_until timestamp with time zone, access_has_grace boolean)
    LANGUAGE sql STABLE
    AS $$
    SELECT
        -- least() passes over NULL: what is not covered at all has no access either when it ends.
        CASE WHEN covered.until IS NOT NULL THEN least(covered.until, s.cancel_at, s.ended_at) END,
        s.status IN ('trialing', 'active', 'past_due')
            AND coalesce(s.cancel_at > covered.until, true)
            AND s.pause_behavior IS DISTINCT FROM 'void'
            AND coalesce(revoked_through <= paid_through, revoked_through IS NULL)
    FROM subscriptions AS s
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN s.status IN ('incomplete', 'incomplete_expired') THEN NULL
            WHEN s.status = 'trialing' THEN s.trial_end
            -- What is not collected for a while is given for free; not so a period whose money went back.
            WHEN s.status = 'active' AND s.pause_behavior IN ('keep_as_draft', 'mark_uncollectible')
                AND coalesce(revoked_through < s.current_period_end, true) THEN s.current_period_end
            -- A change to shorter periods may be heard of before its invoice.
            WHEN paid_through IS NOT NULL THEN least(paid_through, s.current_period_end)
        END AS until
    ) AS covered
    WHERE s.id = subscription_access.subscription_id
$$;


--
-- Name: subscription_phase(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.subscription_phase(status text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN status = 'incomplete' THEN 'incomplete'
        WHEN status IN ('canceled', 'incomplete_expired') THEN 'ended'
        ELSE 'alive'
    END
$$;


--
-- Name: subscriptions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subscriptions (
    id text NOT NULL,
    status text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    is_fetched boolean DEFAULT false NOT NULL,
    is_ambiguous boolean DEFAULT false NOT NULL,
    current_period_start timestamp with time zone,
    current_period_end timestamp with time zone,
    trial_end timestamp with time zone,
    cancel_at timestamp with time zone,
    ended_at timestamp with time zone,
    pause_behavior text,
    customer_id text,
    checkout_attempt_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT subscriptions_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT subscriptions_pause_behavior_known CHECK ((pause_behavior = ANY (ARRAY['keep_as_draft'::text, 'mark_uncollectible'::text, 'void'::text]))),
    CONSTRAINT subscriptions_status_known CHECK ((status = ANY (ARRAY['incomplete'::text, 'trialing'::text, 'active'::text, 'past_due'::text, 'unpaid'::text, 'paused'::text, 'incomplete_expired'::text, 'canceled'::text])))
);


--
-- Name: subscription_picture(public.subscriptions); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.subscription_picture(report public.subscriptions) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT (
        array_position(
            '{incomplete,trialing,active,past_due,unpaid,paused,incomplete_expired,canceled}', report.status
        ),
        extract(epoch FROM report.current_period_end), extract(epoch FROM report.current_period_start),
        extract(epoch FROM report.trial_end), extract(epoch FROM report.cancel_at),
        extract(epoch FROM report.ended_at), report.pause_behavior, report.customer_id, report.checkout_attempt_id
    )::text COLLATE "C"
$$;


--
-- Name: subscription_rank(public.subscriptions); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.subscription_rank(report public.subscriptions) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    SELECT ARRAY[
        CASE subscription_phase(report.status) WHEN 'ended' THEN '1' ELSE '0' END,
        to_char(extract(epoch FROM report.reported_at), 'FM000000000000'),
        CASE WHEN report.is_fetched THEN '1' ELSE '0' END,
        subscription_picture(report)
    ]
$$;


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
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference text NOT NULL,
    request jsonb NOT NULL,
    stripe_customer_id text,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    refused_at timestamp with time zone,
    CONSTRAINT customers_reference_length CHECK (((length(reference) >= 1) AND (length(reference) <= 255)))
);


--
-- Name: disputes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disputes (
    id text NOT NULL,
    status text NOT NULL,
    amount bigint,
    currency text,
    reason text,
    funds_withdrawn boolean DEFAULT false NOT NULL,
    funds_reinstated boolean DEFAULT false NOT NULL,
    payment_intent_id text,
    charge_id text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT disputes_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT disputes_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT disputes_payment_named CHECK (((payment_intent_id IS NOT NULL) OR (charge_id IS NOT NULL))),
    CONSTRAINT disputes_status_known CHECK ((status = ANY (ARRAY['warning_needs_response'::text, 'warning_under_review'::text, 'needs_response'::text, 'under_review'::text, 'warning_closed'::text, 'charge_refunded'::text, 'prevented'::text, 'lost'::text, 'won'::text])))
);


--
-- Name: invoices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invoices (
    id text NOT NULL,
    status text NOT NULL,
    currency text,
    amount_paid bigint,
    billing_reason text,
    paid_through timestamp with time zone,
    payment_failed boolean DEFAULT false NOT NULL,
    subscription_id text,
    customer_id text,
    payment_intent_id text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT invoices_amount_paid_not_negative CHECK ((amount_paid >= 0)),
    CONSTRAINT invoices_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT invoices_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'uncollectible'::text, 'void'::text, 'paid'::text])))
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
-- Name: payments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.payments (
    id text NOT NULL,
    status text NOT NULL,
    currency text,
    amount bigint,
    amount_received bigint,
    amount_refunded bigint,
    charge_id text,
    checkout_attempt_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT payments_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT payments_amount_received_not_negative CHECK ((amount_received >= 0)),
    CONSTRAINT payments_amount_refunded_not_negative CHECK ((amount_refunded >= 0)),
    CONSTRAINT payments_charge_id_length CHECK (((length(charge_id) >= 1) AND (length(charge_id) <= 255))),
    CONSTRAINT payments_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT payments_status_known CHECK ((status = ANY (ARRAY['requires_payment_method'::text, 'processing'::text, 'canceled'::text, 'succeeded'::text])))
);


--
-- Name: refund_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refund_requests (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id bigint NOT NULL,
    payment_intent_id text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    reason text,
    client text NOT NULL,
    idempotency_key text NOT NULL,
    request_fingerprint bytea NOT NULL,
    tries bigint DEFAULT 1 NOT NULL,
    tried_at timestamp with time zone DEFAULT now() NOT NULL,
    refund_id text,
    refund_status text,
    refused_at timestamp with time zone,
    refusal text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT refund_requests_amount_positive CHECK ((amount > 0)),
    CONSTRAINT refund_requests_idempotency_key_length CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255))),
    CONSTRAINT refund_requests_one_answer CHECK (((refund_id IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT refund_requests_refund_is_whole CHECK (((refund_id IS NULL) = (refund_status IS NULL))),
    CONSTRAINT refund_requests_refusal_explained CHECK (((refused_at IS NULL) = (refusal IS NULL))),
    CONSTRAINT refund_requests_tries_positive CHECK ((tries > 0))
);


--
-- Name: refunds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refunds (
    id text NOT NULL,
    status text NOT NULL,
    amount bigint NOT NULL,
    currency text,
    reason text,
    payment_intent_id text,
    charge_id text,
    refund_request_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT refunds_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT refunds_id_length CHECK (((length(id) >= 1) AND (length(id) <= 255))),
    CONSTRAINT refunds_payment_named CHECK (((payment_intent_id IS NOT NULL) OR (charge_id IS NOT NULL))),
    CONSTRAINT refunds_status_known CHECK ((status = ANY (ARRAY['requires_action'::text, 'pending'::text, 'succeeded'::text, 'canceled'::text, 'failed'::text])))
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
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: customers customers_stripe_customer_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_stripe_customer_once UNIQUE (stripe_customer_id);


--
-- Name: disputes disputes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_pkey PRIMARY KEY (id);


--
-- Name: invoices invoices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);


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
-- Name: payments payments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);


--
-- Name: refund_requests refund_requests_once_per_idempotency_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_once_per_idempotency_key UNIQUE (client, idempotency_key);


--
-- Name: refund_requests refund_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_pkey PRIMARY KEY (id);


--
-- Name: refund_requests refund_requests_refund_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_refund_once UNIQUE (refund_id);


--
-- Name: refunds refunds_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);


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
-- Name: subscriptions subscriptions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);


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
-- Name: checkout_sessions_by_payment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX checkout_sessions_by_payment ON public.checkout_sessions USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: checkout_sessions_by_subscription; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX checkout_sessions_by_subscription ON public.checkout_sessions USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


--
-- Name: customers_one_living; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX customers_one_living ON public.customers USING btree (reference) WHERE ((deleted_at IS NULL) AND (refused_at IS NULL));


--
-- Name: disputes_by_charge; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_by_charge ON public.disputes USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: disputes_by_payment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disputes_by_payment ON public.disputes USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: invoices_by_payment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_by_payment ON public.invoices USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: invoices_by_subscription; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invoices_by_subscription ON public.invoices USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


--
-- Name: order_transitions_by_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX order_transitions_by_order ON public.order_transitions USING btree (order_id, id);


--
-- Name: orders_by_customer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_by_customer ON public.orders USING btree (customer_reference, id) WHERE (customer_reference IS NOT NULL);


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
-- Name: payments_by_attempt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_by_attempt ON public.payments USING btree (checkout_attempt_id) WHERE (checkout_attempt_id IS NOT NULL);


--
-- Name: payments_by_charge; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX payments_by_charge ON public.payments USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: refund_requests_by_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refund_requests_by_order ON public.refund_requests USING btree (order_id);


--
-- Name: refunds_by_charge; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_by_charge ON public.refunds USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: refunds_by_payment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_by_payment ON public.refunds USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: refunds_by_request; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refunds_by_request ON public.refunds USING btree (refund_request_id) WHERE (refund_request_id IS NOT NULL);


--
-- Name: stripe_events_by_object; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stripe_events_by_object ON public.stripe_events USING btree (object_id) WHERE (object_id IS NOT NULL);


--
-- Name: stripe_events_failed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stripe_events_failed ON public.stripe_events USING btree (received_at) WHERE (status = 'failed'::text);


--
-- Name: subscriptions_ambiguous; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_ambiguous ON public.subscriptions USING btree (reported_at) WHERE is_ambiguous;


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
-- Name: customers customers_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER customers_verified BEFORE DELETE OR UPDATE OF deleted_at OR TRUNCATE ON public.customers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: disputes disputes_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER disputes_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.disputes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: invoices invoices_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER invoices_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: order_transitions order_transitions_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER order_transitions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.order_transitions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: orders orders_derived_on_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_derived_on_insert AFTER INSERT ON public.orders FOR EACH ROW WHEN ((((((((((new.status IS DISTINCT FROM 'pending'::text) OR (new.failure_reason IS DISTINCT FROM NULL::text)) OR (new.review_reason IS DISTINCT FROM NULL::text)) OR (new.amount_paid IS DISTINCT FROM 0)) OR (new.amount_refunded IS DISTINCT FROM 0)) OR (new.duplicate_payment IS DISTINCT FROM false)) OR (new.access_granted IS DISTINCT FROM false)) OR (new.access_until IS DISTINCT FROM NULL::timestamp with time zone)) OR (new.access_has_grace IS DISTINCT FROM false))) EXECUTE FUNCTION public.refuse_underived_status();


--
-- Name: orders orders_derived_on_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_derived_on_update AFTER UPDATE ON public.orders FOR EACH ROW WHEN ((((((((((new.status IS DISTINCT FROM old.status) OR (new.failure_reason IS DISTINCT FROM old.failure_reason)) OR (new.review_reason IS DISTINCT FROM old.review_reason)) OR (new.amount_paid IS DISTINCT FROM old.amount_paid)) OR (new.amount_refunded IS DISTINCT FROM old.amount_refunded)) OR (new.duplicate_payment IS DISTINCT FROM old.duplicate_payment)) OR (new.access_granted IS DISTINCT FROM old.access_granted)) OR (new.access_until IS DISTINCT FROM old.access_until)) OR (new.access_has_grace IS DISTINCT FROM old.access_has_grace))) EXECUTE FUNCTION public.refuse_underived_status();


--
-- Name: orders orders_terms_fixed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_terms_fixed BEFORE UPDATE OF id, mode, currency, amount_subtotal, line_items, trial_period_days ON public.orders FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.mode IS DISTINCT FROM old.mode)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.line_items IS DISTINCT FROM old.line_items)) OR (new.trial_period_days IS DISTINCT FROM old.trial_period_days)) OR ((old.amount_subtotal IS NOT NULL) AND (new.amount_subtotal IS DISTINCT FROM old.amount_subtotal)))) EXECUTE FUNCTION public.refuse_changed_terms();


--
-- Name: orders orders_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER orders_verified BEFORE DELETE OR UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, access_granted, access_until, access_has_grace OR TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: payments payments_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER payments_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.payments FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


--
-- Name: refunds refunds_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refunds_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.refunds FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


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
-- Name: subscriptions subscriptions_verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subscriptions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.subscriptions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


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
-- Name: refund_requests refund_requests_order_exists; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


--
-- PostgreSQL database dump complete
--

\unrestrict dbmate


--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20261123090000'),
    ('20261123140000'),
    ('20261123180000'),
    ('20261123220000');
