-- A database of the first release (commit 822aa14): schema, data, privileges and the rows of schema_migrations, as
-- pg_dump of PostgreSQL 15 gives them (--inserts, --no-owner; its headings and what only psql understands left out).
-- It was migrated by that release's `make migrate` and filled through its own code: its API, and receive_event() with
-- the facts that its handlers found in the events. Never edited by hand: only that release can make it again.
-- first_release.json says what that release answered for it, and what each order is an example of.
--
-- To load it into an empty database of PostgreSQL 15 or newer: first CREATE ROLE stripe_svc_app NOLOGIN, as roles belong
-- to the cluster; then all of it as one query, over a connection of its own, whose search_path it leaves empty.

--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.access_ends(access_until timestamp with time zone, access_has_grace boolean, grace_days integer) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
    SELECT access_until + make_interval(days => CASE WHEN access_has_grace THEN grace_days ELSE 0 END)
$$;


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
            coalesce(i.created_at, p.created_at) AS created_at,
            CASE
                WHEN i.paid_through IS NOT NULL THEN i.paid_through
                WHEN i.billing_reason NOT IN ('subscription_create', 'subscription_cycle') THEN NULL
                WHEN coalesce(i.created_at, s.created_at) < s.current_period_start - interval '1 hour'
                    THEN s.current_period_start
                ELSE s.current_period_end
            END AS until
        FROM payments AS p
        INNER JOIN subscriptions AS s ON s.id = p.subscription_id
        LEFT JOIN invoices AS i ON i.id = p.invoice_id AND i.status = 'paid'
        WHERE p.settled
    ),

    -- The last one that was kept says until when: what was paid for before may have been credited for it, as when a
    -- year is changed to a month.
    kept AS (
        SELECT DISTINCT ON (c.subscription_id) c.*
        FROM covering AS c
        WHERE NOT c.revoked
        ORDER BY c.subscription_id, c.until IS NULL, c.created_at DESC, c.until DESC
    ),

    subscribed AS (
        SELECT
            k.subscription_id,
            least(k.until, min(r.until)) AS paid_through,
            max(r.until) AS revoked_through
        FROM kept AS k
        LEFT JOIN covering AS r
            ON r.subscription_id = k.subscription_id AND r.revoked AND r.created_at >= k.created_at
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


CREATE FUNCTION public.later_status(ladder text[], a text, b text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT ladder[greatest(array_position(ladder, a), array_position(ladder, b))]
$$;


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


CREATE FUNCTION public.order_access(o public.orders, grace_days integer) RETURNS TABLE(access json)
    LANGUAGE sql STABLE
    AS $$
    SELECT json_build_object('granted', o.access_granted AND coalesce(ends.until > now(), true), 'until', ends.until)
    FROM (SELECT access_ends(o.access_until, o.access_has_grace, grace_days) AS until) AS ends
$$;


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


CREATE FUNCTION public.refuse_changed_terms() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION 'the terms of order % are fixed', old.id
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Create a new order instead.';
END
$$;


CREATE FUNCTION public.refuse_rewritten_attempt() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '% of checkout_attempts refused: sessions are recognised by them', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'An attempt may only be ended: ended_at, end_reason.';
END
$$;


CREATE FUNCTION public.refuse_rewritten_journal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only the payload may be set to NULL.';
END
$$;


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


CREATE FUNCTION public.subscription_phase(status text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN status = 'incomplete' THEN 'incomplete'
        WHEN status IN ('canceled', 'incomplete_expired') THEN 'ended'
        ELSE 'alive'
    END
$$;


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


ALTER TABLE public.order_transitions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.order_transitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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


CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


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


INSERT INTO public.checkout_attempts VALUES
	('e104a2b4-9fdb-484a-a77d-40512328bfa3', 1, '{"mode": "payment", "currency": "eur", "metadata": {"basket": "b1", "order_id": "1"}, "cancel_url": "https://shop.example.com/cart", "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://shop.example.com/thanks?s={CHECKOUT_SESSION_ID}", "customer_email": "zoe@example.com", "client_reference_id": "1", "payment_intent_data": {"metadata": {"basket": "b1", "order_id": "1"}}}', 'cs_test_a1jpPVK2wM04JgSx4SpQ5gfZxVH9HnVN3iuLqjT0es4uCb3NJIvuL8QGbg', 'http://127.0.0.1:34283/c/pay/cs_test_a1jpPVK2wM04JgSx4SpQ5gfZxVH9HnVN3iuLqjT0es4uCb3NJIvuL8QGbg', '2026-11-26 10:01:16+00', NULL, NULL, '2026-11-25 10:01:16.877717+00'),
	('154fbcd6-13c8-458a-8e99-94a3634eb067', 2, '{"mode": "subscription", "currency": "eur", "customer": "cus_jVPN9XbUTFC01e", "metadata": {"order_id": "2"}, "line_items": [{"quantity": 1, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 1500, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "2"}}, "client_reference_id": "2"}', 'cs_test_a1r2ISneNrHkjnQFD3hrq1CdYbQnGoVcEOTa57hiiMGcBKyjZGzKao3caW', 'http://127.0.0.1:34283/c/pay/cs_test_a1r2ISneNrHkjnQFD3hrq1CdYbQnGoVcEOTa57hiiMGcBKyjZGzKao3caW', '2026-11-26 10:01:16+00', NULL, NULL, '2026-11-25 10:01:16.970606+00'),
	('4af6706a-039a-4db6-92ea-e7cc4e2abb19', 6, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "6"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "customer_email": "buyer@example.com", "client_reference_id": "6", "payment_intent_data": {"metadata": {"order_id": "6"}}}', 'cs_test_4af6706a039a', 'https://checkout.example.com/cs_test_4af6706a039a', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.264887+00'),
	('328dcc23-5f2e-4df9-a374-f976adfcc85a', 7, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "7"}, "line_items": [{"price": "price_tea", "quantity": 1}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "7", "payment_intent_data": {"metadata": {"order_id": "7"}}}', 'cs_test_328dcc235f2e', 'https://checkout.example.com/cs_test_328dcc235f2e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.270951+00'),
	('509f24d2-6083-422d-a3ed-6c8c7560e449', 8, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "8"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "8", "payment_intent_data": {"metadata": {"order_id": "8"}}}', NULL, NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.275929+00'),
	('8445ed69-bde7-4fda-92d1-8a85f8999936', 9, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "9"}, "line_items": [{"price": "price_unknown", "quantity": 1}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "9", "payment_intent_data": {"metadata": {"order_id": "9"}}}', NULL, NULL, NULL, '2026-11-25 10:01:17.281861+00', 'No such price: ''price_unknown''', '2026-11-25 10:01:17.280758+00'),
	('4b0afa0e-d5f6-4254-a425-b265275f94da', 10, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "10"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "10", "payment_intent_data": {"metadata": {"order_id": "10"}}}', 'cs_test_4b0afa0ed5f6', 'https://checkout.example.com/cs_test_4b0afa0ed5f6', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.288504+00', 'expired', '2026-11-25 10:01:17.285895+00'),
	('6bde1f8a-076e-4f9e-a133-45a912a0a77e', 11, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "11"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "11", "payment_intent_data": {"metadata": {"order_id": "11"}}}', 'cs_test_6bde1f8a076e', 'https://checkout.example.com/cs_test_6bde1f8a076e', '2025-01-01 12:00:00+00', NULL, NULL, '2026-11-25 10:01:17.291667+00'),
	('5829f966-0bad-4e1f-9791-09e131e5f49f', 12, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "12"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "12", "payment_intent_data": {"metadata": {"order_id": "12"}}}', 'cs_test_5829f9660bad', 'https://checkout.example.com/cs_test_5829f9660bad', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.295186+00'),
	('9d2628ec-6d07-4035-bd2c-e418acab427f', 13, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "13"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "13", "payment_intent_data": {"metadata": {"order_id": "13"}}}', 'cs_test_9d2628ec6d07', 'https://checkout.example.com/cs_test_9d2628ec6d07', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.307872+00', 'expired', '2026-11-25 10:01:17.301942+00'),
	('8369dbee-cd88-4bec-ba93-7185a252319b', 13, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "13"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "13", "payment_intent_data": {"metadata": {"order_id": "13"}}}', 'cs_test_8369dbeecd88', 'https://checkout.example.com/cs_test_8369dbeecd88', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.307872+00'),
	('17a3ffa9-c067-4194-9a48-f0eba45c06fc', 14, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "14"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "14", "payment_intent_data": {"metadata": {"order_id": "14"}}}', 'cs_test_17a3ffa9c067', 'https://checkout.example.com/cs_test_17a3ffa9c067', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.313934+00', 'expired', '2026-11-25 10:01:17.311262+00'),
	('32e01d2b-d233-44e5-a11b-81ddb172266d', 15, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "15"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "15", "payment_intent_data": {"metadata": {"order_id": "15"}}}', 'cs_test_32e01d2bd233', 'https://checkout.example.com/cs_test_32e01d2bd233', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.322733+00'),
	('f419a41a-363c-4c54-8a04-cb5a4a4b8e09', 16, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "16"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "16", "payment_intent_data": {"metadata": {"order_id": "16"}}}', 'cs_test_f419a41a363c', 'https://checkout.example.com/cs_test_f419a41a363c', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.330872+00'),
	('6f5bea4c-4170-46a5-a868-3fc85a2016bc', 17, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "17"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "17", "payment_intent_data": {"metadata": {"order_id": "17"}}}', 'cs_test_6f5bea4c4170', 'https://checkout.example.com/cs_test_6f5bea4c4170', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.345727+00'),
	('b5bd095e-e022-4a44-bcff-4a043c3094d6', 18, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "18"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "18", "payment_intent_data": {"metadata": {"order_id": "18"}}}', 'cs_test_b5bd095ee022', 'https://checkout.example.com/cs_test_b5bd095ee022', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.352223+00'),
	('e414414a-4436-49c8-8bba-0090e8d5272f', 19, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "19"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "19", "payment_intent_data": {"metadata": {"order_id": "19"}}}', 'cs_test_e414414a4436', 'https://checkout.example.com/cs_test_e414414a4436', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.35953+00'),
	('a9b1ce55-fba9-4a71-b37d-d127ba6f9fa0', 20, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "20"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "20", "payment_intent_data": {"metadata": {"order_id": "20"}}}', 'cs_test_a9b1ce55fba9', 'https://checkout.example.com/cs_test_a9b1ce55fba9', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.364091+00'),
	('602627eb-680e-41b3-82d6-bbef1c661855', 21, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "21"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "21", "payment_intent_data": {"metadata": {"order_id": "21"}}}', 'cs_test_602627eb680e', 'https://checkout.example.com/cs_test_602627eb680e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.3707+00'),
	('1dd52cad-1113-40f8-b7b8-a905375a52f6', 22, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "22"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "22", "payment_intent_data": {"metadata": {"order_id": "22"}}}', 'cs_test_1dd52cad1113', 'https://checkout.example.com/cs_test_1dd52cad1113', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.381535+00', 'expired', '2026-11-25 10:01:17.37811+00'),
	('497eacbe-9373-4e1b-b48b-65f9bd53d60d', 22, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "22"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "22", "payment_intent_data": {"metadata": {"order_id": "22"}}}', 'cs_test_497eacbe9373', 'https://checkout.example.com/cs_test_497eacbe9373', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.381535+00'),
	('0fa6ba24-a4f3-4dfa-8313-a26b87dd3733', 23, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "23"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "23", "payment_intent_data": {"metadata": {"order_id": "23"}}}', 'cs_test_0fa6ba24a4f3', 'https://checkout.example.com/cs_test_0fa6ba24a4f3', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.389255+00', 'expired', '2026-11-25 10:01:17.386852+00'),
	('9e91b94d-a9af-4a82-8137-046ec4604686', 23, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "23"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "23", "payment_intent_data": {"metadata": {"order_id": "23"}}}', 'cs_test_9e91b94da9af', 'https://checkout.example.com/cs_test_9e91b94da9af', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.393137+00', 'expired', '2026-11-25 10:01:17.390888+00'),
	('e1713892-3a72-4193-9814-71cb03ab54e0', 24, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "24"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "24", "payment_intent_data": {"metadata": {"order_id": "24"}}}', 'cs_test_e17138923a72', 'https://checkout.example.com/cs_test_e17138923a72', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.404828+00', 'expired', '2026-11-25 10:01:17.401048+00'),
	('04d9701c-f6e8-4dad-81d3-f756a35334d2', 24, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "24"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "24", "payment_intent_data": {"metadata": {"order_id": "24"}}}', 'cs_test_04d9701cf6e8', 'https://checkout.example.com/cs_test_04d9701cf6e8', '2085-08-30 08:53:20+00', '2026-11-25 10:01:17.409885+00', 'expired', '2026-11-25 10:01:17.407545+00'),
	('ba136801-a433-454d-bcce-fa03c94bb98f', 25, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "25"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "25", "payment_intent_data": {"metadata": {"order_id": "25"}}}', NULL, NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.42557+00'),
	('2a931bf9-7004-4fb1-a40a-055701435f6f', 26, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "26"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "26", "payment_intent_data": {"metadata": {"order_id": "26"}}}', 'cs_test_2a931bf97004', 'https://checkout.example.com/cs_test_2a931bf97004', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.430088+00'),
	('b89ffaf1-293e-4c1b-9df5-d538e46879d7', 27, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "27"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "27", "payment_intent_data": {"metadata": {"order_id": "27"}}}', 'cs_test_b89ffaf1293e', 'https://checkout.example.com/cs_test_b89ffaf1293e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.434863+00'),
	('4c16b955-7781-450d-aa03-b74128f88973', 28, '{}', NULL, NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.445295+00'),
	('0afa49d3-d4c5-4822-8ee7-f4243f269da1', 29, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "29"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "29", "payment_intent_data": {"metadata": {"order_id": "29"}}}', 'cs_test_0afa49d3d4c5', 'https://checkout.example.com/cs_test_0afa49d3d4c5', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.449671+00'),
	('f1abe509-abdf-4775-b093-a2bc79ff9c13', 30, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "30"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "30", "payment_intent_data": {"metadata": {"order_id": "30"}}}', 'cs_test_f1abe509abdf', 'https://checkout.example.com/cs_test_f1abe509abdf', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.454391+00'),
	('d924ce50-4de8-4ee8-92e0-938a02ed3321', 31, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "31"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "31", "payment_intent_data": {"metadata": {"order_id": "31"}}}', 'cs_test_d924ce504de8', 'https://checkout.example.com/cs_test_d924ce504de8', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.463245+00'),
	('e1338ee3-9000-40ee-9851-20ac5a5af866', 36, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "36"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "36", "payment_intent_data": {"metadata": {"order_id": "36"}}}', 'cs_test_e1338ee39000', 'https://checkout.example.com/cs_test_e1338ee39000', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.496218+00'),
	('c53d6918-d894-4941-aaf9-2f80af005645', 40, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "40"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "40", "payment_intent_data": {"metadata": {"order_id": "40"}}}', 'cs_test_c53d6918d894', 'https://checkout.example.com/cs_test_c53d6918d894', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.522039+00'),
	('fc62ce42-414a-425c-ba05-a1158230c68d', 42, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "42"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "42", "payment_intent_data": {"metadata": {"order_id": "42"}}}', 'cs_test_fc62ce42414a', 'https://checkout.example.com/cs_test_fc62ce42414a', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.53577+00'),
	('4121a35d-f1f5-400d-9470-84213c758035', 43, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "43"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "43", "payment_intent_data": {"metadata": {"order_id": "43"}}}', 'cs_test_4121a35df1f5', 'https://checkout.example.com/cs_test_4121a35df1f5', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.543294+00'),
	('930bad26-6cbb-4d65-baf0-25f7dac13955', 44, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "44"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "44", "payment_intent_data": {"metadata": {"order_id": "44"}}}', 'cs_test_930bad266cbb', 'https://checkout.example.com/cs_test_930bad266cbb', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.557441+00'),
	('58b88ac0-17fd-4d58-a630-c1678d395f2e', 45, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "45"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "45", "payment_intent_data": {"metadata": {"order_id": "45"}}}', 'cs_test_58b88ac017fd', 'https://checkout.example.com/cs_test_58b88ac017fd', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.563917+00'),
	('770880d3-a517-4215-b7d6-203e289aaa6c', 46, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "46"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "46", "payment_intent_data": {"metadata": {"order_id": "46"}}}', 'cs_test_770880d3a517', 'https://checkout.example.com/cs_test_770880d3a517', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.571201+00'),
	('42aa57aa-e547-4ced-8a22-a6c55acd8571', 47, '{"mode": "payment", "currency": "eur", "metadata": {"basket": "b-8", "order_id": "47"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "47", "payment_intent_data": {"metadata": {"basket": "b-8", "order_id": "47"}}}', 'cs_test_42aa57aae547', 'https://checkout.example.com/cs_test_42aa57aae547', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.584783+00'),
	('6606a0a5-493b-41f3-96c4-0f0579d5f764', 48, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "48"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "48", "payment_intent_data": {"metadata": {"order_id": "48"}}}', 'cs_test_6606a0a5493b', 'https://checkout.example.com/cs_test_6606a0a5493b', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.597545+00'),
	('5dc69e12-ff36-41ef-a49e-6a926c3020a2', 49, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "49"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "49", "payment_intent_data": {"metadata": {"order_id": "49"}}}', 'cs_test_5dc69e12ff36', 'https://checkout.example.com/cs_test_5dc69e12ff36', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.60856+00'),
	('6800bcc4-8628-45f9-9aa6-5971ec33b6d3', 50, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "50"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "50", "payment_intent_data": {"metadata": {"order_id": "50"}}}', 'cs_test_6800bcc48628', 'https://checkout.example.com/cs_test_6800bcc48628', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.616135+00'),
	('9ed878b7-43f2-498f-ad66-e386595ee9ef', 51, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "51"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "51", "payment_intent_data": {"metadata": {"order_id": "51"}}}', 'cs_test_9ed878b743f2', 'https://checkout.example.com/cs_test_9ed878b743f2', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.629024+00'),
	('ab57befa-44c9-4599-9158-4d67c203de82', 52, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "52"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "52", "payment_intent_data": {"metadata": {"order_id": "52"}}}', 'cs_test_ab57befa44c9', 'https://checkout.example.com/cs_test_ab57befa44c9', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.649163+00'),
	('28596450-829e-4945-9df1-c4e4588ab933', 53, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "53"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "53", "payment_intent_data": {"metadata": {"order_id": "53"}}}', 'cs_test_28596450829e', 'https://checkout.example.com/cs_test_28596450829e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.660904+00'),
	('7b00339f-3dae-4e80-9389-3d4dd6a4f18c', 54, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "54"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "54", "payment_intent_data": {"metadata": {"order_id": "54"}}}', 'cs_test_7b00339f3dae', 'https://checkout.example.com/cs_test_7b00339f3dae', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.671084+00'),
	('c21d3dd1-1691-4352-b7f6-471ce96b0300', 55, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "55"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "55", "payment_intent_data": {"metadata": {"order_id": "55"}}}', 'cs_test_c21d3dd11691', 'https://checkout.example.com/cs_test_c21d3dd11691', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.685265+00'),
	('bd0c0672-0cc5-4619-9f62-d7b10ae99408', 56, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "56"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "56", "payment_intent_data": {"metadata": {"order_id": "56"}}}', 'cs_test_bd0c06720cc5', 'https://checkout.example.com/cs_test_bd0c06720cc5', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.693977+00'),
	('bc78d69f-730a-4f72-ad57-e7baeee9a1c9', 57, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "57"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "57", "payment_intent_data": {"metadata": {"order_id": "57"}}}', 'cs_test_bc78d69f730a', 'https://checkout.example.com/cs_test_bc78d69f730a', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.700478+00'),
	('d18521e5-7cca-4884-a6d7-daa69575416c', 58, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "58"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "58", "payment_intent_data": {"metadata": {"order_id": "58"}}}', 'cs_test_d18521e57cca', 'https://checkout.example.com/cs_test_d18521e57cca', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.705816+00'),
	('33b6e15d-0421-4528-9e09-10087505ae46', 59, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "59"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "59", "payment_intent_data": {"metadata": {"order_id": "59"}}}', 'cs_test_33b6e15d0421', 'https://checkout.example.com/cs_test_33b6e15d0421', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.712567+00'),
	('0ab96d0c-0aa2-40f3-93b5-e7a6e202180e', 60, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "60"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "60", "payment_intent_data": {"metadata": {"order_id": "60"}}}', 'cs_test_0ab96d0c0aa2', 'https://checkout.example.com/cs_test_0ab96d0c0aa2', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.721105+00'),
	('7d6c446c-8cdc-4cfa-b63b-187cf51036e9', 61, '{"mode": "subscription", "currency": "eur", "customer": "cus_c3a072c997d0c1", "metadata": {"plan": "club", "order_id": "61"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"plan": "club", "order_id": "61"}}, "client_reference_id": "61"}', 'cs_test_7d6c446c8cdc', 'https://checkout.example.com/cs_test_7d6c446c8cdc', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.727657+00'),
	('462bbef7-3da4-4958-964b-595600c8563b', 62, '{"mode": "subscription", "currency": "eur", "customer": "cus_bf2ff5c7ed46a6", "metadata": {"plan": "club", "order_id": "62"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"plan": "club", "order_id": "62"}}, "client_reference_id": "62"}', 'cs_test_462bbef73da4', 'https://checkout.example.com/cs_test_462bbef73da4', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.741024+00'),
	('06fa12a0-84c0-4d59-8911-3b24124180e9', 63, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "63"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "63", "payment_intent_data": {"metadata": {"order_id": "63"}}}', 'cs_test_06fa12a084c0', 'https://checkout.example.com/cs_test_06fa12a084c0', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.750729+00'),
	('7e347829-81fb-4c39-98ed-78f6935fdf8f', 64, '{"mode": "subscription", "currency": "eur", "customer": "cus_e3900f6636a6f9", "metadata": {"order_id": "64"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "64"}, "trial_period_days": 730}, "client_reference_id": "64"}', 'cs_test_7e34782981fb', 'https://checkout.example.com/cs_test_7e34782981fb', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.756556+00'),
	('bd8f8a32-7200-496a-95bd-e1d04e1722f5', 65, '{"mode": "subscription", "currency": "eur", "customer": "cus_417cbf4e5a8949", "metadata": {"order_id": "65"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "65"}, "trial_period_days": 14}, "client_reference_id": "65"}', 'cs_test_bd8f8a327200', 'https://checkout.example.com/cs_test_bd8f8a327200', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.764202+00'),
	('53debdd6-2747-4167-8719-ccc9e6fc821e', 66, '{"mode": "subscription", "currency": "eur", "customer": "cus_42724412c022f3", "metadata": {"order_id": "66"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "66"}}, "client_reference_id": "66"}', 'cs_test_53debdd62747', 'https://checkout.example.com/cs_test_53debdd62747', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.773052+00'),
	('c618aaef-106e-4abc-891b-21b961eaa3dd', 67, '{"mode": "subscription", "currency": "eur", "customer": "cus_a8503da86d6225", "metadata": {"order_id": "67"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "67"}}, "client_reference_id": "67"}', 'cs_test_c618aaef106e', 'https://checkout.example.com/cs_test_c618aaef106e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.784636+00'),
	('c3c169f9-0359-41c0-bd65-1989ad3db19c', 68, '{"mode": "subscription", "currency": "eur", "customer": "cus_52ec828ed2b28b", "metadata": {"order_id": "68"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "68"}}, "client_reference_id": "68"}', 'cs_test_c3c169f90359', 'https://checkout.example.com/cs_test_c3c169f90359', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.798203+00'),
	('57a45a98-d318-4b0d-a396-a910018515d2', 69, '{"mode": "subscription", "currency": "eur", "customer": "cus_a35edc9f301a90", "metadata": {"order_id": "69"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "69"}}, "client_reference_id": "69"}', 'cs_test_57a45a98d318', 'https://checkout.example.com/cs_test_57a45a98d318', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.807158+00'),
	('2065413e-411e-4301-b1ca-74bae2a4193f', 70, '{"mode": "subscription", "currency": "eur", "customer": "cus_9f53095ce8a599", "metadata": {"order_id": "70"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "70"}}, "client_reference_id": "70"}', 'cs_test_2065413e411e', 'https://checkout.example.com/cs_test_2065413e411e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.816085+00'),
	('090f7602-b089-4ba9-9920-b50cf37ef53a', 71, '{"mode": "subscription", "currency": "eur", "customer": "cus_4f13a716e82fa3", "metadata": {"order_id": "71"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "71"}}, "client_reference_id": "71"}', 'cs_test_090f7602b089', 'https://checkout.example.com/cs_test_090f7602b089', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.825162+00'),
	('2722f73e-6739-4752-bd0b-96d4c9eeeda8', 72, '{"mode": "subscription", "currency": "eur", "customer": "cus_169a4c2a997116", "metadata": {"order_id": "72"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "72"}}, "client_reference_id": "72"}', 'cs_test_2722f73e6739', 'https://checkout.example.com/cs_test_2722f73e6739', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.836528+00'),
	('bde44b2c-bec4-4e52-965c-f8c898b7366c', 73, '{"mode": "subscription", "currency": "eur", "customer": "cus_63024b5d13393d", "metadata": {"order_id": "73"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "73"}}, "client_reference_id": "73"}', 'cs_test_bde44b2cbec4', 'https://checkout.example.com/cs_test_bde44b2cbec4', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.853461+00'),
	('a4d7f11d-02fd-4b3e-a3d8-b9c64c3be60c', 74, '{"mode": "subscription", "currency": "eur", "customer": "cus_77bab12421038d", "metadata": {"order_id": "74"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "74"}}, "client_reference_id": "74"}', 'cs_test_a4d7f11d02fd', 'https://checkout.example.com/cs_test_a4d7f11d02fd', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.862042+00'),
	('a7d348e4-6b62-4928-89e8-cfcbc5e5fbeb', 75, '{"mode": "subscription", "currency": "eur", "customer": "cus_696ebbdc509b97", "metadata": {"order_id": "75"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "75"}}, "client_reference_id": "75"}', 'cs_test_a7d348e46b62', 'https://checkout.example.com/cs_test_a7d348e46b62', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.869945+00'),
	('ad625d75-cfbf-4cd6-85d8-69cdb326fb46', 76, '{"mode": "subscription", "currency": "eur", "customer": "cus_6b900afdcb3d27", "metadata": {"order_id": "76"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "76"}}, "client_reference_id": "76"}', 'cs_test_ad625d75cfbf', 'https://checkout.example.com/cs_test_ad625d75cfbf', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.875336+00'),
	('61393f94-a37b-4052-a10f-91dacfa5dc15', 77, '{"mode": "subscription", "currency": "eur", "customer": "cus_c5305eec62d3f0", "metadata": {"order_id": "77"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "77"}}, "client_reference_id": "77"}', 'cs_test_61393f94a37b', 'https://checkout.example.com/cs_test_61393f94a37b', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.892136+00'),
	('e5accb66-cfe8-4668-8c22-f2bbf446d7c9', 78, '{"mode": "subscription", "currency": "eur", "customer": "cus_37046be9ef3226", "metadata": {"order_id": "78"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "78"}}, "client_reference_id": "78"}', 'cs_test_e5accb66cfe8', 'https://checkout.example.com/cs_test_e5accb66cfe8', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.912591+00'),
	('632b5818-064d-4b35-a590-ff060e48a360', 79, '{"mode": "subscription", "currency": "eur", "customer": "cus_ac9fb031555b7b", "metadata": {"order_id": "79"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "79"}}, "client_reference_id": "79"}', 'cs_test_632b5818064d', 'https://checkout.example.com/cs_test_632b5818064d', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.922384+00'),
	('ff00056a-ebb1-411c-b5b6-df6b743c96e8', 80, '{"mode": "subscription", "currency": "eur", "customer": "cus_d03a7f502ced3b", "metadata": {"order_id": "80"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "80"}}, "client_reference_id": "80"}', 'cs_test_ff00056aebb1', 'https://checkout.example.com/cs_test_ff00056aebb1', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.952268+00'),
	('c0c96070-0397-4d77-971f-e730ef5ab00b', 81, '{"mode": "subscription", "currency": "eur", "customer": "cus_cdafceea5c6cae", "metadata": {"order_id": "81"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "81"}}, "client_reference_id": "81"}', 'cs_test_c0c960700397', 'https://checkout.example.com/cs_test_c0c960700397', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.974736+00'),
	('5e6da703-0db1-434a-ad00-1d49770b10d5', 82, '{"mode": "subscription", "currency": "eur", "customer": "cus_4b82dd86c31ba2", "metadata": {"order_id": "82"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "82"}}, "client_reference_id": "82"}', 'cs_test_5e6da7030db1', 'https://checkout.example.com/cs_test_5e6da7030db1', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:17.987945+00'),
	('c39f727e-6742-43f0-9a46-374af227142c', 83, '{"mode": "subscription", "currency": "eur", "customer": "cus_4a357863cce672", "metadata": {"order_id": "83"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "83"}}, "client_reference_id": "83"}', 'cs_test_c39f727e6742', 'https://checkout.example.com/cs_test_c39f727e6742', '2085-08-30 08:53:20+00', '2026-11-25 10:01:18.005604+00', 'expired', '2026-11-25 10:01:18.003158+00'),
	('543bd297-a8dc-414d-952d-b551d9282d9a', 83, '{"mode": "subscription", "currency": "eur", "customer": "cus_4a357863cce672", "metadata": {"order_id": "83"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "83"}}, "client_reference_id": "83"}', 'cs_test_543bd297a8dc', 'https://checkout.example.com/cs_test_543bd297a8dc', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.007431+00'),
	('3c90caab-45b2-4e46-923a-4339dc94da76', 84, '{"mode": "subscription", "currency": "eur", "customer": "cus_6b4889c090b1ec", "metadata": {"order_id": "84"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "84"}}, "client_reference_id": "84"}', 'cs_test_3c90caab45b2', 'https://checkout.example.com/cs_test_3c90caab45b2', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.029662+00'),
	('2e9cae03-91aa-4a13-9085-0d37b8600ef0', 85, '{"mode": "subscription", "currency": "eur", "customer": "cus_eb65ad0c010755", "metadata": {"order_id": "85"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "85"}}, "client_reference_id": "85"}', 'cs_test_2e9cae0391aa', 'https://checkout.example.com/cs_test_2e9cae0391aa', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.045669+00'),
	('0f703d06-001d-4445-934a-4738a73d354b', 86, '{"mode": "subscription", "currency": "eur", "customer": "cus_bdb040f4f0a2a1", "metadata": {"order_id": "86"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "86"}}, "client_reference_id": "86"}', 'cs_test_0f703d06001d', 'https://checkout.example.com/cs_test_0f703d06001d', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.05924+00'),
	('482fa761-e91e-495b-a3f6-478ceab7ecd7', 87, '{"mode": "subscription", "currency": "eur", "customer": "cus_e757aaa9cbf280", "metadata": {"order_id": "87"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "87"}}, "client_reference_id": "87"}', 'cs_test_482fa761e91e', 'https://checkout.example.com/cs_test_482fa761e91e', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.065481+00'),
	('b0d48211-4a20-4a1e-aca3-ac775bffed7d', 88, '{"mode": "subscription", "currency": "eur", "customer": "cus_c21a6cd96d133a", "metadata": {"order_id": "88"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "88"}}, "client_reference_id": "88"}', 'cs_test_b0d482114a20', 'https://checkout.example.com/cs_test_b0d482114a20', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.073777+00'),
	('2da03ef2-cc38-4aec-87e8-34f63b6b2b40', 89, '{"mode": "subscription", "currency": "eur", "customer": "cus_edcdae09c79771", "metadata": {"order_id": "89"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "89"}}, "client_reference_id": "89"}', 'cs_test_2da03ef2cc38', 'https://checkout.example.com/cs_test_2da03ef2cc38', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.084873+00'),
	('0ee30722-c049-406a-b23e-93263900247d', 90, '{"mode": "subscription", "currency": "eur", "customer": "cus_818282f4c1f31e", "metadata": {"order_id": "90"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "90"}}, "client_reference_id": "90"}', 'cs_test_0ee30722c049', 'https://checkout.example.com/cs_test_0ee30722c049', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.095368+00'),
	('6e1b096f-5a64-4ee8-ad51-66e765971913', 92, '{"mode": "subscription", "currency": "eur", "metadata": {"order_id": "92"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "92"}}, "client_reference_id": "92"}', 'cs_test_6e1b096f5a64', 'https://checkout.example.com/cs_test_6e1b096f5a64', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.101457+00'),
	('bf5ac4c9-fa78-4791-b7bf-89706f558a2a', 93, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "93"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "93", "payment_intent_data": {"metadata": {"order_id": "93"}}}', 'cs_test_bf5ac4c9fa78', 'https://checkout.example.com/cs_test_bf5ac4c9fa78', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.128058+00'),
	('1e67b06a-c16d-4d42-8a20-7dc32c1d629b', 94, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "94"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "94", "payment_intent_data": {"metadata": {"order_id": "94"}}}', 'cs_test_1e67b06ac16d', 'https://checkout.example.com/cs_test_1e67b06ac16d', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.138754+00'),
	('87750f6d-c0e0-4e72-856a-6eca9262f437', 95, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "95"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "95", "payment_intent_data": {"metadata": {"order_id": "95"}}}', 'cs_test_87750f6dc0e0', 'https://checkout.example.com/cs_test_87750f6dc0e0', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.144739+00'),
	('06ddd67c-e654-42b5-9ef0-cd67913cf87a', 96, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "96"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "96", "payment_intent_data": {"metadata": {"order_id": "96"}}}', 'cs_test_06ddd67ce654', 'https://checkout.example.com/cs_test_06ddd67ce654', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.151659+00'),
	('1b3b9709-8fcc-437a-bb82-dd444675f1ca', 97, '{"mode": "payment", "currency": "eur", "metadata": {"order_id": "97"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "unit_amount": 999, "product_data": {"name": "Tea"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "client_reference_id": "97", "payment_intent_data": {"metadata": {"order_id": "97"}}}', 'cs_test_1b3b97098fcc', 'https://checkout.example.com/cs_test_1b3b97098fcc', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.158007+00'),
	('6a881e81-1d02-4d5a-b5bc-36a041a35f8a', 98, '{"mode": "subscription", "currency": "eur", "customer": "cus_3db8a7a4bc70cd", "metadata": {"order_id": "98"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "98"}}, "client_reference_id": "98"}', 'cs_test_6a881e811d02', 'https://checkout.example.com/cs_test_6a881e811d02', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.166384+00'),
	('1a6ca172-2596-4cb6-a6ba-3d160c239fc8', 99, '{"mode": "subscription", "currency": "eur", "customer": "cus_a90bae3eafe2aa", "metadata": {"order_id": "99"}, "line_items": [{"quantity": 2, "price_data": {"currency": "eur", "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999, "product_data": {"name": "Tea club"}}}], "success_url": "https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}", "subscription_data": {"metadata": {"order_id": "99"}}, "client_reference_id": "99"}', 'cs_test_1a6ca1722596', 'https://checkout.example.com/cs_test_1a6ca1722596', '2085-08-30 08:53:20+00', NULL, NULL, '2026-11-25 10:01:18.176494+00');


INSERT INTO public.checkout_sessions VALUES
	('cs_test_a1jpPVK2wM04JgSx4SpQ5gfZxVH9HnVN3iuLqjT0es4uCb3NJIvuL8QGbg', 1, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'e104a2b4-9fdb-484a-a77d-40512328bfa3', 'pi_qeItJ9bY7B170nSMNOckRIf3', NULL, NULL, '2026-11-25 10:01:16+00'),
	('cs_test_a1r2ISneNrHkjnQFD3hrq1CdYbQnGoVcEOTa57hiiMGcBKyjZGzKao3caW', 2, 'complete', 'paid', false, 'subscription', 'eur', 1500, 1500, '154fbcd6-13c8-458a-8e99-94a3634eb067', NULL, 'sub_18xH4d9NIL6bv7Ib8SJbxuZQ', 'cus_jVPN9XbUTFC01e', '2026-11-25 10:01:16+00'),
	('cs_test_9d2628ec6d07', 13, 'expired', 'unpaid', false, 'payment', 'eur', 1998, 1998, '9d2628ec-6d07-4035-bd2c-e418acab427f', 'pi_00002', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_17a3ffa9c067', 14, 'expired', 'unpaid', false, 'payment', 'eur', 1998, 1998, '17a3ffa9-c067-4194-9a48-f0eba45c06fc', 'pi_00003', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_32e01d2bd233', 15, 'complete', 'unpaid', true, 'payment', 'eur', 1998, 1998, '32e01d2b-d233-44e5-a11b-81ddb172266d', 'pi_00004', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_f419a41a363c', 16, 'complete', 'unpaid', false, 'payment', 'eur', 1998, 1998, 'f419a41a-363c-4c54-8a04-cb5a4a4b8e09', 'pi_00005', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_6f5bea4c4170', 17, 'complete', 'unpaid', false, 'payment', 'eur', 1998, 1998, '6f5bea4c-4170-46a5-a868-3fc85a2016bc', 'pi_00006', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_b5bd095ee022', 18, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'b5bd095e-e022-4a44-bcff-4a043c3094d6', 'pi_00007', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_e414414a4436', 19, 'complete', 'no_payment_required', false, 'payment', 'eur', 1998, 0, 'e414414a-4436-49c8-8bba-0090e8d5272f', NULL, NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_a9b1ce55fba9', 20, 'complete', 'paid', false, 'payment', 'eur', 1998, 1898, 'a9b1ce55-fba9-4a71-b37d-d127ba6f9fa0', 'pi_00009', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_602627eb680e', 21, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '602627eb-680e-41b3-82d6-bbef1c661855', 'pi_00010', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_1dd52cad1113', 22, 'expired', 'unpaid', false, 'payment', 'eur', 1998, 1998, '1dd52cad-1113-40f8-b7b8-a905375a52f6', 'pi_00011', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_497eacbe9373', 22, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '497eacbe-9373-4e1b-b48b-65f9bd53d60d', 'pi_00012', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_0fa6ba24a4f3', 23, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '0fa6ba24-a4f3-4dfa-8313-a26b87dd3733', 'pi_00013', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_9e91b94da9af', 23, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '9e91b94d-a9af-4a82-8137-046ec4604686', 'pi_00014', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_e17138923a72', 24, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'e1713892-3a72-4193-9814-71cb03ab54e0', 'pi_00015', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_04d9701cf6e8', 24, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '04d9701c-f6e8-4dad-81d3-f756a35334d2', 'pi_00016', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_ba136801a433', 25, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'ba136801-a433-454d-bcce-fa03c94bb98f', 'pi_00018', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_2a931bf97004', 26, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '2a931bf9-7004-4fb1-a40a-055701435f6f', 'pi_00019', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_b89ffaf1293e', 27, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'b89ffaf1-293e-4c1b-9df5-d538e46879d7', 'pi_00020', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_4c16b9557781', 28, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '4c16b955-7781-450d-aa03-b74128f88973', 'pi_00021', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_0afa49d3d4c5', 29, 'complete', 'paid', false, 'payment', 'eur', 1, 1998, '0afa49d3-d4c5-4822-8ee7-f4243f269da1', 'pi_00022', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_f1abe509abdf', 30, 'complete', 'paid', false, 'payment', 'usd', 1998, 1998, 'f1abe509-abdf-4775-b093-a2bc79ff9c13', 'pi_00023', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_d924ce504de8', 31, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'd924ce50-4de8-4ee8-92e0-938a02ed3321', 'pi_00024', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_1a065382256637', 32, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00025', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_e37c31035db470', 33, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00026', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_c352150bbbd8a7', 34, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00027', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_2d4517dee6f77e', 35, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'cb64a676-645c-430b-ac29-7a54d407af4f', 'pi_00028', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_9c61aa54dd9c76', 36, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'e1338ee3-9000-40ee-9851-20ac5a5af866', 'pi_00029', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_9ee432b5a7dd33', 37, 'expired', 'unpaid', false, 'payment', 'eur', 1998, 1998, NULL, NULL, NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_a35ca0d4cf0c28', 38, 'complete', 'unpaid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00031', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_934e9e8ab3315c', 39, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00032', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_c53d6918d894', 40, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'c53d6918-d894-4941-aaf9-2f80af005645', 'pi_00034', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_d19fa6c4a27904', 40, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, NULL, 'pi_00035', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_40735e100c7f60', 41, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, NULL, NULL, 'sub_00001', 'cus_00002', '2025-01-01 12:00:00+00'),
	('cs_test_fc62ce42414a', 42, 'complete', 'paid', false, 'payment', 'eur', 1, 1998, 'fc62ce42-414a-425c-ba05-a1158230c68d', 'pi_00037', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_4121a35df1f5', 43, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '4121a35d-f1f5-400d-9470-84213c758035', 'pi_00039', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_930bad266cbb', 44, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '930bad26-6cbb-4d65-baf0-25f7dac13955', 'pi_00041', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_58b88ac017fd', 45, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '58b88ac0-17fd-4d58-a630-c1678d395f2e', 'pi_00042', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_770880d3a517', 46, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '770880d3-a517-4215-b7d6-203e289aaa6c', 'pi_00044', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_42aa57aae547', 47, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '42aa57aa-e547-4ced-8a22-a6c55acd8571', 'pi_00046', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_6606a0a5493b', 48, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '6606a0a5-493b-41f3-96c4-0f0579d5f764', 'pi_00048', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_5dc69e12ff36', 49, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '5dc69e12-ff36-41ef-a49e-6a926c3020a2', 'pi_00051', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_6800bcc48628', 50, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '6800bcc4-8628-45f9-9aa6-5971ec33b6d3', 'pi_00053', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_9ed878b743f2', 51, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '9ed878b7-43f2-498f-ad66-e386595ee9ef', 'pi_00055', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_ab57befa44c9', 52, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'ab57befa-44c9-4599-9158-4d67c203de82', 'pi_00056', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_28596450829e', 53, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '28596450-829e-4945-9df1-c4e4588ab933', 'pi_00058', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_7b00339f3dae', 54, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '7b00339f-3dae-4e80-9389-3d4dd6a4f18c', 'pi_00060', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_c21d3dd11691', 55, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'c21d3dd1-1691-4352-b7f6-471ce96b0300', 'pi_00062', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_bd0c06720cc5', 56, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'bd0c0672-0cc5-4619-9f62-d7b10ae99408', 'pi_00064', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_bc78d69f730a', 57, 'complete', 'unpaid', false, 'payment', 'eur', 1998, 1998, 'bc78d69f-730a-4f72-ad57-e7baeee9a1c9', 'pi_00066', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_d18521e57cca', 58, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, 'd18521e5-7cca-4884-a6d7-daa69575416c', 'pi_00067', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_33b6e15d0421', 59, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '33b6e15d-0421-4528-9e09-10087505ae46', 'pi_00069', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_0ab96d0c0aa2', 60, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '0ab96d0c-0aa2-40f3-93b5-e7a6e202180e', 'pi_00074', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_7d6c446c8cdc', 61, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '7d6c446c-8cdc-4cfa-b63b-187cf51036e9', NULL, 'sub_00005', 'cus_c3a072c997d0c1', '2025-01-01 12:00:00+00'),
	('cs_test_462bbef73da4', 62, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '462bbef7-3da4-4958-964b-595600c8563b', NULL, 'sub_00010', 'cus_bf2ff5c7ed46a6', '2025-01-01 12:00:00+00'),
	('cs_test_06fa12a084c0', 63, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '06fa12a0-84c0-4d59-8911-3b24124180e9', 'pi_00077', NULL, NULL, '2026-11-25 10:01:17+00'),
	('cs_test_7e34782981fb', 64, 'complete', 'no_payment_required', false, 'subscription', 'eur', 0, 0, '7e347829-81fb-4c39-98ed-78f6935fdf8f', NULL, 'sub_00015', 'cus_e3900f6636a6f9', '2025-01-01 12:00:00+00'),
	('cs_test_bd8f8a327200', 65, 'complete', 'no_payment_required', false, 'subscription', 'eur', 0, 0, 'bd8f8a32-7200-496a-95bd-e1d04e1722f5', NULL, 'sub_00018', 'cus_417cbf4e5a8949', '2001-09-09 01:46:40+00'),
	('cs_test_53debdd62747', 66, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '53debdd6-2747-4167-8719-ccc9e6fc821e', NULL, 'sub_00019', 'cus_42724412c022f3', '2001-09-09 01:46:40+00'),
	('cs_test_c618aaef106e', 67, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'c618aaef-106e-4abc-891b-21b961eaa3dd', NULL, 'sub_00024', 'cus_a8503da86d6225', '2001-09-09 01:46:40+00'),
	('cs_test_c3c169f90359', 68, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'c3c169f9-0359-41c0-bd65-1989ad3db19c', NULL, 'sub_00035', 'cus_52ec828ed2b28b', '2025-01-01 12:00:00+00'),
	('cs_test_57a45a98d318', 69, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '57a45a98-d318-4b0d-a396-a910018515d2', NULL, 'sub_00038', 'cus_a35edc9f301a90', '2025-01-01 12:00:00+00'),
	('cs_test_2065413e411e', 70, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '2065413e-411e-4301-b1ca-74bae2a4193f', NULL, 'sub_00041', 'cus_9f53095ce8a599', '2025-01-01 12:00:00+00'),
	('cs_test_090f7602b089', 71, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '090f7602-b089-4ba9-9920-b50cf37ef53a', NULL, 'sub_00044', 'cus_4f13a716e82fa3', '2025-01-01 12:00:00+00'),
	('cs_test_2722f73e6739', 72, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '2722f73e-6739-4752-bd0b-96d4c9eeeda8', NULL, 'sub_00047', 'cus_169a4c2a997116', '2001-09-09 01:46:40+00'),
	('cs_test_bde44b2cbec4', 73, 'expired', 'unpaid', false, 'subscription', 'eur', 1998, 1998, 'bde44b2c-bec4-4e52-965c-f8c898b7366c', NULL, 'sub_00052', 'cus_63024b5d13393d', '2001-09-09 01:46:40+00'),
	('cs_test_a4d7f11d02fd', 74, 'complete', 'unpaid', false, 'subscription', 'eur', 1998, 1998, 'a4d7f11d-02fd-4b3e-a3d8-b9c64c3be60c', NULL, 'sub_00053', 'cus_77bab12421038d', '2025-01-01 12:00:00+00'),
	('cs_test_ad625d75cfbf', 76, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'ad625d75-cfbf-4cd6-85d8-69cdb326fb46', NULL, 'sub_00055', 'cus_6b900afdcb3d27', '2025-01-01 12:00:00+00'),
	('cs_test_61393f94a37b', 77, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '61393f94-a37b-4052-a10f-91dacfa5dc15', NULL, 'sub_00060', 'cus_c5305eec62d3f0', '2025-01-01 12:00:00+00'),
	('cs_test_e5accb66cfe8', 78, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'e5accb66-cfe8-4668-8c22-f2bbf446d7c9', NULL, 'sub_00065', 'cus_37046be9ef3226', '2025-01-01 12:00:00+00'),
	('cs_test_632b5818064d', 79, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '632b5818-064d-4b35-a590-ff060e48a360', NULL, 'sub_00068', 'cus_ac9fb031555b7b', '2025-01-01 12:00:00+00'),
	('cs_test_ff00056aebb1', 80, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'ff00056a-ebb1-411c-b5b6-df6b743c96e8', NULL, 'sub_00073', 'cus_d03a7f502ced3b', '2025-01-01 12:00:00+00'),
	('cs_test_c0c960700397', 81, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'c0c96070-0397-4d77-971f-e730ef5ab00b', NULL, 'sub_00076', 'cus_cdafceea5c6cae', '2025-01-01 12:00:00+00'),
	('cs_test_5e6da7030db1', 82, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '5e6da703-0db1-434a-ad00-1d49770b10d5', NULL, 'sub_00082', 'cus_4b82dd86c31ba2', '2025-01-01 12:00:00+00'),
	('cs_test_c39f727e6742', 83, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'c39f727e-6742-43f0-9a46-374af227142c', NULL, 'sub_00088', 'cus_4a357863cce672', '2025-01-01 12:00:00+00'),
	('cs_test_543bd297a8dc', 83, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '543bd297-a8dc-414d-952d-b551d9282d9a', NULL, 'sub_00089', 'cus_4a357863cce672', '2025-01-01 12:00:00+00'),
	('cs_test_3c90caab45b2', 84, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '3c90caab-45b2-4e46-923a-4339dc94da76', NULL, 'sub_00094', 'cus_6b4889c090b1ec', '2025-01-01 12:00:00+00'),
	('cs_test_2e9cae0391aa', 85, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '2e9cae03-91aa-4a13-9085-0d37b8600ef0', NULL, 'sub_00097', 'cus_eb65ad0c010755', '2025-01-01 12:00:00+00'),
	('cs_test_0f703d06001d', 86, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '0f703d06-001d-4445-934a-4738a73d354b', NULL, 'sub_00100', 'cus_bdb040f4f0a2a1', '2025-01-01 12:00:00+00'),
	('cs_test_b0d482114a20', 88, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, 'b0d48211-4a20-4a1e-aca3-ac775bffed7d', NULL, 'sub_00104', 'cus_c21a6cd96d133a', '2001-09-09 01:46:40+00'),
	('cs_test_2da03ef2cc38', 89, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '2da03ef2-cc38-4aec-87e8-34f63b6b2b40', NULL, 'sub_00107', 'cus_edcdae09c79771', '2025-01-01 12:00:00+00'),
	('cs_test_87750f6dc0e0', 95, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '87750f6d-c0e0-4e72-856a-6eca9262f437', 'pi_00125', NULL, NULL, '2026-11-25 10:01:18+00'),
	('cs_test_06ddd67ce654', 96, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '06ddd67c-e654-42b5-9ef0-cd67913cf87a', 'pi_00126', NULL, NULL, '2026-11-25 10:01:18+00'),
	('cs_test_1b3b97098fcc', 97, 'complete', 'paid', false, 'payment', 'eur', 1998, 1998, '1b3b9709-8fcc-437a-bb82-dd444675f1ca', 'pi_00127', NULL, NULL, '2026-11-25 10:01:18+00'),
	('cs_test_6a881e811d02', 98, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '6a881e81-1d02-4d5a-b5bc-36a041a35f8a', NULL, 'sub_00122', 'cus_3db8a7a4bc70cd', '2025-01-01 12:00:00+00'),
	('cs_test_1a6ca1722596', 99, 'complete', 'paid', false, 'subscription', 'eur', 1998, 1998, '1a6ca172-2596-4cb6-a6ba-3d160c239fc8', NULL, 'sub_00125', 'cus_a90bae3eafe2aa', '2025-01-01 12:00:00+00');


INSERT INTO public.customers VALUES
	('9e3f4e00-44c9-4968-938e-deaeacaa0408', 'user-local', '{"metadata": {"customer_reference": "user-local"}}', 'cus_jVPN9XbUTFC01e', NULL, '2026-11-25 10:01:16.961143+00', NULL),
	('9b688d94-7946-4b48-ab8f-8d65432fb101', 'user-active-2026', '{"email": "club@example.com", "metadata": {"customer_reference": "user-active-2026"}}', 'cus_c3a072c997d0c1', NULL, '2026-11-25 10:01:17.726525+00', NULL),
	('b8a1c4dd-e71e-4cc3-8ab1-a3d8a8beb207', 'user-active-2024', '{"email": "club@example.com", "metadata": {"customer_reference": "user-active-2024"}}', 'cus_bf2ff5c7ed46a6', NULL, '2026-11-25 10:01:17.740039+00', NULL),
	('4522b2a7-cf07-42c7-b075-bff4b735dde6', 'user-trial', '{"metadata": {"customer_reference": "user-trial"}}', 'cus_e3900f6636a6f9', NULL, '2026-11-25 10:01:17.755518+00', NULL),
	('95dbbed8-5fcd-4d49-b4ca-4ffc3b138a43', 'user-04', '{"metadata": {"customer_reference": "user-04"}}', 'cus_417cbf4e5a8949', NULL, '2026-11-25 10:01:17.763208+00', NULL),
	('0a3e55e0-bada-41aa-b9ab-873e89af8a9b', 'user-05', '{"metadata": {"customer_reference": "user-05"}}', 'cus_42724412c022f3', NULL, '2026-11-25 10:01:17.771931+00', NULL),
	('2903392a-b829-4e78-a160-d7ea050d629e', 'user-06', '{"metadata": {"customer_reference": "user-06"}}', 'cus_a8503da86d6225', NULL, '2026-11-25 10:01:17.783774+00', NULL),
	('686b3ac4-f791-4de3-8a5a-183990563e75', 'user-leaves', '{"metadata": {"customer_reference": "user-leaves"}}', 'cus_52ec828ed2b28b', NULL, '2026-11-25 10:01:17.797331+00', NULL),
	('ce084cfa-01a0-47e7-bbfa-549e2c0ab68f', 'user-leaves-too', '{"metadata": {"customer_reference": "user-leaves-too"}}', 'cus_a35edc9f301a90', NULL, '2026-11-25 10:01:17.806181+00', NULL),
	('78badea8-7985-48bc-ad03-ad3ec42e3282', 'user/leaves é', '{"metadata": {"customer_reference": "user/leaves é"}}', 'cus_9f53095ce8a599', NULL, '2026-11-25 10:01:17.815187+00', NULL),
	('4bcb804f-197f-4581-b393-956b81cbda79', 'user-keep_as_draft', '{"metadata": {"customer_reference": "user-keep_as_draft"}}', 'cus_4f13a716e82fa3', NULL, '2026-11-25 10:01:17.824282+00', NULL),
	('fa7b9740-80aa-4bfb-9131-ad5243be1586', 'user-ended', '{"metadata": {"customer_reference": "user-ended"}}', 'cus_169a4c2a997116', NULL, '2026-11-25 10:01:17.835211+00', NULL),
	('d6a8ce53-1c07-4793-92eb-59ca7d9ef0f5', 'user-12', '{"metadata": {"customer_reference": "user-12"}}', 'cus_63024b5d13393d', NULL, '2026-11-25 10:01:17.852462+00', NULL),
	('156059ad-d31a-472a-80c9-8c96d608d207', 'user-13', '{"metadata": {"customer_reference": "user-13"}}', 'cus_77bab12421038d', NULL, '2026-11-25 10:01:17.861236+00', NULL),
	('bb1fae11-8e51-4a08-a9a0-f75fa5e0f44d', 'user-thinks', '{"metadata": {"customer_reference": "user-thinks"}}', 'cus_696ebbdc509b97', NULL, '2026-11-25 10:01:17.868125+00', NULL),
	('6a684468-3168-4a27-ade6-b27993947cd1', 'user-renewal-2026', '{"metadata": {"customer_reference": "user-renewal-2026"}}', 'cus_6b900afdcb3d27', NULL, '2026-11-25 10:01:17.874534+00', NULL),
	('c225802b-a994-4060-a196-cfb74c04b2a3', 'user-first-back', '{"metadata": {"customer_reference": "user-first-back"}}', 'cus_c5305eec62d3f0', NULL, '2026-11-25 10:01:17.890601+00', NULL),
	('b44915ab-eeb8-4d29-8b45-474fd035c4e4', 'user-17', '{"metadata": {"customer_reference": "user-17"}}', 'cus_37046be9ef3226', NULL, '2026-11-25 10:01:17.91174+00', NULL),
	('6dd2f68a-ac4f-40d4-87ec-7a86b4200d6e', 'user-renewal-disputed', '{"metadata": {"customer_reference": "user-renewal-disputed"}}', 'cus_ac9fb031555b7b', NULL, '2026-11-25 10:01:17.921146+00', NULL),
	('84936746-e536-4846-abf9-359ae385c281', 'user-19', '{"metadata": {"customer_reference": "user-19"}}', 'cus_d03a7f502ced3b', NULL, '2026-11-25 10:01:17.947217+00', NULL),
	('97aabdf0-360d-44e8-ac91-3d15b1306cfc', 'user-changed-2024', '{"metadata": {"customer_reference": "user-changed-2024"}}', 'cus_cdafceea5c6cae', NULL, '2026-11-25 10:01:17.973148+00', NULL),
	('68371b09-045c-4c33-9fb7-c5fa5acfaaa1', 'user-change-back', '{"metadata": {"customer_reference": "user-change-back"}}', 'cus_4b82dd86c31ba2', NULL, '2026-11-25 10:01:17.986962+00', NULL),
	('dea3696d-de16-4ef8-a4df-7eb92d7c55a5', 'user-two-subscriptions', '{"metadata": {"customer_reference": "user-two-subscriptions"}}', 'cus_4a357863cce672', NULL, '2026-11-25 10:01:18.002258+00', NULL),
	('1ef85b40-7f9f-4186-871b-40fc16cc84cb', 'user-looked-at', '{"metadata": {"customer_reference": "user-looked-at"}}', 'cus_6b4889c090b1ec', NULL, '2026-11-25 10:01:18.028087+00', NULL),
	('7eec718f-cef9-452d-99a3-56effd2a9136', 'user-ambiguous-2026', '{"metadata": {"customer_reference": "user-ambiguous-2026"}}', 'cus_eb65ad0c010755', NULL, '2026-11-25 10:01:18.04475+00', NULL),
	('4610c5ad-e92f-4b71-ac38-eab8e098ae8f', 'user-26', '{"metadata": {"customer_reference": "user-26"}}', 'cus_bdb040f4f0a2a1', NULL, '2026-11-25 10:01:18.058246+00', NULL),
	('8d8bd8d5-232a-4499-bf4d-3593f8eb4ae5', 'user-unknown', '{"metadata": {"customer_reference": "user-unknown"}}', 'cus_e757aaa9cbf280', NULL, '2026-11-25 10:01:18.064643+00', NULL),
	('b7bbdd6c-f90f-42dc-8708-526543627fed', 'user-deleted', '{"metadata": {"customer_reference": "user-deleted"}}', 'cus_c21a6cd96d133a', '2001-10-29 01:46:40+00', '2026-11-25 10:01:18.072923+00', NULL),
	('13e60556-bf61-40a1-bbb4-5f32f6b9db34', 'user-deleted', '{"metadata": {"customer_reference": "user-deleted"}}', 'cus_edcdae09c79771', NULL, '2026-11-25 10:01:18.083939+00', NULL),
	('276a3686-67af-45ce-b85e-f3ca67e6d498', 'user-refused', '{"metadata": {"customer_reference": "user-refused"}}', NULL, NULL, '2026-11-25 10:01:18.092593+00', '2026-11-25 10:01:18.093047+00'),
	('37661afc-1c66-47cf-8e4b-88222e4858ac', 'user-refused', '{"metadata": {"customer_reference": "user-refused"}}', 'cus_818282f4c1f31e', NULL, '2026-11-25 10:01:18.094533+00', NULL),
	('307a62b6-9fbf-4e65-b758-802ccea2d3f9', 'user-unanswered', '{"metadata": {"customer_reference": "user-unanswered"}}', NULL, NULL, '2026-11-25 10:01:18.09877+00', NULL),
	('a417624e-dcff-4ce4-abd9-0384d8009776', 'user-purged-2026', '{"metadata": {"customer_reference": "user-purged-2026"}}', 'cus_3db8a7a4bc70cd', NULL, '2026-11-25 10:01:18.16542+00', NULL),
	('6958bf34-7742-4f38-9c63-30ee86414d7f', 'user-purged-last', '{"metadata": {"customer_reference": "user-purged-last"}}', 'cus_a90bae3eafe2aa', NULL, '2026-11-25 10:01:18.175601+00', NULL);


INSERT INTO public.disputes VALUES
	('du_00059', 'needs_response', 1998, 'eur', 'fraudulent', true, false, 'pi_00058', 'ch_00058', '2026-11-25 10:01:17+00'),
	('du_00061', 'lost', 1998, 'eur', 'fraudulent', false, false, 'pi_00060', 'ch_00060', '2026-11-25 10:01:17+00'),
	('du_00063', 'won', 1998, 'eur', 'fraudulent', true, true, 'pi_00062', 'ch_00062', '2026-11-25 10:01:17+00'),
	('du_00065', 'needs_response', 1998, 'eur', 'fraudulent', false, false, NULL, 'ch_00064', '2026-11-25 10:01:17+00'),
	('du_00096', 'needs_response', 1998, 'eur', 'fraudulent', false, false, 'pi_invoice_00071', 'ch_invoice_00071', '2025-01-31 12:00:00+00'),
	('du_00098', 'needs_response', 1998, 'eur', 'fraudulent', false, false, 'pi_invoice_00074', 'ch_invoice_00074', '2025-01-01 12:00:00+00'),
	('du_00111', 'needs_response', 1998, 'eur', 'fraudulent', false, false, 'pi_00109', 'ch_00109', '2026-11-25 10:01:18+00'),
	('du_00116', 'needs_response', 1998, 'eur', 'fraudulent', false, false, NULL, 'ch_00115', '2026-11-25 10:01:18+00');


INSERT INTO public.invoices VALUES
	('in_12KQ9ZCdNv9E6gcxpLl1G2Bo', 'paid', 'eur', 1500, 'subscription_create', '2026-12-25 10:01:16+00', false, 'sub_18xH4d9NIL6bv7Ib8SJbxuZQ', 'cus_jVPN9XbUTFC01e', 'pi_e5QB29dAaiLdSpXIVCIyDX5J', '2026-11-25 10:01:16+00'),
	('in_00003', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00001', 'cus_00002', 'pi_invoice_00003', '2025-01-01 12:00:00+00'),
	('in_00006', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00005', 'cus_c3a072c997d0c1', 'pi_invoice_00006', '2025-01-01 12:00:00+00'),
	('in_00008', 'paid', 'eur', 1998, 'subscription_cycle', '2084-12-17 12:00:00+00', false, 'sub_00005', 'cus_c3a072c997d0c1', 'pi_invoice_00008', '2025-01-31 12:00:00+00'),
	('in_00011', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00010', 'cus_bf2ff5c7ed46a6', 'pi_invoice_00011', '2025-01-01 12:00:00+00'),
	('in_00013', 'paid', 'eur', 1998, 'subscription_cycle', '2084-12-17 12:00:00+00', false, 'sub_00010', 'cus_bf2ff5c7ed46a6', 'pi_invoice_00013', '2025-01-31 12:00:00+00'),
	('in_00016', 'paid', 'eur', 0, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00015', 'cus_e3900f6636a6f9', NULL, '2025-01-01 12:00:00+00'),
	('in_00020', 'paid', 'eur', 1998, 'subscription_create', '2001-10-09 01:46:40+00', false, 'sub_00019', 'cus_42724412c022f3', NULL, '2001-09-09 01:46:40+00'),
	('in_00108', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00107', 'cus_edcdae09c79771', NULL, '2025-01-01 12:00:00+00'),
	('in_00022', 'open', 'eur', 0, 'subscription_cycle', NULL, true, 'sub_00019', 'cus_42724412c022f3', NULL, '2001-10-09 01:46:40+00'),
	('in_00025', 'paid', 'eur', 1998, 'subscription_create', '2001-10-09 01:46:40+00', false, 'sub_00024', 'cus_a8503da86d6225', 'pi_invoice_00025', '2001-09-09 01:46:40+00'),
	('in_00027', 'void', 'eur', 0, 'subscription_cycle', NULL, false, 'sub_00024', 'cus_a8503da86d6225', NULL, '2001-10-09 01:46:40+00'),
	('in_00029', 'uncollectible', 'eur', 0, 'subscription_cycle', NULL, false, 'sub_00024', 'cus_a8503da86d6225', NULL, '2001-11-08 01:46:40+00'),
	('in_00031', 'open', 'eur', 0, 'subscription_cycle', NULL, true, 'sub_00024', 'cus_a8503da86d6225', NULL, '2001-12-08 01:46:40+00'),
	('in_00033', 'draft', 'eur', 0, 'subscription_cycle', NULL, false, 'sub_00024', 'cus_a8503da86d6225', NULL, '2002-01-07 01:46:40+00'),
	('in_00036', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00035', 'cus_52ec828ed2b28b', NULL, '2025-01-01 12:00:00+00'),
	('in_00039', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00038', 'cus_a35edc9f301a90', 'pi_invoice_00039', '2025-01-01 12:00:00+00'),
	('in_00042', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00041', 'cus_9f53095ce8a599', NULL, '2025-01-01 12:00:00+00'),
	('in_00045', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00044', 'cus_4f13a716e82fa3', NULL, '2025-01-01 12:00:00+00'),
	('in_00048', 'paid', 'eur', 1998, 'subscription_create', '2001-10-09 01:46:40+00', false, 'sub_00047', 'cus_169a4c2a997116', NULL, '2001-09-09 01:46:40+00'),
	('in_00050', 'paid', 'eur', 1998, 'subscription_cycle', '2001-11-08 01:46:40+00', false, 'sub_00047', 'cus_169a4c2a997116', 'pi_invoice_00050', '2001-10-09 01:46:40+00'),
	('in_00056', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00055', 'cus_6b900afdcb3d27', NULL, '2025-01-01 12:00:00+00'),
	('in_00058', 'paid', 'eur', 1998, 'subscription_cycle', '2084-12-17 12:00:00+00', false, 'sub_00055', 'cus_6b900afdcb3d27', 'pi_invoice_00058', '2025-01-31 12:00:00+00'),
	('in_00061', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00060', 'cus_c5305eec62d3f0', 'pi_invoice_00061', '2025-01-01 12:00:00+00'),
	('in_00063', 'paid', 'eur', 1998, 'subscription_cycle', '2084-12-17 12:00:00+00', false, 'sub_00060', 'cus_c5305eec62d3f0', 'pi_invoice_00063', '2025-01-31 12:00:00+00'),
	('in_00066', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00065', 'cus_37046be9ef3226', 'pi_invoice_00066', '2025-01-01 12:00:00+00'),
	('in_00069', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00068', 'cus_ac9fb031555b7b', NULL, '2025-01-01 12:00:00+00'),
	('in_00071', 'paid', 'eur', 1998, 'subscription_cycle', '2084-12-17 12:00:00+00', false, 'sub_00068', 'cus_ac9fb031555b7b', 'pi_invoice_00071', '2025-01-31 12:00:00+00'),
	('in_00074', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00073', 'cus_d03a7f502ced3b', 'pi_invoice_00074', '2025-01-01 12:00:00+00'),
	('in_00080', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00076', 'cus_cdafceea5c6cae', 'pi_invoice_00080', '2025-01-01 12:00:00+00'),
	('in_00077', 'paid', 'eur', 10000, 'subscription_update', '2084-12-27 12:00:00+00', false, 'sub_00076', 'cus_cdafceea5c6cae', 'pi_invoice_00077', '2025-01-11 12:00:00+00'),
	('in_00086', 'paid', 'eur', 1998, 'subscription_create', '2025-01-31 12:00:00+00', false, 'sub_00082', 'cus_4b82dd86c31ba2', NULL, '2025-01-01 12:00:00+00'),
	('in_00083', 'paid', 'eur', 100, 'subscription_update', '2084-12-27 12:00:00+00', false, 'sub_00082', 'cus_4b82dd86c31ba2', 'pi_invoice_00083', '2025-01-11 12:00:00+00'),
	('in_00090', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00088', 'cus_4a357863cce672', NULL, '2025-01-01 12:00:00+00'),
	('in_00092', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00089', 'cus_4a357863cce672', NULL, '2025-01-01 12:00:00+00'),
	('in_00095', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00094', 'cus_6b4889c090b1ec', NULL, '2025-01-01 12:00:00+00'),
	('in_00098', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00097', 'cus_eb65ad0c010755', NULL, '2025-01-01 12:00:00+00'),
	('in_00102', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00101', 'cus_e757aaa9cbf280', 'pi_invoice_00102', '2025-01-01 12:00:00+00'),
	('in_00105', 'paid', 'eur', 1998, 'subscription_create', '2001-11-08 01:46:40+00', false, 'sub_00104', 'cus_c21a6cd96d133a', 'pi_invoice_00105', '2001-09-09 01:46:40+00'),
	('in_00112', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00110', 'cus_00111', 'pi_invoice_00112', '2025-01-01 12:00:00+00'),
	('in_00116', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00114', 'cus_00115', 'pi_invoice_00116', '2025-01-01 12:00:00+00'),
	('in_00120', 'paid', 'eur', 1998, 'manual', NULL, false, NULL, 'cus_00119', 'pi_invoice_00120', '2025-01-01 12:00:00+00'),
	('in_00123', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00122', 'cus_3db8a7a4bc70cd', 'pi_invoice_00123', '2025-01-01 12:00:00+00'),
	('in_00126', 'paid', 'eur', 1998, 'subscription_create', '2084-12-17 12:00:00+00', false, 'sub_00125', 'cus_a90bae3eafe2aa', 'pi_invoice_00126', '2025-01-01 12:00:00+00');


INSERT INTO public.order_transitions OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'pending', 'paid', 'evt_1bMErQHLNdXBr6cdefXQjw1l', 'webhook', '2026-11-25 10:01:16.91751+00'),
	(2, 2, 'pending', 'paid', 'evt_1MurtOXJyObH574dfkx8VGXQ', 'webhook', '2026-11-25 10:01:16.999471+00'),
	(3, 13, 'pending', 'failed', 'evt_22937cd5a155ac', 'webhook', '2026-11-25 10:01:17.303798+00'),
	(4, 14, 'pending', 'failed', 'evt_91e1a5be61f9f0', 'webhook', '2026-11-25 10:01:17.315331+00'),
	(5, 15, 'pending', 'paying', 'evt_e2c61c135bfc1e', 'webhook', '2026-11-25 10:01:17.324624+00'),
	(6, 15, 'paying', 'failed', 'evt_fcaeb9f68029be', 'webhook', '2026-11-25 10:01:17.326041+00'),
	(7, 16, 'pending', 'paying', 'evt_d9577c02823847', 'webhook', '2026-11-25 10:01:17.335241+00'),
	(8, 16, 'paying', 'failed', 'evt_8d8bbf7d339f32', 'webhook', '2026-11-25 10:01:17.339531+00'),
	(9, 17, 'pending', 'paying', 'evt_91bb913fc09d53', 'webhook', '2026-11-25 10:01:17.348218+00'),
	(10, 18, 'pending', 'paid', 'evt_25917b0b05af6a', 'webhook', '2026-11-25 10:01:17.355288+00'),
	(11, 19, 'pending', 'paid', 'evt_9e1454bfb08b65', 'webhook', '2026-11-25 10:01:17.361066+00'),
	(12, 20, 'pending', 'paid', 'evt_ffa43e323812fb', 'replay', '2026-11-25 10:01:17.365684+00'),
	(13, 21, 'pending', 'paying', 'evt_f5bb4871ae917e', 'webhook', '2026-11-25 10:01:17.372299+00'),
	(14, 21, 'paying', 'paid', 'evt_99c438f2e2a88a', 'webhook', '2026-11-25 10:01:17.373712+00'),
	(15, 22, 'pending', 'failed', 'evt_aaf05a5272850a', 'webhook', '2026-11-25 10:01:17.37979+00'),
	(16, 22, 'failed', 'paid', 'evt_539f6d9ae9315c', 'webhook', '2026-11-25 10:01:17.383328+00'),
	(17, 23, 'pending', 'paid', 'evt_7a29bcbc828faf', 'webhook', '2026-11-25 10:01:17.39433+00'),
	(18, 24, 'pending', 'paid', 'evt_911db7a5d92f4b', 'webhook', '2026-11-25 10:01:17.411178+00'),
	(19, 25, 'pending', 'paid', 'evt_9d0a1b5310ae49', 'webhook', '2026-11-25 10:01:17.426895+00'),
	(20, 26, 'pending', 'paid', 'evt_fea77fcc8d9983', 'webhook', '2026-11-25 10:01:17.431885+00'),
	(21, 27, 'pending', 'paid', 'evt_48a27c90826b0c', 'webhook', '2026-11-25 10:01:17.4372+00'),
	(22, 28, 'pending', 'paid', 'evt_374479fc4e22d5', 'webhook', '2026-11-25 10:01:17.446197+00'),
	(23, 29, 'pending', 'review', 'evt_ac9a079d6542db', 'webhook', '2026-11-25 10:01:17.451416+00'),
	(24, 30, 'pending', 'review', 'evt_9e7dd5a3d27813', 'webhook', '2026-11-25 10:01:17.45672+00'),
	(25, 31, 'pending', 'review', 'evt_ec615170d71018', 'webhook', '2026-11-25 10:01:17.468307+00'),
	(26, 32, 'pending', 'review', 'evt_5aaf0fef16e60d', 'webhook', '2026-11-25 10:01:17.475753+00'),
	(27, 33, 'pending', 'review', 'evt_1f97c1786967a7', 'webhook', '2026-11-25 10:01:17.481921+00'),
	(28, 34, 'pending', 'review', 'evt_a0ce8bd8278c74', 'webhook', '2026-11-25 10:01:17.489363+00'),
	(29, 35, 'pending', 'review', 'evt_d6788dfdd29c55', 'webhook', '2026-11-25 10:01:17.493161+00'),
	(30, 36, 'pending', 'review', 'evt_c6c6bd64c89139', 'webhook', '2026-11-25 10:01:17.498084+00'),
	(31, 39, 'pending', 'review', 'evt_1f05ebdc483d93', 'webhook', '2026-11-25 10:01:17.514512+00'),
	(32, 39, 'review', 'pending', 'evt_cefab96a908aa4', 'webhook', '2026-11-25 10:01:17.517169+00'),
	(33, 40, 'pending', 'paid', 'evt_12c28aa9d2a069', 'webhook', '2026-11-25 10:01:17.523864+00'),
	(34, 41, 'pending', 'review', 'evt_f6cb48930e9229', 'webhook', '2026-11-25 10:01:17.528741+00'),
	(35, 42, 'pending', 'review', 'evt_3463d39383628a', 'webhook', '2026-11-25 10:01:17.538385+00'),
	(36, 42, 'review', 'pending', 'evt_e5452a2637333c', 'webhook', '2026-11-25 10:01:17.540172+00'),
	(37, 43, 'pending', 'paid', 'evt_983f8b684cc1ff', 'webhook', '2026-11-25 10:01:17.545085+00'),
	(38, 43, 'paid', 'refunded', 'evt_d0388bd152116c', 'webhook', '2026-11-25 10:01:17.551441+00'),
	(39, 44, 'pending', 'paid', 'evt_9c0a111a9fd6cd', 'webhook', '2026-11-25 10:01:17.559459+00'),
	(40, 44, 'paid', 'refunded', 'evt_7a566b3d29102f', 'webhook', '2026-11-25 10:01:17.560729+00'),
	(41, 45, 'pending', 'refunded', 'evt_69c7b0e33e5115', 'webhook', '2026-11-25 10:01:17.567306+00'),
	(42, 46, 'pending', 'paid', 'evt_4972077c575667', 'webhook', '2026-11-25 10:01:17.575897+00'),
	(43, 46, 'paid', 'refunded', 'evt_bbdf5fafdda675', 'webhook', '2026-11-25 10:01:17.580915+00'),
	(44, 47, 'pending', 'paid', 'evt_172bd929b3d87c', 'webhook', '2026-11-25 10:01:17.586483+00'),
	(45, 48, 'pending', 'paid', 'evt_74bfc7c9146618', 'webhook', '2026-11-25 10:01:17.600397+00'),
	(46, 48, 'paid', 'refunded', 'evt_c256a8fb096271', 'webhook', '2026-11-25 10:01:17.603435+00'),
	(47, 48, 'refunded', 'paid', 'evt_043c767181bdc3', 'webhook', '2026-11-25 10:01:17.605405+00'),
	(48, 49, 'pending', 'paid', 'evt_aa59c3daa79941', 'webhook', '2026-11-25 10:01:17.610339+00'),
	(49, 49, 'paid', 'refunded', 'evt_eceeb25861c28a', 'webhook', '2026-11-25 10:01:17.611539+00'),
	(50, 49, 'refunded', 'paid', 'evt_de007aa83aea6b', 'webhook', '2026-11-25 10:01:17.612671+00'),
	(51, 50, 'pending', 'paid', 'evt_7cf9a1f0c13936', 'webhook', '2026-11-25 10:01:17.618718+00'),
	(52, 51, 'pending', 'paid', 'evt_3c8cb695d8f83d', 'webhook', '2026-11-25 10:01:17.63085+00'),
	(53, 52, 'pending', 'paid', 'evt_8dc61a045e8451', 'webhook', '2026-11-25 10:01:17.651465+00'),
	(54, 52, 'paid', 'refunded', 'evt_0d4fb8be63c71c', 'webhook', '2026-11-25 10:01:17.657518+00'),
	(55, 53, 'pending', 'paid', 'evt_71aef4bdf37204', 'webhook', '2026-11-25 10:01:17.662762+00'),
	(56, 53, 'paid', 'disputed', 'evt_b4cc18a68334ce', 'webhook', '2026-11-25 10:01:17.665142+00'),
	(57, 54, 'pending', 'paid', 'evt_9a2568ccd8c03c', 'webhook', '2026-11-25 10:01:17.675649+00'),
	(58, 54, 'paid', 'disputed', 'evt_c838f8cb9d338d', 'webhook', '2026-11-25 10:01:17.676938+00'),
	(59, 55, 'pending', 'paid', 'evt_4af80a9aa09721', 'webhook', '2026-11-25 10:01:17.686929+00'),
	(60, 55, 'paid', 'disputed', 'evt_550c83cf986d52', 'webhook', '2026-11-25 10:01:17.688172+00'),
	(61, 55, 'disputed', 'paid', 'evt_54bc204299fcb1', 'webhook', '2026-11-25 10:01:17.690261+00'),
	(62, 56, 'pending', 'paid', 'evt_65e18f2b3b119f', 'webhook', '2026-11-25 10:01:17.695644+00'),
	(63, 56, 'paid', 'disputed', 'evt_db91616d3827c2', 'webhook', '2026-11-25 10:01:17.697597+00'),
	(64, 57, 'pending', 'paying', 'evt_93ada5aa048158', 'webhook', '2026-11-25 10:01:17.702093+00'),
	(65, 57, 'paying', 'paid', 'evt_20f446b2176e88', 'webhook', '2026-11-25 10:01:17.703159+00'),
	(66, 58, 'pending', 'paid', 'evt_201ea967179fdc', 'webhook', '2026-11-25 10:01:17.708735+00'),
	(67, 59, 'pending', 'paid', 'evt_500e999d973d83', 'webhook', '2026-11-25 10:01:17.714183+00'),
	(68, 59, 'paid', 'refunded', 'evt_8e7124ff4dbdea', 'webhook', '2026-11-25 10:01:17.718263+00'),
	(69, 60, 'pending', 'paid', 'evt_565201e4f1b381', 'webhook', '2026-11-25 10:01:17.722716+00'),
	(70, 61, 'pending', 'paid', 'evt_515e9e8e5a77ef', 'webhook', '2026-11-25 10:01:17.729777+00'),
	(71, 62, 'pending', 'paid', 'evt_82d7ebda9bfbbe', 'webhook', '2026-11-25 10:01:17.742854+00'),
	(72, 63, 'pending', 'paid', 'evt_551a58308df299', 'webhook', '2026-11-25 10:01:17.752595+00'),
	(73, 64, 'pending', 'paid', 'evt_e0b35732713e50', 'webhook', '2026-11-25 10:01:17.758304+00'),
	(74, 65, 'pending', 'paid', 'evt_6bb5bb3cdc5090', 'webhook', '2026-11-25 10:01:17.76592+00'),
	(75, 66, 'pending', 'paid', 'evt_fe4bafe6e8cf56', 'webhook', '2026-11-25 10:01:17.774971+00'),
	(76, 67, 'pending', 'paid', 'evt_1499eff88ac91f', 'webhook', '2026-11-25 10:01:17.786578+00'),
	(77, 68, 'pending', 'paid', 'evt_3f976960556a5d', 'webhook', '2026-11-25 10:01:17.800167+00'),
	(78, 69, 'pending', 'paid', 'evt_848388fcce94fd', 'webhook', '2026-11-25 10:01:17.80898+00'),
	(79, 70, 'pending', 'paid', 'evt_15aaa4fc929bed', 'webhook', '2026-11-25 10:01:17.817958+00'),
	(80, 71, 'pending', 'paid', 'evt_e13d8344e15316', 'webhook', '2026-11-25 10:01:17.82716+00'),
	(81, 72, 'pending', 'paid', 'evt_4353f9f9f40177', 'webhook', '2026-11-25 10:01:17.841251+00'),
	(82, 73, 'pending', 'failed', 'evt_119f7915aab4e6', 'webhook', '2026-11-25 10:01:17.857937+00'),
	(83, 74, 'pending', 'paying', 'evt_dfcec524a7af7a', 'webhook', '2026-11-25 10:01:17.863911+00'),
	(84, 76, 'pending', 'paid', 'evt_16a85d0c25931f', 'webhook', '2026-11-25 10:01:17.877148+00'),
	(85, 77, 'pending', 'paid', 'evt_2f0459941c9fc5', 'webhook', '2026-11-25 10:01:17.894009+00'),
	(86, 78, 'pending', 'paid', 'evt_152e2f33ae8e64', 'webhook', '2026-11-25 10:01:17.914561+00'),
	(87, 78, 'paid', 'refunded', 'evt_8e98644a3de368', 'webhook', '2026-11-25 10:01:17.917887+00'),
	(88, 79, 'pending', 'paid', 'evt_c287778cca5eb7', 'webhook', '2026-11-25 10:01:17.925063+00'),
	(89, 80, 'pending', 'paid', 'evt_d58f6f44ec42bd', 'webhook', '2026-11-25 10:01:17.957466+00'),
	(90, 80, 'paid', 'disputed', 'evt_14e32bcd576a74', 'webhook', '2026-11-25 10:01:17.969075+00'),
	(91, 81, 'pending', 'paid', 'evt_541a0394f3f8a4', 'webhook', '2026-11-25 10:01:17.977815+00'),
	(92, 82, 'pending', 'paid', 'evt_3a7a3bba77131c', 'webhook', '2026-11-25 10:01:17.989906+00'),
	(93, 83, 'pending', 'paid', 'evt_d2dc2833890637', 'webhook', '2026-11-25 10:01:18.009155+00'),
	(94, 84, 'pending', 'paid', 'evt_86084970258e33', 'webhook', '2026-11-25 10:01:18.033511+00'),
	(95, 85, 'pending', 'paid', 'evt_d05f5fe142c72f', 'webhook', '2026-11-25 10:01:18.047633+00'),
	(96, 86, 'pending', 'paid', 'evt_a2e3588d532ea9', 'webhook', '2026-11-25 10:01:18.061227+00'),
	(97, 88, 'pending', 'paid', 'evt_2a9166af5ae862', 'webhook', '2026-11-25 10:01:18.075615+00'),
	(98, 89, 'pending', 'paid', 'evt_6b5675544bc719', 'webhook', '2026-11-25 10:01:18.086818+00'),
	(99, 95, 'pending', 'paid', 'evt_e629cc75110780', 'webhook', '2026-11-25 10:01:18.146494+00'),
	(100, 96, 'pending', 'paid', 'evt_b1e134d58bfc8f', 'webhook', '2026-11-25 10:01:18.153484+00');
INSERT INTO public.order_transitions OVERRIDING SYSTEM VALUE VALUES
	(101, 97, 'pending', 'paid', 'evt_3aad8c204454a8', 'webhook', '2026-11-25 10:01:18.159865+00'),
	(102, 98, 'pending', 'paid', 'evt_38ea2cc50d785b', 'webhook', '2026-11-25 10:01:18.168364+00'),
	(103, 99, 'pending', 'paid', 'evt_4158c4e5833f05', 'webhook', '2026-11-25 10:01:18.178477+00');


INSERT INTO public.orders OVERRIDING SYSTEM VALUE VALUES
	(1, 'paid', NULL, NULL, 1998, 999, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-1001', 'user-local', 'zoe@example.com', 'https://shop.example.com/thanks?s={CHECKOUT_SESSION_ID}', 'https://shop.example.com/cart', '{"basket": "b1"}', 'tests', 'basket-1001', '\x1b16b9271bf89542b976bca3d48e8a29516d2fe3b6a7cae8dcc0114af9cf6607', '2026-11-25 10:01:16.869948+00', '2026-11-25 10:01:16.949111+00', NULL, false),
	(2, 'paid', NULL, NULL, 1500, 0, false, true, '2026-11-25 10:01:17+00', 'subscription', 'eur', 1500, '[{"name": "Tea club", "quantity": 1, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 1500}]', NULL, 'user-local', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:16.958419+00', '2026-11-25 10:01:17.023097+00', NULL, false),
	(3, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-1', NULL, NULL, NULL, NULL, '{"note": "Tee für Zoë", "basket": "b-1"}', 'tests', 'basket-1', '\x69bf18fe72843a0625e87d179ac5940d063f31ba1ae8b6be02f077cc3d2606e8', '2026-11-25 10:01:17.253611+00', '2026-11-25 10:01:17.253611+00', NULL, false),
	(4, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-1', NULL, NULL, NULL, NULL, '{}', 'others', 'basket-1', '\x29df16ad60b3b52ab8e8aa8a2c2279be2992f63184e07f23d4225572cb6dbbf4', '2026-11-25 10:01:17.256933+00', '2026-11-25 10:01:17.256933+00', NULL, false),
	(5, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', NULL, '[{"price": "price_tea", "quantity": 3}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.259541+00', '2026-11-25 10:01:17.259541+00', NULL, false),
	(6, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-2', NULL, 'buyer@example.com', NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.261953+00', '2026-11-25 10:01:17.261953+00', NULL, false),
	(7, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 4200, '[{"price": "price_tea", "quantity": 1}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.268655+00', '2026-11-25 10:01:17.272108+00', NULL, false),
	(8, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-3', NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.273676+00', '2026-11-25 10:01:17.273676+00', NULL, false),
	(9, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', NULL, '[{"price": "price_unknown", "quantity": 1}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.277543+00', '2026-11-25 10:01:17.277543+00', NULL, false),
	(10, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.283335+00', '2026-11-25 10:01:17.283335+00', NULL, false),
	(11, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.290171+00', '2026-11-25 10:01:17.290171+00', NULL, false),
	(12, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.293544+00', '2026-11-25 10:01:17.293544+00', NULL, false),
	(13, 'failed', 'expired', NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-4', NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.299562+00', '2026-11-25 10:01:17.303798+00', NULL, false),
	(14, 'failed', 'expired', NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.309799+00', '2026-11-25 10:01:17.315331+00', NULL, false),
	(15, 'failed', 'async_payment_failed', NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.320514+00', '2026-11-25 10:01:17.326041+00', NULL, false),
	(16, 'failed', 'payment_canceled', NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.328601+00', '2026-11-25 10:01:17.339531+00', NULL, false),
	(17, 'paying', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.340879+00', '2026-11-25 10:01:17.348218+00', NULL, false),
	(18, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-5', 'user-once', NULL, NULL, NULL, '{}', 'tests', 'basket-2', '\xfa63fd328e9d0990f7b6ff287f5cb4915b6142d7079b34a42dc4eb2b72acf413', '2026-11-25 10:01:17.349697+00', '2026-11-25 10:01:17.355288+00', NULL, false),
	(19, 'paid', NULL, NULL, 0, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.357902+00', '2026-11-25 10:01:17.361066+00', NULL, false),
	(20, 'paid', NULL, NULL, 1898, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.36255+00', '2026-11-25 10:01:17.365684+00', NULL, false),
	(21, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.368114+00', '2026-11-25 10:01:17.373712+00', NULL, false),
	(22, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.3766+00', '2026-11-25 10:01:17.383328+00', NULL, false),
	(23, 'paid', NULL, NULL, 3996, 0, true, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, 'user-twice', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.385337+00', '2026-11-25 10:01:17.396811+00', NULL, false),
	(27, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.433315+00', '2026-11-25 10:01:17.4372+00', NULL, false),
	(24, 'paid', NULL, NULL, 3996, 1998, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, 'user-twice', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.399313+00', '2026-11-25 10:01:17.420425+00', NULL, false),
	(25, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.422771+00', '2026-11-25 10:01:17.426895+00', NULL, false),
	(26, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.428442+00', '2026-11-25 10:01:17.431885+00', NULL, false),
	(28, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.44417+00', '2026-11-25 10:01:17.446197+00', NULL, false),
	(29, 'review', NULL, 'amount_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.447885+00', '2026-11-25 10:01:17.451416+00', NULL, false),
	(30, 'review', NULL, 'currency_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.452864+00', '2026-11-25 10:01:17.45672+00', NULL, false),
	(31, 'review', NULL, 'mode_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.459619+00', '2026-11-25 10:01:17.468307+00', NULL, false),
	(32, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-6', NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.471671+00', '2026-11-25 10:01:17.475753+00', NULL, false),
	(33, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.47898+00', '2026-11-25 10:01:17.481921+00', NULL, false),
	(34, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.487888+00', '2026-11-25 10:01:17.489363+00', NULL, false),
	(35, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.491692+00', '2026-11-25 10:01:17.493161+00', NULL, false),
	(36, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.49459+00', '2026-11-25 10:01:17.498084+00', NULL, false),
	(37, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.500443+00', '2026-11-25 10:01:17.500443+00', NULL, false),
	(38, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.503612+00', '2026-11-25 10:01:17.503612+00', NULL, false),
	(39, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.513317+00', '2026-11-25 10:01:17.517169+00', NULL, false),
	(40, 'paid', NULL, NULL, 1998, 0, true, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.519538+00', '2026-11-25 10:01:17.525149+00', NULL, false),
	(41, 'review', NULL, 'session_mismatch', 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 1, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 1998}]', NULL, 'user-stranger', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.527455+00', '2026-11-25 10:01:17.528741+00', NULL, false),
	(42, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.533593+00', '2026-11-25 10:01:17.540172+00', NULL, false),
	(43, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-7', 'user-back', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.541713+00', '2026-11-25 10:01:17.551441+00', NULL, false),
	(44, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.554853+00', '2026-11-25 10:01:17.560729+00', NULL, false),
	(45, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.562156+00', '2026-11-25 10:01:17.567306+00', NULL, false),
	(46, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.568734+00', '2026-11-25 10:01:17.580915+00', NULL, false),
	(47, 'paid', NULL, NULL, 1998, 500, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{"basket": "b-8"}', 'tests', NULL, NULL, '2026-11-25 10:01:17.582993+00', '2026-11-25 10:01:17.592618+00', NULL, false),
	(54, 'disputed', NULL, NULL, 1998, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.668263+00', '2026-11-25 10:01:17.676938+00', NULL, false),
	(48, 'paid', NULL, NULL, 1998, 999, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.59517+00', '2026-11-25 10:01:17.605405+00', NULL, false),
	(49, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.606774+00', '2026-11-25 10:01:17.612671+00', NULL, false),
	(50, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.613978+00', '2026-11-25 10:01:17.618718+00', NULL, false),
	(51, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.627331+00', '2026-11-25 10:01:17.63085+00', NULL, false),
	(52, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.646987+00', '2026-11-25 10:01:17.657518+00', NULL, false),
	(53, 'disputed', NULL, NULL, 1998, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, 'user-disputes', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.659105+00', '2026-11-25 10:01:17.665142+00', NULL, false),
	(55, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.683636+00', '2026-11-25 10:01:17.690261+00', NULL, false),
	(56, 'disputed', NULL, NULL, 1998, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.69244+00', '2026-11-25 10:01:17.697597+00', NULL, false),
	(57, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.698816+00', '2026-11-25 10:01:17.703159+00', NULL, false),
	(58, 'paid', NULL, NULL, 1998, 500, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.704408+00', '2026-11-25 10:01:17.709855+00', NULL, false),
	(59, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.711055+00', '2026-11-25 10:01:17.718263+00', NULL, false),
	(60, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.719585+00', '2026-11-25 10:01:17.722716+00', NULL, false),
	(61, 'paid', NULL, NULL, 3996, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', 'club-2026', 'user-active-2026', 'club@example.com', NULL, NULL, '{"plan": "club"}', 'tests', NULL, NULL, '2026-11-25 10:01:17.725048+00', '2026-11-25 10:01:17.735212+00', NULL, true),
	(62, 'paid', NULL, NULL, 3996, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', 'club-2024', 'user-active-2024', 'club@example.com', NULL, NULL, '{"plan": "club"}', 'tests', NULL, NULL, '2026-11-25 10:01:17.738367+00', '2026-11-25 10:01:17.746807+00', NULL, true),
	(63, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'A-9', 'user-active-2026', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.749052+00', '2026-11-25 10:01:17.752595+00', NULL, false),
	(64, 'paid', NULL, NULL, 0, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 0, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-trial', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.753929+00', '2026-11-25 10:01:17.759486+00', 730, true),
	(65, 'paid', NULL, NULL, 0, 0, false, true, '2001-09-23 01:46:40+00', 'subscription', 'eur', 0, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-04', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.761727+00', '2026-11-25 10:01:17.768865+00', 14, false),
	(66, 'paid', NULL, NULL, 1998, 0, false, true, '2001-10-09 01:46:40+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-05', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.770249+00', '2026-11-25 10:01:17.77618+00', NULL, true),
	(67, 'paid', NULL, NULL, 1998, 0, false, true, '2001-10-09 01:46:40+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-06', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.781814+00', '2026-11-25 10:01:17.79417+00', NULL, false),
	(77, 'paid', NULL, NULL, 3996, 1998, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-first-back', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.888232+00', '2026-11-25 10:01:17.907746+00', NULL, true),
	(68, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-leaves', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.795589+00', '2026-11-25 10:01:17.803258+00', NULL, false),
	(72, 'paid', NULL, NULL, 3996, 0, false, true, '2001-10-29 01:46:40+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-ended', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.832377+00', '2026-11-25 10:01:17.848032+00', NULL, false),
	(69, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-leaves-too', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.804588+00', '2026-11-25 10:01:17.812226+00', NULL, false),
	(70, 'paid', NULL, NULL, 1998, 0, false, true, '2074-12-20 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user/leaves é', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.813545+00', '2026-11-25 10:01:17.8212+00', NULL, false),
	(71, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-keep_as_draft', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.822584+00', '2026-11-25 10:01:17.828382+00', NULL, true),
	(73, 'failed', 'expired', NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-12', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.849503+00', '2026-11-25 10:01:17.857937+00', NULL, false),
	(74, 'paying', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-13', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.859516+00', '2026-11-25 10:01:17.863911+00', NULL, false),
	(75, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-thinks', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.866409+00', '2026-11-25 10:01:17.866409+00', NULL, false),
	(76, 'paid', NULL, NULL, 3996, 1998, false, true, '2025-01-31 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-renewal-2026', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.872284+00', '2026-11-25 10:01:17.884918+00', NULL, false),
	(80, 'disputed', NULL, NULL, 1998, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-19', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.943971+00', '2026-11-25 10:01:17.969075+00', NULL, false),
	(78, 'refunded', NULL, NULL, 1998, 1998, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-17', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.909848+00', '2026-11-25 10:01:17.917887+00', NULL, false),
	(79, 'paid', NULL, NULL, 3996, 0, false, true, '2025-01-31 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-renewal-disputed', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.919409+00', '2026-11-25 10:01:17.940449+00', NULL, false),
	(84, 'paid', NULL, NULL, 1998, 0, false, true, '2074-12-20 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-looked-at', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.025541+00', '2026-11-25 10:01:18.041061+00', NULL, false),
	(81, 'paid', NULL, NULL, 11998, 0, false, true, '2084-12-27 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-changed-2024', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.971041+00', '2026-11-25 10:01:17.98328+00', NULL, true),
	(83, 'paid', NULL, NULL, 3996, 0, true, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-two-subscriptions', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.000397+00', '2026-11-25 10:01:18.019879+00', NULL, true),
	(82, 'paid', NULL, NULL, 2098, 100, false, true, '2025-01-31 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-change-back', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:17.985001+00', '2026-11-25 10:01:17.998637+00', NULL, false),
	(85, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-ambiguous-2026', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.042691+00', '2026-11-25 10:01:18.050058+00', NULL, true),
	(86, 'paid', NULL, NULL, 1998, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-26', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.055873+00', '2026-11-25 10:01:18.061227+00', NULL, false),
	(87, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-unknown', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.062854+00', '2026-11-25 10:01:18.062854+00', NULL, false),
	(88, 'paid', NULL, NULL, 1998, 0, false, true, '2001-10-29 01:46:40+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-deleted', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.071113+00', '2026-11-25 10:01:18.079382+00', NULL, false),
	(89, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-deleted', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.081964+00', '2026-11-25 10:01:18.088224+00', NULL, true),
	(90, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-refused', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.090819+00', '2026-11-25 10:01:18.090819+00', NULL, false),
	(91, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-unanswered', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.097197+00', '2026-11-25 10:01:18.097197+00', NULL, false),
	(92, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.099862+00', '2026-11-25 10:01:18.099862+00', NULL, false),
	(93, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.126053+00', '2026-11-25 10:01:18.126053+00', NULL, false),
	(94, 'pending', NULL, NULL, 0, 0, false, false, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.136943+00', '2026-11-25 10:01:18.136943+00', NULL, false),
	(95, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.142922+00', '2026-11-25 10:01:18.146494+00', NULL, false),
	(96, 'paid', NULL, NULL, 1998, 0, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, 'user-purged', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.149842+00', '2026-11-25 10:01:18.153484+00', NULL, false),
	(97, 'paid', NULL, NULL, 1998, 100, false, true, NULL, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', NULL, NULL, NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.156363+00', '2026-11-25 10:01:18.162275+00', NULL, false),
	(98, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-purged-2026', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.163721+00', '2026-11-25 10:01:18.169757+00', NULL, true),
	(99, 'paid', NULL, NULL, 1998, 0, false, true, '2084-12-17 12:00:00+00', 'subscription', 'eur', 1998, '[{"name": "Tea club", "quantity": 2, "recurring": {"interval": "month", "interval_count": 1}, "unit_amount": 999}]', NULL, 'user-purged-last', NULL, NULL, NULL, '{}', 'tests', NULL, NULL, '2026-11-25 10:01:18.173416+00', '2026-11-25 10:01:18.183201+00', NULL, false);


INSERT INTO public.payments VALUES
	('pi_qeItJ9bY7B170nSMNOckRIf3', 'succeeded', 'eur', 1998, 1998, 999, 'ch_80foxKgvR90gtI0DjYjdls9P', 'e104a2b4-9fdb-484a-a77d-40512328bfa3', '2026-11-25 10:01:16+00'),
	('pi_e5QB29dAaiLdSpXIVCIyDX5J', 'succeeded', 'eur', 1500, 1500, NULL, 'ch_y5r8FMjykDtlumF9KSSq0J65', NULL, '2026-11-25 10:01:16+00'),
	('pi_00001', 'requires_payment_method', 'eur', 1998, 0, NULL, NULL, '5829f966-0bad-4e1f-9791-09e131e5f49f', '2026-11-25 10:01:17+00'),
	('pi_00004', 'requires_payment_method', 'eur', 1998, 0, NULL, NULL, '32e01d2b-d233-44e5-a11b-81ddb172266d', '2026-11-25 10:01:17+00'),
	('pi_00005', 'canceled', 'eur', 1998, 0, NULL, NULL, 'f419a41a-363c-4c54-8a04-cb5a4a4b8e09', '2026-11-25 10:01:17+00'),
	('pi_00006', 'processing', 'eur', 1998, 0, NULL, NULL, '6f5bea4c-4170-46a5-a868-3fc85a2016bc', '2026-11-25 10:01:17+00'),
	('pi_00007', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00007', 'b5bd095e-e022-4a44-bcff-4a043c3094d6', '2026-11-25 10:01:17+00'),
	('pi_00009', 'succeeded', 'eur', 1898, 1898, NULL, 'ch_00009', 'a9b1ce55-fba9-4a71-b37d-d127ba6f9fa0', '2026-11-25 10:01:17+00'),
	('pi_00010', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00010', '602627eb-680e-41b3-82d6-bbef1c661855', '2026-11-25 10:01:17+00'),
	('pi_00013', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00013', '0fa6ba24-a4f3-4dfa-8313-a26b87dd3733', '2026-11-25 10:01:17+00'),
	('pi_00014', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00014', '9e91b94d-a9af-4a82-8137-046ec4604686', '2026-11-25 10:01:17+00'),
	('pi_00015', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00015', 'e1713892-3a72-4193-9814-71cb03ab54e0', '2026-11-25 10:01:17+00'),
	('pi_00016', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00016', '04d9701c-f6e8-4dad-81d3-f756a35334d2', '2026-11-25 10:01:17+00'),
	('pi_00023', 'succeeded', 'usd', 1998, 1998, NULL, 'ch_00023', 'f1abe509-abdf-4775-b093-a2bc79ff9c13', '2026-11-25 10:01:17+00'),
	('pi_00025', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00025', NULL, '2026-11-25 10:01:17+00'),
	('pi_00031', 'processing', 'eur', 1998, 0, NULL, NULL, NULL, '2026-11-25 10:01:17+00'),
	('pi_00032', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00032', NULL, '2026-11-25 10:01:17+00'),
	('pi_00035', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00035', NULL, '2026-11-25 10:01:17+00'),
	('pi_00039', 'succeeded', 'eur', 1998, 1998, 1998, 'ch_00039', '4121a35d-f1f5-400d-9470-84213c758035', '2026-11-25 10:01:17+00'),
	('pi_00041', 'succeeded', 'eur', NULL, 1998, 1998, 'ch_00041', '930bad26-6cbb-4d65-baf0-25f7dac13955', '2026-11-25 10:01:17+00'),
	('pi_00042', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00042', '58b88ac0-17fd-4d58-a630-c1678d395f2e', '2026-11-25 10:01:17+00'),
	('pi_00044', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00044', '770880d3-a517-4215-b7d6-203e289aaa6c', '2026-11-25 10:01:17+00'),
	('pi_00046', 'succeeded', 'eur', 1998, 1998, 500, 'ch_00046', '42aa57aa-e547-4ced-8a22-a6c55acd8571', '2026-11-25 10:01:17+00'),
	('pi_00048', 'succeeded', 'eur', NULL, 1998, 1998, 'ch_00048', '6606a0a5-493b-41f3-96c4-0f0579d5f764', '2026-11-25 10:01:17+00'),
	('pi_00053', 'succeeded', 'eur', NULL, 1998, 1998, 'ch_00053', '6800bcc4-8628-45f9-9aa6-5971ec33b6d3', '2026-11-25 10:01:17+00'),
	('pi_00058', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00058', '28596450-829e-4945-9df1-c4e4588ab933', '2026-11-25 10:01:17+00'),
	('pi_00064', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00064', 'bd0c0672-0cc5-4619-9f62-d7b10ae99408', '2026-11-25 10:01:17+00'),
	('pi_00066', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00066', 'bc78d69f-730a-4f72-ad57-e7baeee9a1c9', '2026-11-25 10:01:17+00'),
	('pi_00067', 'succeeded', 'eur', NULL, 1998, 500, 'ch_00067', 'd18521e5-7cca-4884-a6d7-daa69575416c', '2026-11-25 10:01:17+00'),
	('pi_00074', 'succeeded', 'usd', 2158, 2158, NULL, 'ch_00074', '0ab96d0c-0aa2-40f3-93b5-e7a6e202180e', '2026-11-25 10:01:17+00'),
	('pi_invoice_00006', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00006', NULL, '2025-01-01 12:00:00+00'),
	('pi_invoice_00011', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00011', NULL, '2025-01-01 12:00:00+00'),
	('pi_invoice_00058', 'succeeded', 'eur', 1998, 1998, 1998, 'ch_invoice_00058', NULL, '2025-01-31 12:00:00+00'),
	('pi_invoice_00061', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00061', NULL, '2025-01-01 12:00:00+00'),
	('pi_invoice_00071', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00071', NULL, '2025-01-31 12:00:00+00'),
	('pi_00109', 'succeeded', 'eur', 1998, 1998, 700, 'ch_00109', NULL, '2026-11-25 10:01:18+00'),
	('pi_00112', 'requires_payment_method', 'eur', 1998, 0, NULL, NULL, NULL, '2026-11-25 10:01:18+00'),
	('pi_invoice_00112', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00112', NULL, '2025-01-01 12:00:00+00'),
	('pi_invoice_00116', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_invoice_00116', NULL, '2025-01-01 12:00:00+00'),
	('pi_00126', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00126', '06ddd67c-e654-42b5-9ef0-cd67913cf87a', '2026-11-25 10:01:18+00'),
	('pi_00127', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00127', '1b3b9709-8fcc-437a-bb82-dd444675f1ca', '2026-11-25 10:01:18+00'),
	('pi_00131', 'succeeded', 'eur', 1998, 1998, NULL, 'ch_00131', NULL, '2026-11-25 10:01:18+00');


INSERT INTO public.refund_requests VALUES
	('cebe79e6-4271-4446-875e-e159dd4650af', 1, 'pi_qeItJ9bY7B170nSMNOckRIf3', 999, 'eur', 'requested_by_customer', 'tests', 'refund-1001', '\xd888a936a786a2ceb94f246320fcd4102b9da0ab3211621440aa1bf77b3551ea', 1, '2026-11-25 10:01:16.927985+00', 're_GAGaKNrTgBZRxFKi3L4IxalL', 'succeeded', NULL, NULL, '2026-11-25 10:01:16.927985+00'),
	('568d6ffa-6dcb-4f7f-9ddb-af9b70922844', 24, 'pi_00016', 1998, 'eur', 'duplicate', 'tests', 'refund-twice', '\xd354a5aa758d56930affa67bb370d8cb9317d10875e58ecdabe81deff44fb850', 1, '2026-11-25 10:01:17.416333+00', 're_aab886ca914362', 'succeeded', NULL, NULL, '2026-11-25 10:01:17.416333+00'),
	('f1913771-cac6-477c-aa4e-eee5027afa9d', 43, 'pi_00039', 1998, 'eur', 'requested_by_customer', 'tests', 'refund-7', '\x3a648cf2a36d5857111a07a9b277a6bc937613ded602d5d656d597397bfab38b', 1, '2026-11-25 10:01:17.54763+00', 're_38da52bd77f199', 'succeeded', NULL, NULL, '2026-11-25 10:01:17.54763+00'),
	('554c34bd-9c6f-4b26-8f0e-4e66baa18543', 47, 'pi_00046', 500, 'eur', NULL, 'tests', 'refund-8', '\x65821ccac836c4f6d1cd5c393685f85adaea4cefeb67e4e88dd2f1b4b7648702', 1, '2026-11-25 10:01:17.589016+00', 're_1cc453050f7398', 'succeeded', NULL, NULL, '2026-11-25 10:01:17.589016+00'),
	('c667b094-90c6-46ec-8183-d53961809a1e', 50, 'pi_00053', 1998, 'eur', NULL, 'tests', 'refund-9', '\xe9c15384f304efae5ac7ab3415ae638874a9d108c2f7ae3406a3eb06a0f1585e', 1, '2026-11-25 10:01:17.620826+00', 're_3c214160a5b1f0', 'pending', NULL, NULL, '2026-11-25 10:01:17.620826+00'),
	('b7907c02-3254-424e-ae54-b71813e3262b', 51, 'pi_00055', 998, 'eur', NULL, 'tests', 'refund-10', '\xf14ed02bd5c23475ad27f7703d84e8a60e4a9f268902bb9108893398d7122ce4', 1, '2026-11-25 10:01:17.632423+00', 're_6103415a24f28c', 'succeeded', NULL, NULL, '2026-11-25 10:01:17.632423+00'),
	('aa5ec233-020c-46cf-a6c8-a35af2d271f1', 51, 'pi_00055', 400, 'eur', NULL, 'tests', 'refund-11', '\x7a9a9c4c40be8239fa5950eae5e10fe5b630253443645ab7e4201ef56e67e0b4', 1, '2026-11-25 10:01:17.637277+00', NULL, NULL, '2026-11-25 10:01:17.64003+00', 'The balance is not sufficient for this refund.', '2026-11-25 10:01:17.637277+00'),
	('8e516dc4-abd3-439e-b5ed-0a3866c72de5', 51, 'pi_00055', 300, 'eur', NULL, 'tests', 'refund-12', '\x7f714ba4a4f71c2463818e6d7cd3d1029dd19654020695439e5f44344254a602', 1, '2026-11-25 10:01:17.64126+00', NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.64126+00'),
	('e2147c0f-faa1-4b9c-b484-8f1f819b3f77', 51, 'pi_00055', 200, 'eur', 'duplicate', 'tests', 'refund-13', '\x69a18c7e1bb6a237fed4a2f1831a836dedf85364df6e5f66eb73892087bae826', 2, '2026-11-25 10:01:17.645767+00', NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.643846+00'),
	('a6c0129d-b93d-47e2-809f-699c90e30d06', 52, 'pi_00056', 1998, 'eur', NULL, 'tests', 'refund-14', '\xebf33eeeec2ab232c463de86dedfb40cdd62109d60ca6881ecff24cd53959149', 1, '2026-11-25 10:01:17.653474+00', NULL, NULL, NULL, NULL, '2026-11-25 10:01:17.653474+00'),
	('47315b68-c74c-4614-8ffa-06e00a4bd6bc', 77, 'pi_invoice_00061', 1998, 'eur', NULL, 'tests', 'refund-first', '\x32b19eb4755c4d03d05bc03676c9fd542f3a53165b31e69de544e20c56a19cf9', 1, '2026-11-25 10:01:17.903148+00', 're_e1df2552388ead', 'succeeded', NULL, NULL, '2026-11-25 10:01:17.903148+00');


INSERT INTO public.refunds VALUES
	('re_GAGaKNrTgBZRxFKi3L4IxalL', 'succeeded', 999, 'eur', 'requested_by_customer', 'pi_qeItJ9bY7B170nSMNOckRIf3', 'ch_80foxKgvR90gtI0DjYjdls9P', 'cebe79e6-4271-4446-875e-e159dd4650af', '2026-11-25 10:01:16+00'),
	('re_aab886ca914362', 'succeeded', 1998, 'eur', 'duplicate', 'pi_00016', 'ch_00016', '568d6ffa-6dcb-4f7f-9ddb-af9b70922844', '2026-11-25 10:01:17+00'),
	('re_00033', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_00032', 'ch_00032', NULL, '2026-11-25 10:01:17+00'),
	('re_00038', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_00037', 'ch_00037', NULL, '2026-11-25 10:01:17+00'),
	('re_38da52bd77f199', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_00039', 'ch_00039', 'f1913771-cac6-477c-aa4e-eee5027afa9d', '2026-11-25 10:01:17+00'),
	('re_00043', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_00042', 'ch_00042', NULL, '2026-11-25 10:01:17+00'),
	('re_00045', 'succeeded', 1998, 'eur', 'requested_by_customer', NULL, 'ch_00044', NULL, '2026-11-25 10:01:17+00'),
	('re_1cc453050f7398', 'succeeded', 500, 'eur', NULL, 'pi_00046', 'ch_00046', '554c34bd-9c6f-4b26-8f0e-4e66baa18543', '2026-11-25 10:01:17+00'),
	('re_00049', 'succeeded', 999, 'eur', 'requested_by_customer', 'pi_00048', 'ch_00048', NULL, '2026-11-25 10:01:17+00'),
	('re_00050', 'failed', 999, 'eur', 'requested_by_customer', 'pi_00048', 'ch_00048', NULL, '2026-11-25 10:01:17+00'),
	('re_00052', 'failed', 1998, 'eur', 'requested_by_customer', 'pi_00051', 'ch_00051', NULL, '2026-11-25 10:01:17+00'),
	('re_3c214160a5b1f0', 'pending', 1998, 'eur', 'requested_by_customer', 'pi_00053', 'ch_00053', 'c667b094-90c6-46ec-8183-d53961809a1e', '2026-11-25 10:01:17+00'),
	('re_00057', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_00056', 'ch_00056', 'a6c0129d-b93d-47e2-809f-699c90e30d06', '2026-11-25 10:01:17+00'),
	('re_00068', 'succeeded', 500, 'eur', 'requested_by_customer', 'pi_00067', 'ch_00067', NULL, '2026-11-25 10:01:17+00'),
	('re_00070', 'succeeded', 499, 'eur', 'requested_by_customer', 'pi_00069', NULL, NULL, '2026-11-25 10:01:17+00'),
	('re_00071', 'succeeded', 499, 'eur', 'requested_by_customer', 'pi_00069', 'ch_00069', NULL, '2026-11-25 10:01:17+00'),
	('re_00072', 'succeeded', 500, 'eur', 'requested_by_customer', 'pi_00069', 'ch_00069', NULL, '2026-11-25 10:01:17+00'),
	('re_00073', 'succeeded', 500, 'eur', 'requested_by_customer', 'pi_00069', 'ch_00069', NULL, '2026-11-25 10:01:17+00'),
	('re_00090', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_invoice_00058', 'ch_invoice_00058', NULL, '2025-01-31 12:00:00+00'),
	('re_e1df2552388ead', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_invoice_00061', 'ch_invoice_00061', '47315b68-c74c-4614-8ffa-06e00a4bd6bc', '2025-01-01 12:00:00+00'),
	('re_00094', 'succeeded', 1998, 'eur', 'requested_by_customer', 'pi_invoice_00066', 'ch_invoice_00066', NULL, '2025-01-01 12:00:00+00'),
	('re_00101', 'succeeded', 100, 'eur', 'requested_by_customer', 'pi_invoice_00083', 'ch_invoice_00083', NULL, '2025-01-11 12:00:00+00'),
	('re_00110', 'succeeded', 700, 'eur', 'requested_by_customer', 'pi_00109', 'ch_00109', NULL, '2026-11-25 10:01:18+00'),
	('re_00114', 'succeeded', 1998, 'eur', 'requested_by_customer', NULL, 'ch_00113', NULL, '2026-11-25 10:01:18+00'),
	('re_00128', 'succeeded', 100, 'eur', 'requested_by_customer', 'pi_00127', 'ch_00127', NULL, '2026-11-25 10:01:18+00');


INSERT INTO public.schema_migrations VALUES
	('20261123090000'),
	('20261123140000'),
	('20261123180000'),
	('20261123220000');


INSERT INTO public.stripe_events VALUES
	('evt_1Dds6707KfJYuW27HTKu9V1v', 'charge.succeeded', 'ignored', 1, NULL, 'ch_80foxKgvR90gtI0DjYjdls9P', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.910143+00', '2026-11-25 10:01:16.910143+00', '{"id":"evt_1Dds6707KfJYuW27HTKu9V1v","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"ch_80foxKgvR90gtI0DjYjdls9P","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":0,"application":null,"application_fee":null,"application_fee_amount":null,"balance_transaction":null,"billing_details":{"address":{"city":null,"country":null,"line1":null,"line2":null,"postal_code":null,"state":null},"email":"zoe@example.com","name":null,"phone":null,"tax_id":null},"calculated_statement_descriptor":null,"captured":true,"created":1795600876,"currency":"eur","customer":null,"description":null,"disputed":false,"failure_balance_transaction":null,"failure_code":null,"failure_message":null,"fraud_details":{},"livemode":false,"metadata":{"basket":"b1","order_id":"1","checkout_attempt_id":"e104a2b4-9fdb-484a-a77d-40512328bfa3"},"on_behalf_of":null,"outcome":{"advice_code":null,"network_advice_code":null,"network_decline_code":null,"network_status":"approved_by_network","reason":null,"risk_level":"normal","risk_score":1,"seller_message":"Payment complete.","type":"authorized"},"paid":true,"payment_intent":"pi_qeItJ9bY7B170nSMNOckRIf3","payment_method":"pm_1WwIjIYoMBChDSvUUytJxExO","payment_method_details":{"type":"card","card":{"brand":"visa","checks":{"address_line1_check":null,"address_postal_code_check":null,"cvc_check":"pass"},"country":"US","exp_month":12,"exp_year":2040,"fingerprint":"local4242","funding":"credit","last4":"4242","regulated_status":"unregulated","wallet":null}},"radar_options":{},"receipt_email":null,"receipt_number":null,"receipt_url":null,"refunded":false,"review":null,"shipping":null,"source_transfer":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"charge.succeeded"}'),
	('evt_13WsvJpRWs2H8NCgitDbDdov', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_qeItJ9bY7B170nSMNOckRIf3', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.913508+00', '2026-11-25 10:01:16.913508+00', '{"id":"evt_13WsvJpRWs2H8NCgitDbDdov","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"pi_qeItJ9bY7B170nSMNOckRIf3","object":"payment_intent","allowed_payment_method_types":null,"amount":1998,"amount_capturable":0,"amount_details":{"tip":{}},"amount_received":1998,"application":null,"application_fee_amount":null,"automatic_payment_methods":null,"canceled_at":null,"cancellation_reason":null,"capture_method":"automatic_async","client_secret":"pi_qeItJ9bY7B170nSMNOckRIf3_secret_yn6rpTyEwAQfRtuR0d2hInRrM","confirmation_method":"automatic","created":1795600876,"currency":"eur","customer":null,"customer_account":null,"description":null,"excluded_payment_method_types":null,"last_payment_error":null,"latest_charge":"ch_80foxKgvR90gtI0DjYjdls9P","livemode":false,"managed_payments":null,"metadata":{"basket":"b1","order_id":"1","checkout_attempt_id":"e104a2b4-9fdb-484a-a77d-40512328bfa3"},"next_action":null,"on_behalf_of":null,"payment_method":"pm_1WwIjIYoMBChDSvUUytJxExO","payment_method_configuration_details":null,"payment_method_options":{},"payment_method_types":["card","sepa_debit"],"processing":null,"receipt_email":null,"review":null,"setup_future_usage":null,"shipping":null,"source":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.succeeded"}'),
	('evt_1bMErQHLNdXBr6cdefXQjw1l', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_a1jpPVK2wM04JgSx4SpQ5gfZxVH9HnVN3iuLqjT0es4uCb3NJIvuL8QGbg', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.91751+00', '2026-11-25 10:01:16.91751+00', '{"id":"evt_1bMErQHLNdXBr6cdefXQjw1l","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"cs_test_a1jpPVK2wM04JgSx4SpQ5gfZxVH9HnVN3iuLqjT0es4uCb3NJIvuL8QGbg","object":"checkout.session","adaptive_pricing":{"enabled":false},"after_expiration":null,"allow_promotion_codes":null,"allowed_payment_method_types":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"1","client_secret":null,"collected_information":null,"consent":null,"consent_collection":null,"created":1795600876,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null,"terms_of_service_acceptance":null},"customer":null,"customer_account":null,"customer_creation":"if_required","customer_details":{"address":null,"business_name":null,"email":"zoe@example.com","individual_name":null,"name":null,"phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"zoe@example.com","discounts":[],"expires_at":1795687276,"integration_identifier":null,"invoice":null,"invoice_creation":null,"livemode":false,"locale":null,"managed_payments":null,"metadata":{"basket":"b1","order_id":"1","checkout_attempt_id":"e104a2b4-9fdb-484a-a77d-40512328bfa3"},"mode":"payment","optional_items":null,"origin_context":null,"payment_intent":"pi_qeItJ9bY7B170nSMNOckRIf3","payment_link":null,"payment_method_collection":"if_required","payment_method_configuration_details":null,"payment_method_options":{},"payment_method_types":["card","sepa_debit"],"payment_status":"paid","permissions":null,"phone_number_collection":{"enabled":false},"recovered_from":null,"saved_payment_method_options":null,"setup_intent":null,"shipping_address_collection":null,"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks?s={CHECKOUT_SESSION_ID}","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null,"wallet_options":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_1r6ynTMJTcvgu5DaHypYGyBB', 'refund.created', 'processed', 1, NULL, 're_GAGaKNrTgBZRxFKi3L4IxalL', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.949111+00', '2026-11-25 10:01:16.949111+00', '{"id":"evt_1r6ynTMJTcvgu5DaHypYGyBB","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"re_GAGaKNrTgBZRxFKi3L4IxalL","object":"refund","amount":999,"balance_transaction":null,"charge":"ch_80foxKgvR90gtI0DjYjdls9P","created":1795600876,"currency":"eur","customer":null,"customer_account":null,"metadata":{"order_id":"1","refund_request_id":"cebe79e6-4271-4446-875e-e159dd4650af"},"payment_intent":"pi_qeItJ9bY7B170nSMNOckRIf3","payment_method":"pm_1WwIjIYoMBChDSvUUytJxExO","reason":"requested_by_customer","receipt_number":null,"source_transfer_reversal":null,"status":"succeeded","transfer_reversal":null,"destination_details":{"type":"card","card":{"reference_status":"pending","reference_type":"acquirer_reference_number","type":"refund"}}}},"livemode":false,"pending_webhooks":0,"request":{"id":"req_f4ytZ34IDXNhxr","idempotency_key":"refund-cebe79e6-4271-4446-875e-e159dd4650af-1"},"type":"refund.created"}'),
	('evt_1SbdHV7hybS0VQxvzQdKisRy', 'charge.refunded', 'processed', 1, NULL, 'ch_80foxKgvR90gtI0DjYjdls9P', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.954676+00', '2026-11-25 10:01:16.954676+00', '{"id":"evt_1SbdHV7hybS0VQxvzQdKisRy","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"ch_80foxKgvR90gtI0DjYjdls9P","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":999,"application":null,"application_fee":null,"application_fee_amount":null,"balance_transaction":null,"billing_details":{"address":{"city":null,"country":null,"line1":null,"line2":null,"postal_code":null,"state":null},"email":"zoe@example.com","name":null,"phone":null,"tax_id":null},"calculated_statement_descriptor":null,"captured":true,"created":1795600876,"currency":"eur","customer":null,"description":null,"disputed":false,"failure_balance_transaction":null,"failure_code":null,"failure_message":null,"fraud_details":{},"livemode":false,"metadata":{"basket":"b1","order_id":"1","checkout_attempt_id":"e104a2b4-9fdb-484a-a77d-40512328bfa3"},"on_behalf_of":null,"outcome":{"advice_code":null,"network_advice_code":null,"network_decline_code":null,"network_status":"approved_by_network","reason":null,"risk_level":"normal","risk_score":1,"seller_message":"Payment complete.","type":"authorized"},"paid":true,"payment_intent":"pi_qeItJ9bY7B170nSMNOckRIf3","payment_method":"pm_1WwIjIYoMBChDSvUUytJxExO","payment_method_details":{"type":"card","card":{"brand":"visa","checks":{"address_line1_check":null,"address_postal_code_check":null,"cvc_check":"pass"},"country":"US","exp_month":12,"exp_year":2040,"fingerprint":"local4242","funding":"credit","last4":"4242","regulated_status":"unregulated","wallet":null}},"radar_options":{},"receipt_email":null,"receipt_number":null,"receipt_url":null,"refunded":false,"review":null,"shipping":null,"source_transfer":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":null},"previous_attributes":{"amount_refunded":0}},"livemode":false,"pending_webhooks":0,"request":{"id":"req_f4ytZ34IDXNhxr","idempotency_key":"refund-cebe79e6-4271-4446-875e-e159dd4650af-1"},"type":"charge.refunded"}'),
	('evt_91e1a5be61f9f0', 'checkout.session.expired', 'processed', 1, NULL, 'cs_test_17a3ffa9c067', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.315331+00', '2026-11-25 10:01:17.315331+00', '{"id":"evt_91e1a5be61f9f0","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_17a3ffa9c067","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"14","created":1795600877,"currency":"eur","metadata":{"order_id":"14","checkout_attempt_id":"17a3ffa9-c067-4194-9a48-f0eba45c06fc"},"mode":"payment","payment_intent":"pi_00003","payment_status":"unpaid","status":"expired","subscription":null}},"livemode":false,"type":"checkout.session.expired"}'),
	('evt_1UfDLSbjXGvN8DrW4RQTsVWK', 'customer.created', 'ignored', 1, NULL, 'cus_jVPN9XbUTFC01e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.989908+00', '2026-11-25 10:01:16.989908+00', '{"id":"evt_1UfDLSbjXGvN8DrW4RQTsVWK","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"cus_jVPN9XbUTFC01e","object":"customer","address":null,"balance":0,"created":1795600876,"currency":null,"customer_account":null,"default_source":null,"delinquent":false,"description":null,"discount":null,"email":null,"invoice_prefix":"UIXYAWQ6","invoice_settings":{"custom_fields":null,"default_payment_method":null,"footer":null,"rendering_options":null},"livemode":false,"metadata":{"customer_reference":"user-local"},"name":null,"next_invoice_sequence":1,"phone":null,"preferred_locales":[],"shipping":null,"tax_exempt":"none","test_clock":null}},"livemode":false,"pending_webhooks":0,"request":{"id":"req_EruzJHB71elQJF","idempotency_key":"customer-9e3f4e00-44c9-4968-938e-deaeacaa0408"},"type":"customer.created"}'),
	('evt_1X4HpwZCNP2Y27bsYNKs7OEO', 'customer.subscription.created', 'processed', 1, NULL, 'sub_18xH4d9NIL6bv7Ib8SJbxuZQ', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.9916+00', '2026-11-25 10:01:16.9916+00', '{"id":"evt_1X4HpwZCNP2Y27bsYNKs7OEO","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","object":"subscription","application":null,"application_fee_percent":null,"automatic_tax":{"disabled_reason":null,"enabled":false,"liability":null},"billing_cycle_anchor":1795600876,"billing_cycle_anchor_config":null,"billing_mode":{"flexible":{"proration_discounts":"included"},"type":"flexible"},"billing_schedules":[],"billing_thresholds":null,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"cancellation_details":{"comment":null,"feedback":null,"reason":null},"collection_method":"charge_automatically","created":1795600876,"currency":"eur","customer":"cus_jVPN9XbUTFC01e","customer_account":null,"days_until_due":null,"default_payment_method":null,"default_source":null,"default_tax_rates":[],"description":null,"discounts":[],"ended_at":null,"invoice_settings":{"account_tax_ids":null,"issuer":{"type":"self"}},"items":{"object":"list","data":[{"id":"si_1m8cKqvvqBRAqC","object":"subscription_item","billing_thresholds":null,"created":1795600876,"current_period_end":1798192876,"current_period_start":1795600876,"discounts":[],"metadata":{},"price":{"id":"price_1sWEp6YhUuGrPd8Lvox4uV0O","object":"price","active":false,"billing_scheme":"per_unit","created":1795600876,"currency":"eur","custom_unit_amount":null,"livemode":false,"lookup_key":null,"metadata":{},"nickname":null,"product":"prod_cRc2t3LYQjDFHo","recurring":{"meter":null,"usage_type":"licensed","interval":"month","interval_count":1},"tax_behavior":"unspecified","tiers_mode":null,"transform_quantity":null,"type":"recurring","unit_amount":1500,"unit_amount_decimal":"1500"},"quantity":1,"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","tax_rates":[]}],"has_more":false,"url":"/v1/subscription_items?subscription=sub_18xH4d9NIL6bv7Ib8SJbxuZQ"},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"2","checkout_attempt_id":"154fbcd6-13c8-458a-8e99-94a3634eb067"},"next_pending_invoice_item_invoice":null,"on_behalf_of":null,"pause_collection":null,"payment_settings":{"payment_method_options":null,"payment_method_types":null,"save_default_payment_method":"off"},"pending_invoice_item_interval":null,"pending_setup_intent":null,"pending_update":null,"schedule":null,"start_date":1795600876,"status":"incomplete","test_clock":null,"transfer_data":null,"trial_end":null,"trial_settings":{"end_behavior":{"missing_payment_method":"create_invoice"}},"trial_start":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.created"}'),
	('evt_1btI7O4JHTbA8z7wq0TajXN6', 'charge.succeeded', 'ignored', 1, NULL, 'ch_y5r8FMjykDtlumF9KSSq0J65', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.993785+00', '2026-11-25 10:01:16.993785+00', '{"id":"evt_1btI7O4JHTbA8z7wq0TajXN6","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"ch_y5r8FMjykDtlumF9KSSq0J65","object":"charge","amount":1500,"amount_captured":1500,"amount_refunded":0,"application":null,"application_fee":null,"application_fee_amount":null,"balance_transaction":null,"billing_details":{"address":{"city":null,"country":null,"line1":null,"line2":null,"postal_code":null,"state":null},"email":null,"name":null,"phone":null,"tax_id":null},"calculated_statement_descriptor":null,"captured":true,"created":1795600876,"currency":"eur","customer":"cus_jVPN9XbUTFC01e","description":"Payment for Invoice UIXYAWQ6-0001","disputed":false,"failure_balance_transaction":null,"failure_code":null,"failure_message":null,"fraud_details":{},"livemode":false,"metadata":{},"on_behalf_of":null,"outcome":{"advice_code":null,"network_advice_code":null,"network_decline_code":null,"network_status":"approved_by_network","reason":null,"risk_level":"normal","risk_score":1,"seller_message":"Payment complete.","type":"authorized"},"paid":true,"payment_intent":"pi_e5QB29dAaiLdSpXIVCIyDX5J","payment_method":"pm_1WlmJe0tEcDxBvl8w44rJ7UR","payment_method_details":{"type":"card","card":{"brand":"visa","checks":{"address_line1_check":null,"address_postal_code_check":null,"cvc_check":"pass"},"country":"US","exp_month":12,"exp_year":2040,"fingerprint":"local4242","funding":"credit","last4":"4242","regulated_status":"unregulated","wallet":null}},"radar_options":{},"receipt_email":null,"receipt_number":null,"receipt_url":null,"refunded":false,"review":null,"shipping":null,"source_transfer":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"charge.succeeded"}'),
	('evt_1sRL5mK28MuH55WZBN3DG6f5', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_e5QB29dAaiLdSpXIVCIyDX5J', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.994791+00', '2026-11-25 10:01:16.994791+00', '{"id":"evt_1sRL5mK28MuH55WZBN3DG6f5","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"pi_e5QB29dAaiLdSpXIVCIyDX5J","object":"payment_intent","allowed_payment_method_types":null,"amount":1500,"amount_capturable":0,"amount_details":{"tip":{}},"amount_received":1500,"application":null,"application_fee_amount":null,"automatic_payment_methods":null,"canceled_at":null,"cancellation_reason":null,"capture_method":"automatic_async","client_secret":"pi_e5QB29dAaiLdSpXIVCIyDX5J_secret_I3ZmXyNha87bam3Z3rMpuFWlg","confirmation_method":"automatic","created":1795600876,"currency":"eur","customer":"cus_jVPN9XbUTFC01e","customer_account":null,"description":"Payment for Invoice UIXYAWQ6-0001","excluded_payment_method_types":null,"last_payment_error":null,"latest_charge":"ch_y5r8FMjykDtlumF9KSSq0J65","livemode":false,"managed_payments":null,"metadata":{},"next_action":null,"on_behalf_of":null,"payment_method":"pm_1WlmJe0tEcDxBvl8w44rJ7UR","payment_method_configuration_details":null,"payment_method_options":{},"payment_method_types":["card","sepa_debit"],"processing":null,"receipt_email":null,"review":null,"setup_future_usage":"off_session","shipping":null,"source":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.succeeded"}'),
	('evt_1w704jS3R6qoDFMvDJfDBKae', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_1QJnsOUQ5M9ACHJeoZNnkdLB', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.996353+00', '2026-11-25 10:01:16.996353+00', '{"id":"evt_1w704jS3R6qoDFMvDJfDBKae","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"inpay_1QJnsOUQ5M9ACHJeoZNnkdLB","object":"invoice_payment","amount_paid":1500,"amount_requested":1500,"created":1795600876,"currency":"eur","invoice":"in_12KQ9ZCdNv9E6gcxpLl1G2Bo","is_default":true,"livemode":false,"payment":{"payment_intent":"pi_e5QB29dAaiLdSpXIVCIyDX5J","type":"payment_intent"},"status":"paid","status_transitions":{"canceled_at":null,"paid_at":1795600876}}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"invoice_payment.paid"}'),
	('evt_e2c61c135bfc1e', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_32e01d2bd233', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.324624+00', '2026-11-25 10:01:17.324624+00', '{"id":"evt_e2c61c135bfc1e","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_32e01d2bd233","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"15","created":1795600877,"currency":"eur","metadata":{"order_id":"15","checkout_attempt_id":"32e01d2b-d233-44e5-a11b-81ddb172266d"},"mode":"payment","payment_intent":"pi_00004","payment_status":"unpaid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_2a292b3f63509d', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00013', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.395541+00', '2026-11-25 10:01:17.395541+00', '{"id":"evt_2a292b3f63509d","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00013","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00013","metadata":{"order_id":"23","checkout_attempt_id":"0fa6ba24-a4f3-4dfa-8313-a26b87dd3733"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_1ezshLzFoKSiG5i62PbAZlAY', 'invoice.paid', 'processed', 1, NULL, 'in_12KQ9ZCdNv9E6gcxpLl1G2Bo', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.998027+00', '2026-11-25 10:01:16.998027+00', '{"id":"evt_1ezshLzFoKSiG5i62PbAZlAY","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"in_12KQ9ZCdNv9E6gcxpLl1G2Bo","object":"invoice","account_country":"US","account_name":"Local Stripe","account_tax_ids":null,"amount_due":1500,"amount_overpaid":0,"amount_paid":1500,"amount_paid_off_stripe":0,"amount_remaining":0,"amount_shipping":0,"application":null,"attempt_count":1,"attempted":true,"auto_advance":false,"automatic_tax":{"disabled_reason":null,"enabled":false,"liability":null,"provider":null,"status":null},"automatically_finalizes_at":null,"billing_reason":"subscription_create","collection_method":"charge_automatically","created":1795600876,"currency":"eur","custom_fields":null,"customer":"cus_jVPN9XbUTFC01e","customer_account":null,"customer_address":null,"customer_email":null,"customer_name":null,"customer_phone":null,"customer_shipping":null,"customer_tax_exempt":"none","customer_tax_ids":[],"default_payment_method":null,"default_source":null,"default_tax_rates":[],"description":null,"discounts":[],"due_date":null,"effective_at":1795600876,"ending_balance":0,"footer":null,"from_invoice":null,"hosted_invoice_url":null,"invoice_pdf":null,"issuer":{"type":"self"},"last_finalization_error":null,"latest_revision":null,"lines":{"object":"list","data":[{"id":"il_1PjQ0SHNK8KyPQ4ib4nsooAp","object":"line_item","amount":1500,"currency":"eur","description":"1 x Tea club","discount_amounts":[],"discountable":true,"discounts":[],"invoice":"in_12KQ9ZCdNv9E6gcxpLl1G2Bo","livemode":false,"metadata":{},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"proration_details":null,"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","subscription_item":"si_1m8cKqvvqBRAqC"},"type":"subscription_item_details"},"period":{"end":1798192876,"start":1795600876},"pretax_credit_amounts":[],"pricing":{"price_details":{"price":"price_1sWEp6YhUuGrPd8Lvox4uV0O","product":"prod_cRc2t3LYQjDFHo"},"type":"price_details","unit_amount_decimal":"1500"},"quantity":1,"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","subtotal":1500,"taxes":[]}],"has_more":false,"url":"/v1/invoices/in_12KQ9ZCdNv9E6gcxpLl1G2Bo/lines"},"livemode":false,"metadata":{},"next_payment_attempt":null,"number":"UIXYAWQ6-0001","on_behalf_of":null,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"2","checkout_attempt_id":"154fbcd6-13c8-458a-8e99-94a3634eb067"},"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ"},"type":"subscription_details"},"payment_settings":{"default_mandate":null,"payment_method_options":null,"payment_method_types":null},"period_end":1795600876,"period_start":1795600876,"post_payment_credit_notes_amount":0,"pre_payment_credit_notes_amount":0,"receipt_number":null,"rendering":null,"shipping_cost":null,"shipping_details":null,"starting_balance":0,"statement_descriptor":null,"status":"paid","status_transitions":{"finalized_at":1795600876,"marked_uncollectible_at":null,"paid_at":1795600876,"voided_at":null},"subtotal":1500,"subtotal_excluding_tax":1500,"test_clock":null,"total":1500,"total_discount_amounts":[],"total_excluding_tax":1500,"total_pretax_credit_amounts":[],"total_taxes":[],"webhooks_delivered_at":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"invoice.paid"}'),
	('evt_1MurtOXJyObH574dfkx8VGXQ', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_a1r2ISneNrHkjnQFD3hrq1CdYbQnGoVcEOTa57hiiMGcBKyjZGzKao3caW', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:16+00', 'webhook', '2026-11-25 10:01:16.999471+00', '2026-11-25 10:01:16.999471+00', '{"id":"evt_1MurtOXJyObH574dfkx8VGXQ","object":"event","api_version":"2026-10-28.endive","created":1795600876,"data":{"object":{"id":"cs_test_a1r2ISneNrHkjnQFD3hrq1CdYbQnGoVcEOTa57hiiMGcBKyjZGzKao3caW","object":"checkout.session","adaptive_pricing":{"enabled":false},"after_expiration":null,"allow_promotion_codes":null,"allowed_payment_method_types":null,"amount_subtotal":1500,"amount_total":1500,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":null,"client_reference_id":"2","client_secret":null,"collected_information":null,"consent":null,"consent_collection":null,"created":1795600876,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null,"terms_of_service_acceptance":null},"customer":"cus_jVPN9XbUTFC01e","customer_account":null,"customer_creation":null,"customer_details":{"address":null,"business_name":null,"email":null,"individual_name":null,"name":null,"phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":null,"discounts":[],"expires_at":1795687276,"integration_identifier":null,"invoice":"in_12KQ9ZCdNv9E6gcxpLl1G2Bo","invoice_creation":null,"livemode":false,"locale":null,"managed_payments":null,"metadata":{"order_id":"2","checkout_attempt_id":"154fbcd6-13c8-458a-8e99-94a3634eb067"},"mode":"subscription","optional_items":null,"origin_context":null,"payment_intent":null,"payment_link":null,"payment_method_collection":"always","payment_method_configuration_details":null,"payment_method_options":{},"payment_method_types":["card","sepa_debit"],"payment_status":"paid","permissions":null,"phone_number_collection":{"enabled":false},"recovered_from":null,"saved_payment_method_options":null,"setup_intent":null,"shipping_address_collection":null,"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","success_url":"https://pay.example.com/checkout/return?session_id={CHECKOUT_SESSION_ID}","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null,"wallet_options":null}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_1WxQPyuXmPgfo3KszqEMTQyu', 'customer.subscription.deleted', 'processed', 1, NULL, 'sub_18xH4d9NIL6bv7Ib8SJbxuZQ', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.023097+00', '2026-11-25 10:01:17.023097+00', '{"id":"evt_1WxQPyuXmPgfo3KszqEMTQyu","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","object":"subscription","application":null,"application_fee_percent":null,"automatic_tax":{"disabled_reason":null,"enabled":false,"liability":null},"billing_cycle_anchor":1795600876,"billing_cycle_anchor_config":null,"billing_mode":{"flexible":{"proration_discounts":"included"},"type":"flexible"},"billing_schedules":[],"billing_thresholds":null,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":1795600877,"cancellation_details":{"comment":null,"feedback":null,"reason":"cancellation_requested"},"collection_method":"charge_automatically","created":1795600876,"currency":"eur","customer":"cus_jVPN9XbUTFC01e","customer_account":null,"days_until_due":null,"default_payment_method":"pm_1WlmJe0tEcDxBvl8w44rJ7UR","default_source":null,"default_tax_rates":[],"description":null,"discounts":[],"ended_at":1795600877,"invoice_settings":{"account_tax_ids":null,"issuer":{"type":"self"}},"items":{"object":"list","data":[{"id":"si_1m8cKqvvqBRAqC","object":"subscription_item","billing_thresholds":null,"created":1795600876,"current_period_end":1798192876,"current_period_start":1795600876,"discounts":[],"metadata":{},"price":{"id":"price_1sWEp6YhUuGrPd8Lvox4uV0O","object":"price","active":false,"billing_scheme":"per_unit","created":1795600876,"currency":"eur","custom_unit_amount":null,"livemode":false,"lookup_key":null,"metadata":{},"nickname":null,"product":"prod_cRc2t3LYQjDFHo","recurring":{"meter":null,"usage_type":"licensed","interval":"month","interval_count":1},"tax_behavior":"unspecified","tiers_mode":null,"transform_quantity":null,"type":"recurring","unit_amount":1500,"unit_amount_decimal":"1500"},"quantity":1,"subscription":"sub_18xH4d9NIL6bv7Ib8SJbxuZQ","tax_rates":[]}],"has_more":false,"url":"/v1/subscription_items?subscription=sub_18xH4d9NIL6bv7Ib8SJbxuZQ"},"latest_invoice":"in_12KQ9ZCdNv9E6gcxpLl1G2Bo","livemode":false,"metadata":{"order_id":"2","checkout_attempt_id":"154fbcd6-13c8-458a-8e99-94a3634eb067"},"next_pending_invoice_item_invoice":null,"on_behalf_of":null,"pause_collection":null,"payment_settings":{"payment_method_options":null,"payment_method_types":null,"save_default_payment_method":"off"},"pending_invoice_item_interval":null,"pending_setup_intent":null,"pending_update":null,"schedule":null,"start_date":1795600876,"status":"canceled","test_clock":null,"transfer_data":null,"trial_end":null,"trial_settings":{"end_behavior":{"missing_payment_method":"create_invoice"}},"trial_start":null}},"livemode":false,"pending_webhooks":0,"request":{"id":"req_iURTIOUWPQp7vk","idempotency_key":null},"type":"customer.subscription.deleted"}'),
	('evt_ff101e1ce80735', 'payment_intent.payment_failed', 'processed', 1, NULL, 'pi_00001', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.298348+00', '2026-11-25 10:01:17.298348+00', '{"id":"evt_ff101e1ce80735","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00001","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600877,"currency":"eur","latest_charge":null,"livemode":false,"metadata":{"order_id":"12","checkout_attempt_id":"5829f966-0bad-4e1f-9791-09e131e5f49f"},"status":"requires_payment_method"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.payment_failed"}'),
	('evt_22937cd5a155ac', 'checkout.session.expired', 'processed', 1, NULL, 'cs_test_9d2628ec6d07', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.303798+00', '2026-11-25 10:01:17.303798+00', '{"id":"evt_22937cd5a155ac","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_9d2628ec6d07","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"13","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"13","checkout_attempt_id":"9d2628ec-6d07-4035-bd2c-e418acab427f"},"mode":"payment","payment_intent":"pi_00002","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"unpaid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"expired","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.expired"}'),
	('evt_fcaeb9f68029be', 'checkout.session.async_payment_failed', 'processed', 1, NULL, 'cs_test_32e01d2bd233', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.326041+00', '2026-11-25 10:01:17.326041+00', '{"id":"evt_fcaeb9f68029be","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_32e01d2bd233","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"15","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"15","checkout_attempt_id":"32e01d2b-d233-44e5-a11b-81ddb172266d"},"mode":"payment","payment_intent":"pi_00004","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"unpaid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.async_payment_failed"}'),
	('evt_69f78a5bd938fe', 'payment_intent.payment_failed', 'processed', 1, NULL, 'pi_00004', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.327386+00', '2026-11-25 10:01:17.327386+00', '{"id":"evt_69f78a5bd938fe","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00004","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600877,"currency":"eur","latest_charge":null,"metadata":{"order_id":"15","checkout_attempt_id":"32e01d2b-d233-44e5-a11b-81ddb172266d"},"status":"requires_payment_method"}},"livemode":false,"type":"payment_intent.payment_failed"}'),
	('evt_d9577c02823847', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_f419a41a363c', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.335241+00', '2026-11-25 10:01:17.335241+00', '{"id":"evt_d9577c02823847","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_f419a41a363c","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"16","created":1795600877,"currency":"eur","metadata":{"order_id":"16","checkout_attempt_id":"f419a41a-363c-4c54-8a04-cb5a4a4b8e09"},"mode":"payment","payment_intent":"pi_00005","payment_status":"unpaid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_8d8bbf7d339f32', 'payment_intent.canceled', 'processed', 1, NULL, 'pi_00005', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.339531+00', '2026-11-25 10:01:17.339531+00', '{"id":"evt_8d8bbf7d339f32","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00005","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600877,"currency":"eur","latest_charge":null,"livemode":false,"metadata":{"order_id":"16","checkout_attempt_id":"f419a41a-363c-4c54-8a04-cb5a4a4b8e09"},"status":"canceled"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.canceled"}'),
	('evt_503bc8d4473edd', 'payment_intent.processing', 'processed', 1, NULL, 'pi_00006', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.347378+00', '2026-11-25 10:01:17.347378+00', '{"id":"evt_503bc8d4473edd","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00006","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600877,"currency":"eur","latest_charge":null,"livemode":false,"metadata":{"order_id":"17","checkout_attempt_id":"6f5bea4c-4170-46a5-a868-3fc85a2016bc"},"status":"processing"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.processing"}'),
	('evt_91bb913fc09d53', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_6f5bea4c4170', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.348218+00', '2026-11-25 10:01:17.348218+00', '{"id":"evt_91bb913fc09d53","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_6f5bea4c4170","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"17","created":1795600877,"currency":"eur","metadata":{"order_id":"17","checkout_attempt_id":"6f5bea4c-4170-46a5-a868-3fc85a2016bc"},"mode":"payment","payment_intent":"pi_00006","payment_status":"unpaid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_25917b0b05af6a', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_b5bd095ee022', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.355288+00', '2026-11-25 10:01:17.355288+00', '{
  "id": "evt_25917b0b05af6a",
  "object": "event",
  "api_version": "2026-10-28.endive",
  "created": 1795600877,
  "data": {
    "object": {
      "id": "cs_test_b5bd095ee022",
      "object": "checkout.session",
      "adaptive_pricing": {
        "enabled": true
      },
      "after_expiration": null,
      "allow_promotion_codes": null,
      "amount_subtotal": 1998,
      "amount_total": 1998,
      "automatic_tax": {
        "enabled": false,
        "liability": null,
        "provider": null,
        "status": null
      },
      "billing_address_collection": null,
      "cancel_url": "https://shop.example.com/cart",
      "client_reference_id": "18",
      "client_secret": null,
      "consent": null,
      "created": 1795600877,
      "currency": "eur",
      "currency_conversion": null,
      "custom_fields": [],
      "custom_text": {
        "after_submit": null,
        "shipping_address": null,
        "submit": null
      },
      "customer": null,
      "customer_creation": "if_required",
      "customer_details": {
        "address": {
          "city": null,
          "country": "DE",
          "line1": null,
          "postal_code": null,
          "state": null
        },
        "email": "buyer@example.com",
        "name": "Zoë Müller",
        "phone": null,
        "tax_exempt": "none",
        "tax_ids": []
      },
      "customer_email": "buyer@example.com",
      "discounts": [],
      "expires_at": 3650000000,
      "invoice": null,
      "livemode": false,
      "locale": null,
      "metadata": {
        "order_id": "18",
        "checkout_attempt_id": "b5bd095e-e022-4a44-bcff-4a043c3094d6"
      },
      "mode": "payment",
      "payment_intent": "pi_00007",
      "payment_link": null,
      "payment_method_collection": "if_required",
      "payment_method_types": [
        "card"
      ],
      "payment_status": "paid",
      "phone_number_collection": {
        "enabled": false
      },
      "shipping_cost": null,
      "shipping_options": [],
      "status": "complete",
      "submit_type": null,
      "subscription": null,
      "success_url": "https://shop.example.com/thanks",
      "total_details": {
        "amount_discount": 0,
        "amount_shipping": 0,
        "amount_tax": 0
      },
      "ui_mode": "hosted_page",
      "url": null
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": null,
    "idempotency_key": null
  },
  "type": "checkout.session.completed"
}'),
	('evt_652610ebbfe6f0', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00007', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.356683+00', '2026-11-25 10:01:17.356683+00', '{"id":"evt_652610ebbfe6f0","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00007","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00007","metadata":{"order_id":"18","checkout_attempt_id":"b5bd095e-e022-4a44-bcff-4a043c3094d6"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_7a29bcbc828faf', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_0fa6ba24a4f3', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.39433+00', '2026-11-25 10:01:17.39433+00', '{"id":"evt_7a29bcbc828faf","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_0fa6ba24a4f3","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"23","created":1795600877,"currency":"eur","metadata":{"order_id":"23","checkout_attempt_id":"0fa6ba24-a4f3-4dfa-8313-a26b87dd3733"},"mode":"payment","payment_intent":"pi_00013","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_9e1454bfb08b65', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_e414414a4436', NULL, false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.361066+00', '2026-11-25 10:01:17.361066+00', '{"id":"evt_9e1454bfb08b65","object":"event","api_version":null,"created":1795600877,"data":{"object":{"id":"cs_test_e414414a4436","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":0,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"19","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"19","checkout_attempt_id":"e414414a-4436-49c8-8bba-0090e8d5272f"},"mode":"payment","payment_intent":null,"payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"no_payment_required","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_ffa43e323812fb', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_a9b1ce55fba9', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'replay', '2026-11-25 10:01:17.365684+00', '2026-11-25 10:01:17.365684+00', '{"id":"evt_ffa43e323812fb","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_a9b1ce55fba9","object":"checkout.session","amount_subtotal":1998,"amount_total":1898,"client_reference_id":"20","created":1795600877,"currency":"eur","metadata":{"order_id":"20","checkout_attempt_id":"a9b1ce55-fba9-4a71-b37d-d127ba6f9fa0"},"mode":"payment","payment_intent":"pi_00009","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e70943e3856535', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00009', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.366852+00', '2026-11-25 10:01:17.366852+00', '{"id":"evt_e70943e3856535","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00009","object":"payment_intent","amount":1898,"amount_received":1898,"created":1795600877,"currency":"eur","latest_charge":"ch_00009","metadata":{"order_id":"20","checkout_attempt_id":"a9b1ce55-fba9-4a71-b37d-d127ba6f9fa0"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_f5bb4871ae917e', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_602627eb680e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.372299+00', '2026-11-25 10:01:17.372299+00', '{"id":"evt_f5bb4871ae917e","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_602627eb680e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"21","created":1795600877,"currency":"eur","metadata":{"order_id":"21","checkout_attempt_id":"602627eb-680e-41b3-82d6-bbef1c661855"},"mode":"payment","payment_intent":"pi_00010","payment_status":"unpaid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_99c438f2e2a88a', 'checkout.session.async_payment_succeeded', 'processed', 1, NULL, 'cs_test_602627eb680e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.373712+00', '2026-11-25 10:01:17.373712+00', '{"id":"evt_99c438f2e2a88a","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_602627eb680e","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"21","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"21","checkout_attempt_id":"602627eb-680e-41b3-82d6-bbef1c661855"},"mode":"payment","payment_intent":"pi_00010","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"paid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.async_payment_succeeded"}'),
	('evt_c1096edff1efb3', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00010', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.375375+00', '2026-11-25 10:01:17.375375+00', '{"id":"evt_c1096edff1efb3","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00010","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00010","metadata":{"order_id":"21","checkout_attempt_id":"602627eb-680e-41b3-82d6-bbef1c661855"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_aaf05a5272850a', 'checkout.session.expired', 'processed', 1, NULL, 'cs_test_1dd52cad1113', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.37979+00', '2026-11-25 10:01:17.37979+00', '{"id":"evt_aaf05a5272850a","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_1dd52cad1113","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"22","created":1795600877,"currency":"eur","metadata":{"order_id":"22","checkout_attempt_id":"1dd52cad-1113-40f8-b7b8-a905375a52f6"},"mode":"payment","payment_intent":"pi_00011","payment_status":"unpaid","status":"expired","subscription":null}},"livemode":false,"type":"checkout.session.expired"}'),
	('evt_539f6d9ae9315c', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_497eacbe9373', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.383328+00', '2026-11-25 10:01:17.383328+00', '{"id":"evt_539f6d9ae9315c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_497eacbe9373","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"22","created":1795600877,"currency":"eur","metadata":{"order_id":"22","checkout_attempt_id":"497eacbe-9373-4e1b-b48b-65f9bd53d60d"},"mode":"payment","payment_intent":"pi_00012","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_726416a8210252', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_9e91b94da9af', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.396811+00', '2026-11-25 10:01:17.396811+00', '{"id":"evt_726416a8210252","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_9e91b94da9af","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"23","created":1795600877,"currency":"eur","metadata":{"order_id":"23","checkout_attempt_id":"9e91b94d-a9af-4a82-8137-046ec4604686"},"mode":"payment","payment_intent":"pi_00014","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_78b1df2c9716af', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00014', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.397969+00', '2026-11-25 10:01:17.397969+00', '{"id":"evt_78b1df2c9716af","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00014","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00014","metadata":{"order_id":"23","checkout_attempt_id":"9e91b94d-a9af-4a82-8137-046ec4604686"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_911db7a5d92f4b', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_e17138923a72', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.411178+00', '2026-11-25 10:01:17.411178+00', '{"id":"evt_911db7a5d92f4b","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_e17138923a72","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"24","created":1795600877,"currency":"eur","metadata":{"order_id":"24","checkout_attempt_id":"e1713892-3a72-4193-9814-71cb03ab54e0"},"mode":"payment","payment_intent":"pi_00015","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_c6801a124753d5', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00015', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.412659+00', '2026-11-25 10:01:17.412659+00', '{"id":"evt_c6801a124753d5","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00015","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00015","metadata":{"order_id":"24","checkout_attempt_id":"e1713892-3a72-4193-9814-71cb03ab54e0"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_35ae1a101a96ea', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_04d9701cf6e8', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.413785+00', '2026-11-25 10:01:17.413785+00', '{"id":"evt_35ae1a101a96ea","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_04d9701cf6e8","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"24","created":1795600877,"currency":"eur","metadata":{"order_id":"24","checkout_attempt_id":"04d9701c-f6e8-4dad-81d3-f756a35334d2"},"mode":"payment","payment_intent":"pi_00016","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_dcebe86aa7d840', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00016', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.414912+00', '2026-11-25 10:01:17.414912+00', '{"id":"evt_dcebe86aa7d840","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00016","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00016","metadata":{"order_id":"24","checkout_attempt_id":"04d9701c-f6e8-4dad-81d3-f756a35334d2"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_cf1b16148aafe1', 'refund.created', 'processed', 1, NULL, 're_aab886ca914362', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.420425+00', '2026-11-25 10:01:17.420425+00', '{"id":"evt_cf1b16148aafe1","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_aab886ca914362","object":"refund","amount":1998,"charge":"ch_00016","created":1795600877,"currency":"eur","metadata":{"order_id":"24","refund_request_id":"568d6ffa-6dcb-4f7f-9ddb-af9b70922844"},"payment_intent":"pi_00016","reason":"duplicate","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_9d0a1b5310ae49', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_ba136801a433', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.426895+00', '2026-11-25 10:01:17.426895+00', '{"id":"evt_9d0a1b5310ae49","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_ba136801a433","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"25","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[{"key":"note","text":{"value":"\ud800"},"type":"text"}],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"25","checkout_attempt_id":"ba136801-a433-454d-bcce-fa03c94bb98f"},"mode":"payment","payment_intent":"pi_00018","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"paid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_a0ce8bd8278c74', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c352150bbbd8a7', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.489363+00', '2026-11-25 10:01:17.489363+00', '{"id":"evt_a0ce8bd8278c74","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_c352150bbbd8a7","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"34","created":1795600877,"currency":"eur","metadata":{"order_id":"34"},"mode":"payment","payment_intent":"pi_00027","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_d6788dfdd29c55', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2d4517dee6f77e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.493161+00', '2026-11-25 10:01:17.493161+00', '{"id":"evt_d6788dfdd29c55","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_2d4517dee6f77e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"35","created":1795600877,"currency":"eur","metadata":{"order_id":"35","checkout_attempt_id":"cb64a676-645c-430b-ac29-7a54d407af4f"},"mode":"payment","payment_intent":"pi_00028","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_fea77fcc8d9983', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2a931bf97004', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.431885+00', '2026-11-25 10:01:17.431885+00', '{"id":"evt_fea77fcc8d9983","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_2a931bf97004","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"26","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u0000\u00eb","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"26","checkout_attempt_id":"2a931bf9-7004-4fb1-a40a-055701435f6f"},"mode":"payment","payment_intent":"pi_00019","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"paid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_48a27c90826b0c', 'checkout.session.completed', 'processed', 2, NULL, 'cs_test_b89ffaf1293e', '2026-10-28.endive', true, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.436592+00', '2026-11-25 10:01:17.4372+00', '{"id":"evt_48a27c90826b0c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_b89ffaf1293e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"27","created":1795600877,"currency":"eur","metadata":{"order_id":"27","checkout_attempt_id":"b89ffaf1-293e-4c1b-9df5-d538e46879d7"},"mode":"payment","payment_intent":"pi_00020","payment_status":"paid","status":"complete","subscription":null}},"livemode":true,"type":"checkout.session.completed"}'),
	('evt_9e7dd5a3d27813', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_f1abe509abdf', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.45672+00', '2026-11-25 10:01:17.45672+00', '{"id":"evt_9e7dd5a3d27813","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_f1abe509abdf","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"30","created":1795600877,"currency":"usd","metadata":{"order_id":"30","checkout_attempt_id":"f1abe509-abdf-4775-b093-a2bc79ff9c13"},"mode":"payment","payment_intent":"pi_00023","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_374479fc4e22d5', 'checkout.session.completed', 'processed', 3, NULL, 'cs_test_4c16b9557781', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.44049+00', '2026-11-25 10:01:17.446197+00', '{"id":"evt_374479fc4e22d5","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_4c16b9557781","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"28","created":1795600877,"currency":"eur","metadata":{"order_id":"28","checkout_attempt_id":"4c16b955-7781-450d-aa03-b74128f88973"},"mode":"payment","payment_intent":"pi_00021","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_ac9a079d6542db', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_0afa49d3d4c5', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.451416+00', '2026-11-25 10:01:17.451416+00', '{"id":"evt_ac9a079d6542db","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_0afa49d3d4c5","object":"checkout.session","amount_subtotal":1,"amount_total":1998,"client_reference_id":"29","created":1795600877,"currency":"eur","metadata":{"order_id":"29","checkout_attempt_id":"0afa49d3-d4c5-4822-8ee7-f4243f269da1"},"mode":"payment","payment_intent":"pi_00022","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_690ce76995f338', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00023', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.458301+00', '2026-11-25 10:01:17.458301+00', '{"id":"evt_690ce76995f338","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00023","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"usd","latest_charge":"ch_00023","metadata":{"order_id":"30","checkout_attempt_id":"f1abe509-abdf-4775-b093-a2bc79ff9c13"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_ec615170d71018', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_d924ce504de8', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.468307+00', '2026-11-25 10:01:17.468307+00', '{"id":"evt_ec615170d71018","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_d924ce504de8","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"31","created":1795600877,"currency":"eur","metadata":{"order_id":"31","checkout_attempt_id":"d924ce50-4de8-4ee8-92e0-938a02ed3321"},"mode":"subscription","payment_intent":"pi_00024","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_5aaf0fef16e60d', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_1a065382256637', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.475753+00', '2026-11-25 10:01:17.475753+00', '{"id":"evt_5aaf0fef16e60d","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_1a065382256637","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"32","created":1795600877,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00025","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_9358a07489214f', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00025', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.477533+00', '2026-11-25 10:01:17.477533+00', '{"id":"evt_9358a07489214f","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00025","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00025","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_1f97c1786967a7', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_e37c31035db470', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.481921+00', '2026-11-25 10:01:17.481921+00', '{"id":"evt_1f97c1786967a7","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_e37c31035db470","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":null,"created":1795600877,"currency":"eur","metadata":{"order_id":"33"},"mode":"payment","payment_intent":"pi_00026","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_c6c6bd64c89139', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_9c61aa54dd9c76', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.498084+00', '2026-11-25 10:01:17.498084+00', '{"id":"evt_c6c6bd64c89139","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_9c61aa54dd9c76","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"36","created":1795600877,"currency":"eur","metadata":{"order_id":"36","checkout_attempt_id":"e1338ee3-9000-40ee-9851-20ac5a5af866"},"mode":"payment","payment_intent":"pi_00029","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_2c63bc9b1a14a9', 'checkout.session.expired', 'processed', 1, NULL, 'cs_test_9ee432b5a7dd33', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.501891+00', '2026-11-25 10:01:17.501891+00', '{"id":"evt_2c63bc9b1a14a9","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_9ee432b5a7dd33","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"37","created":1795600877,"currency":"eur","metadata":{},"mode":"payment","payment_intent":null,"payment_status":"unpaid","status":"expired","subscription":null}},"livemode":false,"type":"checkout.session.expired"}'),
	('evt_c511b72eb3ab8b', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_a35ca0d4cf0c28', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.508178+00', '2026-11-25 10:01:17.508178+00', '{"id":"evt_c511b72eb3ab8b","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_a35ca0d4cf0c28","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"38","created":1795600877,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00031","payment_status":"unpaid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_b8a6f51ec4abaa', 'payment_intent.processing', 'processed', 1, NULL, 'pi_00031', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.512039+00', '2026-11-25 10:01:17.512039+00', '{"id":"evt_b8a6f51ec4abaa","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00031","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600877,"currency":"eur","latest_charge":null,"metadata":{},"status":"processing"}},"livemode":false,"type":"payment_intent.processing"}'),
	('evt_1f05ebdc483d93', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_934e9e8ab3315c', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.514512+00', '2026-11-25 10:01:17.514512+00', '{"id":"evt_1f05ebdc483d93","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_934e9e8ab3315c","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"39","created":1795600877,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00032","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_2414a4e6fbbf13', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00032', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.515885+00', '2026-11-25 10:01:17.515885+00', '{"id":"evt_2414a4e6fbbf13","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00032","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00032","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_cefab96a908aa4', 'refund.created', 'processed', 1, NULL, 're_00033', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.517169+00', '2026-11-25 10:01:17.517169+00', '{"id":"evt_cefab96a908aa4","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00033","object":"refund","amount":1998,"charge":"ch_00032","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00032","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_12c28aa9d2a069', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c53d6918d894', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.523864+00', '2026-11-25 10:01:17.523864+00', '{"id":"evt_12c28aa9d2a069","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_c53d6918d894","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"40","created":1795600877,"currency":"eur","metadata":{"order_id":"40","checkout_attempt_id":"c53d6918-d894-4941-aaf9-2f80af005645"},"mode":"payment","payment_intent":"pi_00034","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_21969d8cb47860', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_d19fa6c4a27904', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.525149+00', '2026-11-25 10:01:17.525149+00', '{"id":"evt_21969d8cb47860","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_d19fa6c4a27904","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"40","created":1795600877,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00035","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_9cb5d9fc97a4fa', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00035', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.526224+00', '2026-11-25 10:01:17.526224+00', '{"id":"evt_9cb5d9fc97a4fa","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00035","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00035","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_f6cb48930e9229', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_40735e100c7f60', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.528741+00', '2026-11-25 10:01:17.528741+00', '{"id":"evt_f6cb48930e9229","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_40735e100c7f60","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"41","created":1735732800,"currency":"eur","customer":"cus_00002","metadata":{},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00001"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_9078bf08617e59', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00001', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.529933+00', '2026-11-25 10:01:17.529933+00', '{"id":"evt_9078bf08617e59","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00001","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_00002","ended_at":null,"items":{"object":"list","data":[{"id":"si_00001","object":"subscription_item","created":1735732800,"subscription":"sub_00001","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_c78ab30bb3c344', 'invoice.paid', 'processed', 1, NULL, 'in_00003', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.53094+00', '2026-11-25 10:01:17.53094+00', '{"id":"evt_c78ab30bb3c344","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00003","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_00002","lines":{"object":"list","data":[{"id":"il_00004","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00001","subscription_item":"si_00001"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"41"},"subscription":"sub_00001"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_8c8e3a9d6ff93c', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00003', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.532119+00', '2026-11-25 10:01:17.532119+00', '{"id":"evt_8c8e3a9d6ff93c","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00003","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00003","payment":{"payment_intent":"pi_invoice_00003","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_3463d39383628a', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_fc62ce42414a', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.538385+00', '2026-11-25 10:01:17.538385+00', '{"id":"evt_3463d39383628a","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_fc62ce42414a","object":"checkout.session","amount_subtotal":1,"amount_total":1998,"client_reference_id":"42","created":1795600877,"currency":"eur","metadata":{"order_id":"42","checkout_attempt_id":"fc62ce42-414a-425c-ba05-a1158230c68d"},"mode":"payment","payment_intent":"pi_00037","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e5452a2637333c', 'refund.created', 'processed', 1, NULL, 're_00038', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.540172+00', '2026-11-25 10:01:17.540172+00', '{"id":"evt_e5452a2637333c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00038","object":"refund","amount":1998,"charge":"ch_00037","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00037","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_983f8b684cc1ff', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_4121a35df1f5', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.545085+00', '2026-11-25 10:01:17.545085+00', '{"id":"evt_983f8b684cc1ff","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_4121a35df1f5","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"43","created":1795600877,"currency":"eur","metadata":{"order_id":"43","checkout_attempt_id":"4121a35d-f1f5-400d-9470-84213c758035"},"mode":"payment","payment_intent":"pi_00039","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_17f0ebfaf3b593', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00039', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.546294+00', '2026-11-25 10:01:17.546294+00', '{"id":"evt_17f0ebfaf3b593","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00039","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00039","metadata":{"order_id":"43","checkout_attempt_id":"4121a35d-f1f5-400d-9470-84213c758035"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_d0388bd152116c', 'refund.created', 'processed', 1, NULL, 're_38da52bd77f199', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.551441+00', '2026-11-25 10:01:17.551441+00', '{"id":"evt_d0388bd152116c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_38da52bd77f199","object":"refund","amount":1998,"charge":"ch_00039","created":1795600877,"currency":"eur","metadata":{"order_id":"43","refund_request_id":"f1913771-cac6-477c-aa4e-eee5027afa9d"},"payment_intent":"pi_00039","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_d87f702d81006c', 'charge.refunded', 'processed', 1, NULL, 'ch_00039', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.553553+00', '2026-11-25 10:01:17.553553+00', '{"id":"evt_d87f702d81006c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_00039","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":1998,"created":1795600877,"currency":"eur","metadata":{"order_id":"43","checkout_attempt_id":"4121a35d-f1f5-400d-9470-84213c758035"},"paid":true,"payment_intent":"pi_00039","refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_9c0a111a9fd6cd', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_930bad266cbb', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.559459+00', '2026-11-25 10:01:17.559459+00', '{"id":"evt_9c0a111a9fd6cd","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_930bad266cbb","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"44","created":1795600877,"currency":"eur","metadata":{"order_id":"44","checkout_attempt_id":"930bad26-6cbb-4d65-baf0-25f7dac13955"},"mode":"payment","payment_intent":"pi_00041","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_7a566b3d29102f', 'charge.refunded', 'processed', 1, NULL, 'ch_00041', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.560729+00', '2026-11-25 10:01:17.560729+00', '{"id":"evt_7a566b3d29102f","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_00041","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":1998,"created":1795600877,"currency":"eur","metadata":{"order_id":"44","checkout_attempt_id":"930bad26-6cbb-4d65-baf0-25f7dac13955"},"paid":true,"payment_intent":"pi_00041","refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_e3092cc05eff23', 'refund.created', 'processed', 1, NULL, 're_00043', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.565599+00', '2026-11-25 10:01:17.565599+00', '{"id":"evt_e3092cc05eff23","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00043","object":"refund","amount":1998,"charge":"ch_00042","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00042","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_77bcac9b9f8da8', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00042', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.566467+00', '2026-11-25 10:01:17.566467+00', '{"id":"evt_77bcac9b9f8da8","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00042","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00042","metadata":{"order_id":"45","checkout_attempt_id":"58b88ac0-17fd-4d58-a630-c1678d395f2e"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_69c7b0e33e5115', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_58b88ac017fd', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.567306+00', '2026-11-25 10:01:17.567306+00', '{"id":"evt_69c7b0e33e5115","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_58b88ac017fd","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"45","created":1795600877,"currency":"eur","metadata":{"order_id":"45","checkout_attempt_id":"58b88ac0-17fd-4d58-a630-c1678d395f2e"},"mode":"payment","payment_intent":"pi_00042","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_4972077c575667', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_770880d3a517', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.575897+00', '2026-11-25 10:01:17.575897+00', '{"id":"evt_4972077c575667","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_770880d3a517","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"46","created":1795600877,"currency":"eur","metadata":{"order_id":"46","checkout_attempt_id":"770880d3-a517-4215-b7d6-203e289aaa6c"},"mode":"payment","payment_intent":"pi_00044","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_0ade87aec282db', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00044', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.579823+00', '2026-11-25 10:01:17.579823+00', '{"id":"evt_0ade87aec282db","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00044","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00044","metadata":{"order_id":"46","checkout_attempt_id":"770880d3-a517-4215-b7d6-203e289aaa6c"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_bbdf5fafdda675', 'charge.refund.updated', 'processed', 1, NULL, 're_00045', '2020-08-27', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.580915+00', '2026-11-25 10:01:17.580915+00', '{"id":"evt_bbdf5fafdda675","object":"event","api_version":"2020-08-27","created":1795600877,"data":{"object":{"id":"re_00045","object":"refund","amount":1998,"charge":"ch_00044","created":1795600877,"currency":"eur","metadata":{},"reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.refund.updated"}'),
	('evt_172bd929b3d87c', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_42aa57aae547', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.586483+00', '2026-11-25 10:01:17.586483+00', '{"id":"evt_172bd929b3d87c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_42aa57aae547","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"47","created":1795600877,"currency":"eur","metadata":{"order_id":"47","checkout_attempt_id":"42aa57aa-e547-4ced-8a22-a6c55acd8571"},"mode":"payment","payment_intent":"pi_00046","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_ba32a39ad72fe3', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00046', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.587719+00', '2026-11-25 10:01:17.587719+00', '{"id":"evt_ba32a39ad72fe3","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00046","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00046","metadata":{"order_id":"47","checkout_attempt_id":"42aa57aa-e547-4ced-8a22-a6c55acd8571"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_5101bd97a68514', 'refund.created', 'processed', 1, NULL, 're_1cc453050f7398', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.592618+00', '2026-11-25 10:01:17.592618+00', '{"id":"evt_5101bd97a68514","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_1cc453050f7398","object":"refund","amount":500,"charge":"ch_00046","created":1795600877,"currency":"eur","metadata":{"order_id":"47","refund_request_id":"554c34bd-9c6f-4b26-8f0e-4e66baa18543"},"payment_intent":"pi_00046","reason":null,"status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_cf72eadde3d09e', 'charge.refunded', 'processed', 1, NULL, 'ch_00046', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.593725+00', '2026-11-25 10:01:17.593725+00', '{"id":"evt_cf72eadde3d09e","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_00046","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":500,"created":1795600877,"currency":"eur","metadata":{"order_id":"47","checkout_attempt_id":"42aa57aa-e547-4ced-8a22-a6c55acd8571"},"paid":true,"payment_intent":"pi_00046","refunded":false,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_74bfc7c9146618', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_6606a0a5493b', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.600397+00', '2026-11-25 10:01:17.600397+00', '{"id":"evt_74bfc7c9146618","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_6606a0a5493b","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"48","created":1795600877,"currency":"eur","metadata":{"order_id":"48","checkout_attempt_id":"6606a0a5-493b-41f3-96c4-0f0579d5f764"},"mode":"payment","payment_intent":"pi_00048","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_514d72bd44b55c', 'refund.created', 'processed', 1, NULL, 're_00049', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.602285+00', '2026-11-25 10:01:17.602285+00', '{"id":"evt_514d72bd44b55c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00049","object":"refund","amount":999,"charge":"ch_00048","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00048","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_c256a8fb096271', 'refund.created', 'processed', 1, NULL, 're_00050', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.603435+00', '2026-11-25 10:01:17.603435+00', '{"id":"evt_c256a8fb096271","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00050","object":"refund","amount":999,"charge":"ch_00048","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00048","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_aeae915864659d', 'charge.refunded', 'processed', 1, NULL, 'ch_00048', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.604521+00', '2026-11-25 10:01:17.604521+00', '{"id":"evt_aeae915864659d","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_00048","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":1998,"created":1795600877,"currency":"eur","metadata":{"order_id":"48","checkout_attempt_id":"6606a0a5-493b-41f3-96c4-0f0579d5f764"},"paid":true,"payment_intent":"pi_00048","refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_043c767181bdc3', 'refund.failed', 'processed', 1, NULL, 're_00050', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.605405+00', '2026-11-25 10:01:17.605405+00', '{"id":"evt_043c767181bdc3","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00050","object":"refund","amount":999,"charge":"ch_00048","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00048","reason":"requested_by_customer","status":"failed"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"refund.failed"}'),
	('evt_aa59c3daa79941', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_5dc69e12ff36', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.610339+00', '2026-11-25 10:01:17.610339+00', '{"id":"evt_aa59c3daa79941","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_5dc69e12ff36","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"49","created":1795600877,"currency":"eur","metadata":{"order_id":"49","checkout_attempt_id":"5dc69e12-ff36-41ef-a49e-6a926c3020a2"},"mode":"payment","payment_intent":"pi_00051","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_eceeb25861c28a', 'refund.created', 'processed', 1, NULL, 're_00052', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.611539+00', '2026-11-25 10:01:17.611539+00', '{"id":"evt_eceeb25861c28a","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00052","object":"refund","amount":1998,"charge":"ch_00051","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00051","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_de007aa83aea6b', 'refund.failed', 'processed', 1, NULL, 're_00052', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.612671+00', '2026-11-25 10:01:17.612671+00', '{"id":"evt_de007aa83aea6b","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00052","object":"refund","amount":1998,"charge":"ch_00051","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00051","reason":"requested_by_customer","status":"failed"}},"livemode":false,"type":"refund.failed"}'),
	('evt_7cf9a1f0c13936', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_6800bcc48628', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.618718+00', '2026-11-25 10:01:17.618718+00', '{"id":"evt_7cf9a1f0c13936","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_6800bcc48628","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"50","created":1795600877,"currency":"eur","metadata":{"order_id":"50","checkout_attempt_id":"6800bcc4-8628-45f9-9aa6-5971ec33b6d3"},"mode":"payment","payment_intent":"pi_00053","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_3bf93a628ee3f9', 'refund.created', 'processed', 1, NULL, 're_3c214160a5b1f0', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.62488+00', '2026-11-25 10:01:17.62488+00', '{"id":"evt_3bf93a628ee3f9","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_3c214160a5b1f0","object":"refund","amount":1998,"charge":"ch_00053","created":1795600877,"currency":"eur","metadata":{"order_id":"50","refund_request_id":"c667b094-90c6-46ec-8183-d53961809a1e"},"payment_intent":"pi_00053","reason":"requested_by_customer","status":"pending"}},"livemode":false,"type":"refund.created"}'),
	('evt_717a63fabdc2b2', 'charge.refunded', 'processed', 1, NULL, 'ch_00053', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.625972+00', '2026-11-25 10:01:17.625972+00', '{"id":"evt_717a63fabdc2b2","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_00053","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":1998,"created":1795600877,"currency":"eur","metadata":{"order_id":"50","checkout_attempt_id":"6800bcc4-8628-45f9-9aa6-5971ec33b6d3"},"paid":true,"payment_intent":"pi_00053","refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_3c8cb695d8f83d', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_9ed878b743f2', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.63085+00', '2026-11-25 10:01:17.63085+00', '{"id":"evt_3c8cb695d8f83d","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_9ed878b743f2","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"51","created":1795600877,"currency":"eur","metadata":{"order_id":"51","checkout_attempt_id":"9ed878b7-43f2-498f-ad66-e386595ee9ef"},"mode":"payment","payment_intent":"pi_00055","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_8dc61a045e8451', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_ab57befa44c9', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.651465+00', '2026-11-25 10:01:17.651465+00', '{"id":"evt_8dc61a045e8451","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_ab57befa44c9","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"52","created":1795600877,"currency":"eur","metadata":{"order_id":"52","checkout_attempt_id":"ab57befa-44c9-4599-9158-4d67c203de82"},"mode":"payment","payment_intent":"pi_00056","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}');
INSERT INTO public.stripe_events VALUES
	('evt_0d4fb8be63c71c', 'refund.created', 'processed', 1, NULL, 're_00057', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.657518+00', '2026-11-25 10:01:17.657518+00', '{"id":"evt_0d4fb8be63c71c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00057","object":"refund","amount":1998,"charge":"ch_00056","created":1795600877,"currency":"eur","metadata":{"order_id":"52","refund_request_id":"a6c0129d-b93d-47e2-809f-699c90e30d06"},"payment_intent":"pi_00056","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_71aef4bdf37204', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_28596450829e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.662762+00', '2026-11-25 10:01:17.662762+00', '{"id":"evt_71aef4bdf37204","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_28596450829e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"53","created":1795600877,"currency":"eur","metadata":{"order_id":"53","checkout_attempt_id":"28596450-829e-4945-9df1-c4e4588ab933"},"mode":"payment","payment_intent":"pi_00058","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_a0108a39e4253c', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00058', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.664145+00', '2026-11-25 10:01:17.664145+00', '{"id":"evt_a0108a39e4253c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00058","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00058","metadata":{"order_id":"53","checkout_attempt_id":"28596450-829e-4945-9df1-c4e4588ab933"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_b4cc18a68334ce', 'charge.dispute.created', 'processed', 1, NULL, 'du_00059', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.665142+00', '2026-11-25 10:01:17.665142+00', '{"id":"evt_b4cc18a68334ce","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00059","object":"dispute","amount":1998,"charge":"ch_00058","created":1795600877,"currency":"eur","is_charge_refundable":false,"livemode":false,"metadata":{},"payment_intent":"pi_00058","reason":"fraudulent","status":"needs_response"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.created"}'),
	('evt_d9fa64bdf020c8', 'charge.dispute.funds_withdrawn', 'processed', 1, NULL, 'du_00059', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.666777+00', '2026-11-25 10:01:17.666777+00', '{"id":"evt_d9fa64bdf020c8","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00059","object":"dispute","amount":1998,"charge":"ch_00058","created":1795600877,"currency":"eur","is_charge_refundable":false,"livemode":false,"metadata":{},"payment_intent":"pi_00058","reason":"fraudulent","status":"needs_response"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.funds_withdrawn"}'),
	('evt_9a2568ccd8c03c', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_7b00339f3dae', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.675649+00', '2026-11-25 10:01:17.675649+00', '{"id":"evt_9a2568ccd8c03c","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_7b00339f3dae","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"54","created":1795600877,"currency":"eur","metadata":{"order_id":"54","checkout_attempt_id":"7b00339f-3dae-4e80-9389-3d4dd6a4f18c"},"mode":"payment","payment_intent":"pi_00060","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_c838f8cb9d338d', 'charge.dispute.created', 'processed', 1, NULL, 'du_00061', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.676938+00', '2026-11-25 10:01:17.676938+00', '{"id":"evt_c838f8cb9d338d","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00061","object":"dispute","amount":1998,"charge":"ch_00060","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00060","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_24c943cbb52dc3', 'charge.dispute.closed', 'processed', 1, NULL, 'du_00061', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.678056+00', '2026-11-25 10:01:17.678056+00', '{"id":"evt_24c943cbb52dc3","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00061","object":"dispute","amount":1998,"charge":"ch_00060","created":1795600877,"currency":"eur","is_charge_refundable":false,"livemode":false,"metadata":{},"payment_intent":"pi_00060","reason":"fraudulent","status":"lost"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.closed"}'),
	('evt_4af80a9aa09721', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c21d3dd11691', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.686929+00', '2026-11-25 10:01:17.686929+00', '{"id":"evt_4af80a9aa09721","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_c21d3dd11691","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"55","created":1795600877,"currency":"eur","metadata":{"order_id":"55","checkout_attempt_id":"c21d3dd1-1691-4352-b7f6-471ce96b0300"},"mode":"payment","payment_intent":"pi_00062","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_550c83cf986d52', 'charge.dispute.created', 'processed', 1, NULL, 'du_00063', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.688172+00', '2026-11-25 10:01:17.688172+00', '{"id":"evt_550c83cf986d52","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00063","object":"dispute","amount":1998,"charge":"ch_00062","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00062","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_6f69866d1919d9', 'charge.dispute.funds_withdrawn', 'processed', 1, NULL, 'du_00063', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.689343+00', '2026-11-25 10:01:17.689343+00', '{"id":"evt_6f69866d1919d9","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00063","object":"dispute","amount":1998,"charge":"ch_00062","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00062","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.funds_withdrawn"}'),
	('evt_54bc204299fcb1', 'charge.dispute.closed', 'processed', 1, NULL, 'du_00063', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.690261+00', '2026-11-25 10:01:17.690261+00', '{"id":"evt_54bc204299fcb1","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00063","object":"dispute","amount":1998,"charge":"ch_00062","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00062","reason":"fraudulent","status":"won"}},"livemode":false,"type":"charge.dispute.closed"}'),
	('evt_0d90684d127f0a', 'charge.dispute.funds_reinstated', 'processed', 1, NULL, 'du_00063', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.691311+00', '2026-11-25 10:01:17.691311+00', '{"id":"evt_0d90684d127f0a","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00063","object":"dispute","amount":1998,"charge":"ch_00062","created":1795600877,"currency":"eur","is_charge_refundable":false,"livemode":false,"metadata":{},"payment_intent":"pi_00062","reason":"fraudulent","status":"won"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.funds_reinstated"}'),
	('evt_65e18f2b3b119f', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_bd0c06720cc5', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.695644+00', '2026-11-25 10:01:17.695644+00', '{"id":"evt_65e18f2b3b119f","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_bd0c06720cc5","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"56","created":1795600877,"currency":"eur","metadata":{"order_id":"56","checkout_attempt_id":"bd0c0672-0cc5-4619-9f62-d7b10ae99408"},"mode":"payment","payment_intent":"pi_00064","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_83cf7189b6a678', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00064', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.696757+00', '2026-11-25 10:01:17.696757+00', '{"id":"evt_83cf7189b6a678","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_00064","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":"ch_00064","metadata":{"order_id":"56","checkout_attempt_id":"bd0c0672-0cc5-4619-9f62-d7b10ae99408"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_db91616d3827c2', 'charge.dispute.created', 'processed', 1, NULL, 'du_00065', '2017-08-15', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.697597+00', '2026-11-25 10:01:17.697597+00', '{"id":"evt_db91616d3827c2","object":"event","api_version":"2017-08-15","created":1795600877,"data":{"object":{"id":"du_00065","object":"dispute","amount":1998,"charge":"ch_00064","created":1795600877,"currency":"eur","is_charge_refundable":false,"livemode":false,"metadata":{},"reason":"fraudulent","status":"needs_response"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.created"}'),
	('evt_635f2c2e8ffc65', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00008', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.736222+00', '2026-11-25 10:01:17.736222+00', '{"id":"evt_635f2c2e8ffc65","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"inpay_00008","object":"invoice_payment","amount_paid":1998,"created":1738324800,"currency":"eur","invoice":"in_00008","payment":{"payment_intent":"pi_invoice_00008","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_93ada5aa048158', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_bc78d69f730a', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.702093+00', '2026-11-25 10:01:17.702093+00', '{"id":"evt_93ada5aa048158","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"cs_test_bc78d69f730a","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":1998,"amount_total":1998,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"57","client_secret":null,"consent":null,"created":1795600877,"currency":"eur","currency_conversion":null,"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"57","checkout_attempt_id":"bc78d69f-730a-4f72-ad57-e7baeee9a1c9"},"payment_intent":"pi_00066","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_20f446b2176e88', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00066', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.703159+00', '2026-11-25 10:01:17.703159+00', '{"id":"evt_20f446b2176e88","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"pi_00066","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600877,"currency":"eur","latest_charge":null,"livemode":false,"metadata":{"order_id":"57","checkout_attempt_id":"bc78d69f-730a-4f72-ad57-e7baeee9a1c9"},"status":"succeeded","charges":{"data":[{"id":"ch_00066","paid":true},{"id":"ch_declined","paid":false}]}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.succeeded"}'),
	('evt_201ea967179fdc', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_d18521e57cca', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.708735+00', '2026-11-25 10:01:17.708735+00', '{"id":"evt_201ea967179fdc","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_d18521e57cca","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"58","created":1795600877,"currency":"eur","metadata":{"order_id":"58","checkout_attempt_id":"d18521e5-7cca-4884-a6d7-daa69575416c"},"mode":"payment","payment_intent":"pi_00067","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_b8bbd1cf7b1408', 'charge.refunded', 'processed', 1, NULL, 'ch_00067', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.709855+00', '2026-11-25 10:01:17.709855+00', '{"id":"evt_b8bbd1cf7b1408","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"ch_00067","object":"charge","amount":1998,"amount_refunded":500,"created":1795600877,"currency":"eur","livemode":false,"metadata":{"order_id":"58","checkout_attempt_id":"d18521e5-7cca-4884-a6d7-daa69575416c"},"paid":true,"payment_intent":"pi_00067","refunded":true,"status":"succeeded","refunds":{"object":"list","data":[{"id":"re_00068","object":"refund","amount":500,"created":1795600877,"currency":"eur","metadata":{},"reason":"requested_by_customer","status":"succeeded"}],"has_more":false}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.refunded"}'),
	('evt_500e999d973d83', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_33b6e15d0421', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.714183+00', '2026-11-25 10:01:17.714183+00', '{"id":"evt_500e999d973d83","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_33b6e15d0421","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"59","created":1795600877,"currency":"eur","metadata":{"order_id":"59","checkout_attempt_id":"33b6e15d-0421-4528-9e09-10087505ae46"},"mode":"payment","payment_intent":"pi_00069","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_940e7f4c93c734', 'refund.created', 'processed', 1, NULL, 're_00070', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.715373+00', '2026-11-25 10:01:17.715373+00', '{"id":"evt_940e7f4c93c734","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"re_00070","object":"refund","amount":499,"charge":null,"created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00069","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"refund.created"}'),
	('evt_56ff7f4c2728c9', 'refund.updated', 'processed', 1, NULL, 're_00071', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.71622+00', '2026-11-25 10:01:17.71622+00', '{"id":"evt_56ff7f4c2728c9","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"re_00071","object":"refund","amount":499,"charge":{"id":"ch_00069","object":"charge","payment_intent":"pi_00069"},"created":1795600877,"currency":"eur","metadata":{},"payment_intent":{"id":"pi_00069","object":"payment_intent"},"reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"refund.updated"}'),
	('evt_f1bca3b808d191', 'charge.refund.updated', 'processed', 1, NULL, 're_00072', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.717193+00', '2026-11-25 10:01:17.717193+00', '{"id":"evt_f1bca3b808d191","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"re_00072","object":"refund","amount":500,"charge":{"id":"ch_00069","object":"charge","payment_intent":"pi_00069"},"created":1795600877,"currency":"eur","metadata":{},"payment_intent":null,"reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.refund.updated"}'),
	('evt_8e7124ff4dbdea', 'refund.created', 'processed', 1, NULL, 're_00073', '2019-05-16', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.718263+00', '2026-11-25 10:01:17.718263+00', '{"id":"evt_8e7124ff4dbdea","object":"event","api_version":"2019-05-16","created":1795600877,"data":{"object":{"id":"re_00073","object":"refund","amount":500,"charge":"ch_00069","created":1795600877,"currency":"eur","metadata":{},"payment_intent":"pi_00069","reason":"requested_by_customer","status":null}},"livemode":false,"type":"refund.created"}'),
	('evt_92ab5cb0cd90c4', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00006', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:00+00', 'webhook', '2026-11-25 10:01:17.737141+00', '2026-11-25 10:01:17.737141+00', '{"id":"evt_92ab5cb0cd90c4","object":"event","api_version":"2026-10-28.endive","created":1735732800,"data":{"object":{"id":"pi_invoice_00006","object":"payment_intent","amount":1998,"amount_received":1998,"created":1735732800,"currency":"eur","latest_charge":"ch_invoice_00006","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_565201e4f1b381', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_0ab96d0c0aa2', '2024-06-20', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.722716+00', '2026-11-25 10:01:17.722716+00', '{"id":"evt_565201e4f1b381","object":"event","api_version":"2024-06-20","created":1795600877,"data":{"object":{"id":"cs_test_0ab96d0c0aa2","object":"checkout.session","adaptive_pricing":{"enabled":true},"after_expiration":null,"allow_promotion_codes":null,"amount_subtotal":2158,"amount_total":2158,"automatic_tax":{"enabled":false,"liability":null,"provider":null,"status":null},"billing_address_collection":null,"cancel_url":"https://shop.example.com/cart","client_reference_id":"60","client_secret":null,"consent":null,"created":1795600877,"currency":"usd","currency_conversion":{"amount_subtotal":1998,"amount_total":1998,"fx_rate":"0.9259","source_currency":"eur"},"custom_fields":[],"custom_text":{"after_submit":null,"shipping_address":null,"submit":null},"customer":null,"customer_creation":"if_required","customer_details":{"address":{"city":null,"country":"DE","line1":null,"postal_code":null,"state":null},"email":"buyer@example.com","name":"Zo\u00eb M\u00fcller","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":"buyer@example.com","discounts":[],"expires_at":3650000000,"invoice":null,"livemode":false,"locale":null,"metadata":{"order_id":"60","checkout_attempt_id":"0ab96d0c-0aa2-40f3-93b5-e7a6e202180e"},"mode":"payment","payment_intent":"pi_00074","payment_link":null,"payment_method_collection":"if_required","payment_method_types":["card"],"payment_status":"paid","phone_number_collection":{"enabled":false},"shipping_cost":null,"shipping_options":[],"status":"complete","submit_type":null,"subscription":null,"success_url":"https://shop.example.com/thanks","total_details":{"amount_discount":0,"amount_shipping":0,"amount_tax":0},"ui_mode":"hosted_page","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}'),
	('evt_790ad09ba50ece', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00074', '2024-06-20', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.723874+00', '2026-11-25 10:01:17.723874+00', '{"id":"evt_790ad09ba50ece","object":"event","api_version":"2024-06-20","created":1795600877,"data":{"object":{"id":"pi_00074","object":"payment_intent","amount":2158,"amount_received":2158,"created":1795600877,"currency":"usd","latest_charge":"ch_00074","livemode":false,"metadata":{"order_id":"60","checkout_attempt_id":"0ab96d0c-0aa2-40f3-93b5-e7a6e202180e"},"status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"payment_intent.succeeded"}'),
	('evt_515e9e8e5a77ef', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_7d6c446c8cdc', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.729777+00', '2026-11-25 10:01:17.729777+00', '{"id":"evt_515e9e8e5a77ef","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_7d6c446c8cdc","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"61","created":1735732800,"currency":"eur","customer":"cus_c3a072c997d0c1","metadata":{"order_id":"61","checkout_attempt_id":"7d6c446c-8cdc-4cfa-b63b-187cf51036e9"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00005"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e9503099d98534', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00005', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.730946+00', '2026-11-25 10:01:17.730946+00', '{"id":"evt_e9503099d98534","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00005","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_c3a072c997d0c1","ended_at":null,"items":{"object":"list","data":[{"id":"si_00005","object":"subscription_item","created":1735732800,"subscription":"sub_00005","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"61","checkout_attempt_id":"7d6c446c-8cdc-4cfa-b63b-187cf51036e9"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_e7b650f6e813cd', 'invoice.paid', 'processed', 1, NULL, 'in_00006', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.732156+00', '2026-11-25 10:01:17.732156+00', '{"id":"evt_e7b650f6e813cd","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00006","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_c3a072c997d0c1","lines":{"object":"list","data":[{"id":"il_00007","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00005","subscription_item":"si_00005"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"61"},"subscription":"sub_00005"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_13d2c46f91e321', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00006', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.733149+00', '2026-11-25 10:01:17.733149+00', '{"id":"evt_13d2c46f91e321","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00006","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00006","payment":{"payment_intent":"pi_invoice_00006","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_d78a468d7bf186', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00005', '2026-10-28.endive', false, NULL, '2025-01-31 12:00:00+00', 'webhook', '2026-11-25 10:01:17.734101+00', '2026-11-25 10:01:17.734101+00', '{"id":"evt_d78a468d7bf186","object":"event","api_version":"2026-10-28.endive","created":1738324800,"data":{"object":{"id":"sub_00005","object":"subscription","billing_cycle_anchor":1735732800,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"collection_method":"charge_automatically","created":1735732800,"currency":"eur","customer":"cus_c3a072c997d0c1","ended_at":null,"items":{"object":"list","data":[{"id":"si_00005","object":"subscription_item","created":1735732800,"quantity":2,"subscription":"sub_00005","current_period_start":1738324800,"current_period_end":3627892800}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"61","checkout_attempt_id":"7d6c446c-8cdc-4cfa-b63b-187cf51036e9"},"pause_collection":null,"start_date":1735732800,"status":"active","trial_end":null,"trial_start":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.updated"}'),
	('evt_47ea41dfc74c8c', 'invoice.paid', 'processed', 1, NULL, 'in_00008', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.735212+00', '2026-11-25 10:01:17.735212+00', '{"id":"evt_47ea41dfc74c8c","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"in_00008","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1738324800,"currency":"eur","customer":"cus_c3a072c997d0c1","lines":{"object":"list","data":[{"id":"il_00009","object":"line_item","amount":1998,"currency":"eur","period":{"start":1738324800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00005","subscription_item":"si_00005"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"61"},"subscription":"sub_00005"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_82d7ebda9bfbbe', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_462bbef73da4', '2024-06-20', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.742854+00', '2026-11-25 10:01:17.742854+00', '{"id":"evt_82d7ebda9bfbbe","object":"event","api_version":"2024-06-20","created":1735732802,"data":{"object":{"id":"cs_test_462bbef73da4","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"62","created":1735732800,"currency":"eur","customer":"cus_bf2ff5c7ed46a6","metadata":{"order_id":"62","checkout_attempt_id":"462bbef7-3da4-4958-964b-595600c8563b"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00010"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_a2fa5debbf25b3', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00010', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.744044+00', '2026-11-25 10:01:17.744044+00', '{"id":"evt_a2fa5debbf25b3","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00010","object":"subscription","billing_cycle_anchor":1735732800,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"collection_method":"charge_automatically","created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":1738324800,"customer":"cus_bf2ff5c7ed46a6","ended_at":null,"items":{"object":"list","data":[{"id":"si_00010","object":"subscription_item","created":1735732800,"quantity":2,"subscription":"sub_00010"}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"62","checkout_attempt_id":"462bbef7-3da4-4958-964b-595600c8563b"},"pause_collection":null,"start_date":1735732800,"status":"active","trial_end":null,"trial_start":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.created"}'),
	('evt_9a38cd79eef66d', 'invoice.paid', 'processed', 1, NULL, 'in_00011', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.744991+00', '2026-11-25 10:01:17.744991+00', '{"id":"evt_9a38cd79eef66d","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00011","object":"invoice","amount_due":1998,"amount_paid":1998,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_create","collection_method":"charge_automatically","created":1735732800,"currency":"eur","customer":"cus_bf2ff5c7ed46a6","lines":{"object":"list","data":[{"id":"il_00012","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1735732800,"end":1738324800},"quantity":2,"proration":false,"subscription":"sub_00010","type":"subscription"}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"paid","subtotal":1998,"total":1998,"paid":true,"payment_intent":"pi_invoice_00011","subscription":"sub_00010"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.paid"}'),
	('evt_b6841ad183afce', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00010', '2024-06-20', false, NULL, '2025-01-31 12:00:00+00', 'webhook', '2026-11-25 10:01:17.745837+00', '2026-11-25 10:01:17.745837+00', '{"id":"evt_b6841ad183afce","object":"event","api_version":"2024-06-20","created":1738324800,"data":{"object":{"id":"sub_00010","object":"subscription","billing_cycle_anchor":1735732800,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"collection_method":"charge_automatically","created":1735732800,"currency":"eur","current_period_start":1738324800,"current_period_end":3627892800,"customer":"cus_bf2ff5c7ed46a6","ended_at":null,"items":{"object":"list","data":[{"id":"si_00010","object":"subscription_item","created":1735732800,"quantity":2,"subscription":"sub_00010"}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"62","checkout_attempt_id":"462bbef7-3da4-4958-964b-595600c8563b"},"pause_collection":null,"start_date":1735732800,"status":"active","trial_end":null,"trial_start":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.updated"}'),
	('evt_2deaf8784429ce', 'invoice.paid', 'processed', 1, NULL, 'in_00013', '2024-06-20', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.746807+00', '2026-11-25 10:01:17.746807+00', '{"id":"evt_2deaf8784429ce","object":"event","api_version":"2024-06-20","created":1738328400,"data":{"object":{"id":"in_00013","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1738324800,"currency":"eur","customer":"cus_bf2ff5c7ed46a6","lines":{"object":"list","data":[{"id":"il_00014","object":"line_item","amount":1998,"currency":"eur","period":{"start":1738324800,"end":3627892800},"proration":false,"subscription":"sub_00010","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00013","subscription":"sub_00010"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_7494889711e17c', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00011', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:00+00', 'webhook', '2026-11-25 10:01:17.747845+00', '2026-11-25 10:01:17.747845+00', '{"id":"evt_7494889711e17c","object":"event","api_version":"2026-10-28.endive","created":1735732800,"data":{"object":{"id":"pi_invoice_00011","object":"payment_intent","amount":1998,"amount_received":1998,"created":1735732800,"currency":"eur","latest_charge":"ch_invoice_00011","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_551a58308df299', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_06fa12a084c0', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.752595+00', '2026-11-25 10:01:17.752595+00', '{"id":"evt_551a58308df299","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"cs_test_06fa12a084c0","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"63","created":1795600877,"currency":"eur","metadata":{"order_id":"63","checkout_attempt_id":"06fa12a0-84c0-4d59-8911-3b24124180e9"},"mode":"payment","payment_intent":"pi_00077","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e0b35732713e50', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_7e34782981fb', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.758304+00', '2026-11-25 10:01:17.758304+00', '{"id":"evt_e0b35732713e50","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_7e34782981fb","object":"checkout.session","amount_subtotal":0,"amount_total":0,"client_reference_id":"64","created":1735732800,"currency":"eur","customer":"cus_e3900f6636a6f9","metadata":{"order_id":"64","checkout_attempt_id":"7e347829-81fb-4c39-98ed-78f6935fdf8f"},"mode":"subscription","payment_intent":null,"payment_status":"no_payment_required","status":"complete","subscription":"sub_00015"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_d15bd75ad470ea', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00015', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.759486+00', '2026-11-25 10:01:17.759486+00', '{"id":"evt_d15bd75ad470ea","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00015","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_e3900f6636a6f9","ended_at":null,"items":{"object":"list","data":[{"id":"si_00015","object":"subscription_item","created":1735732800,"subscription":"sub_00015","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"64","checkout_attempt_id":"7e347829-81fb-4c39-98ed-78f6935fdf8f"},"pause_collection":null,"status":"trialing","trial_end":3627892800}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_a4caa65525aa46', 'invoice.paid', 'processed', 1, NULL, 'in_00016', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.760517+00', '2026-11-25 10:01:17.760517+00', '{"id":"evt_a4caa65525aa46","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00016","object":"invoice","amount_paid":0,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_e3900f6636a6f9","lines":{"object":"list","data":[{"id":"il_00017","object":"line_item","amount":0,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00015","subscription_item":"si_00015"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"64"},"subscription":"sub_00015"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_6bb5bb3cdc5090', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_bd8f8a327200', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:42+00', 'webhook', '2026-11-25 10:01:17.76592+00', '2026-11-25 10:01:17.76592+00', '{"id":"evt_6bb5bb3cdc5090","object":"event","api_version":"2026-10-28.endive","created":1000000002,"data":{"object":{"id":"cs_test_bd8f8a327200","object":"checkout.session","amount_subtotal":0,"amount_total":0,"client_reference_id":"65","created":1000000000,"currency":"eur","customer":"cus_417cbf4e5a8949","metadata":{"order_id":"65","checkout_attempt_id":"bd8f8a32-7200-496a-95bd-e1d04e1722f5"},"mode":"subscription","payment_intent":null,"payment_status":"no_payment_required","status":"complete","subscription":"sub_00018"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_3974b3a9fd254d', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00018', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:17.766989+00', '2026-11-25 10:01:17.766989+00', '{"id":"evt_3974b3a9fd254d","object":"event","api_version":"2026-10-28.endive","created":1000000001,"data":{"object":{"id":"sub_00018","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_417cbf4e5a8949","ended_at":null,"items":{"object":"list","data":[{"id":"si_00018","object":"subscription_item","created":1000000000,"subscription":"sub_00018","current_period_start":1000000000,"current_period_end":1001209600}],"has_more":false},"metadata":{"order_id":"65","checkout_attempt_id":"bd8f8a32-7200-496a-95bd-e1d04e1722f5"},"pause_collection":null,"status":"trialing","trial_end":1001209600}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_e0569c9847d032', 'customer.subscription.trial_will_end', 'processed', 1, NULL, 'sub_00018', '2026-10-28.endive', false, NULL, '2001-09-20 01:46:40+00', 'webhook', '2026-11-25 10:01:17.767952+00', '2026-11-25 10:01:17.767952+00', '{"id":"evt_e0569c9847d032","object":"event","api_version":"2026-10-28.endive","created":1000950400,"data":{"object":{"id":"sub_00018","object":"subscription","billing_cycle_anchor":1000000000,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"collection_method":"charge_automatically","created":1000000000,"currency":"eur","customer":"cus_417cbf4e5a8949","ended_at":null,"items":{"object":"list","data":[{"id":"si_00018","object":"subscription_item","created":1000000000,"quantity":2,"subscription":"sub_00018","current_period_start":1000000000,"current_period_end":1001209600}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"65","checkout_attempt_id":"bd8f8a32-7200-496a-95bd-e1d04e1722f5"},"pause_collection":null,"start_date":1000000000,"status":"trialing","trial_end":1001209600,"trial_start":1000000000}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.trial_will_end"}'),
	('evt_05adefde60affd', 'customer.subscription.paused', 'processed', 1, NULL, 'sub_00018', '2026-10-28.endive', false, NULL, '2001-09-23 01:46:40+00', 'webhook', '2026-11-25 10:01:17.768865+00', '2026-11-25 10:01:17.768865+00', '{"id":"evt_05adefde60affd","object":"event","api_version":"2026-10-28.endive","created":1001209600,"data":{"object":{"id":"sub_00018","object":"subscription","billing_cycle_anchor":1000000000,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"collection_method":"charge_automatically","created":1000000000,"currency":"eur","customer":"cus_417cbf4e5a8949","ended_at":null,"items":{"object":"list","data":[{"id":"si_00018","object":"subscription_item","created":1000000000,"quantity":2,"subscription":"sub_00018","current_period_start":1000000000,"current_period_end":1001209600}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"65","checkout_attempt_id":"bd8f8a32-7200-496a-95bd-e1d04e1722f5"},"pause_collection":null,"start_date":1000000000,"status":"paused","trial_end":1001209600,"trial_start":1000000000}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.paused"}'),
	('evt_fe4bafe6e8cf56', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_53debdd62747', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:42+00', 'webhook', '2026-11-25 10:01:17.774971+00', '2026-11-25 10:01:17.774971+00', '{"id":"evt_fe4bafe6e8cf56","object":"event","api_version":"2026-10-28.endive","created":1000000002,"data":{"object":{"id":"cs_test_53debdd62747","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"66","created":1000000000,"currency":"eur","customer":"cus_42724412c022f3","metadata":{"order_id":"66","checkout_attempt_id":"53debdd6-2747-4167-8719-ccc9e6fc821e"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00019"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_a1ddbe5ec124af', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00019', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:17.77618+00', '2026-11-25 10:01:17.77618+00', '{"id":"evt_a1ddbe5ec124af","object":"event","api_version":"2026-10-28.endive","created":1000000001,"data":{"object":{"id":"sub_00019","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_42724412c022f3","ended_at":null,"items":{"object":"list","data":[{"id":"si_00019","object":"subscription_item","created":1000000000,"subscription":"sub_00019","current_period_start":1000000000,"current_period_end":1002592000}],"has_more":false},"metadata":{"order_id":"66","checkout_attempt_id":"53debdd6-2747-4167-8719-ccc9e6fc821e"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_039f4508ba32ef', 'invoice.paid', 'processed', 1, NULL, 'in_00020', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:43+00', 'webhook', '2026-11-25 10:01:17.777128+00', '2026-11-25 10:01:17.777128+00', '{"id":"evt_039f4508ba32ef","object":"event","api_version":"2026-10-28.endive","created":1000000003,"data":{"object":{"id":"in_00020","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1000000000,"currency":"eur","customer":"cus_42724412c022f3","lines":{"object":"list","data":[{"id":"il_00021","object":"line_item","amount":1998,"currency":"eur","period":{"start":1000000000,"end":1002592000},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00019","subscription_item":"si_00019"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"66"},"subscription":"sub_00019"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_847f1fd7258c9d', 'invoice.finalized', 'processed', 1, NULL, 'in_00022', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.777982+00', '2026-11-25 10:01:17.777982+00', '{"id":"evt_847f1fd7258c9d","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"in_00022","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1002592000,"currency":"eur","customer":"cus_42724412c022f3","lines":{"object":"list","data":[{"id":"il_00023","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1002592000,"end":1005184000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00019","subscription_item":"si_00019"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"open","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"66"},"subscription":"sub_00019"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.finalized"}'),
	('evt_2214848bdbca84', 'invoice.payment_failed', 'processed', 1, NULL, 'in_00022', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.778818+00', '2026-11-25 10:01:17.778818+00', '{"id":"evt_2214848bdbca84","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"in_00022","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1002592000,"currency":"eur","customer":"cus_42724412c022f3","lines":{"object":"list","data":[{"id":"il_00023","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1002592000,"end":1005184000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00019","subscription_item":"si_00019"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"open","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"66"},"subscription":"sub_00019"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.payment_failed"}'),
	('evt_1cec40f82caf92', 'invoice.payment_action_required', 'processed', 1, NULL, 'in_00022', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.779729+00', '2026-11-25 10:01:17.779729+00', '{"id":"evt_1cec40f82caf92","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"in_00022","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1002592000,"currency":"eur","customer":"cus_42724412c022f3","lines":{"object":"list","data":[{"id":"il_00023","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1002592000,"end":1005184000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00019","subscription_item":"si_00019"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"open","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"66"},"subscription":"sub_00019"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.payment_action_required"}'),
	('evt_69a65ca964e2b0', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00019', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.780579+00', '2026-11-25 10:01:17.780579+00', '{"id":"evt_69a65ca964e2b0","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"sub_00019","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_42724412c022f3","ended_at":null,"items":{"object":"list","data":[{"id":"si_00019","object":"subscription_item","created":1000000000,"subscription":"sub_00019","current_period_start":1002592000,"current_period_end":1005184000}],"has_more":false},"metadata":{"order_id":"66","checkout_attempt_id":"53debdd6-2747-4167-8719-ccc9e6fc821e"},"pause_collection":null,"status":"past_due","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_1499eff88ac91f', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c618aaef106e', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:42+00', 'webhook', '2026-11-25 10:01:17.786578+00', '2026-11-25 10:01:17.786578+00', '{"id":"evt_1499eff88ac91f","object":"event","api_version":"2026-10-28.endive","created":1000000002,"data":{"object":{"id":"cs_test_c618aaef106e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"67","created":1000000000,"currency":"eur","customer":"cus_a8503da86d6225","metadata":{"order_id":"67","checkout_attempt_id":"c618aaef-106e-4abc-891b-21b961eaa3dd"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00024"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_d6c192c814ad27', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00024', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:17.787784+00', '2026-11-25 10:01:17.787784+00', '{"id":"evt_d6c192c814ad27","object":"event","api_version":"2026-10-28.endive","created":1000000001,"data":{"object":{"id":"sub_00024","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_a8503da86d6225","ended_at":null,"items":{"object":"list","data":[{"id":"si_00024","object":"subscription_item","created":1000000000,"subscription":"sub_00024","current_period_start":1000000000,"current_period_end":1002592000}],"has_more":false},"metadata":{"order_id":"67","checkout_attempt_id":"c618aaef-106e-4abc-891b-21b961eaa3dd"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_d26c2e179ab0a1', 'invoice.paid', 'processed', 1, NULL, 'in_00025', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:43+00', 'webhook', '2026-11-25 10:01:17.788821+00', '2026-11-25 10:01:17.788821+00', '{"id":"evt_d26c2e179ab0a1","object":"event","api_version":"2026-10-28.endive","created":1000000003,"data":{"object":{"id":"in_00025","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1000000000,"currency":"eur","customer":"cus_a8503da86d6225","lines":{"object":"list","data":[{"id":"il_00026","object":"line_item","amount":1998,"currency":"eur","period":{"start":1000000000,"end":1002592000},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00024","subscription_item":"si_00024"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"67"},"subscription":"sub_00024"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_99f574eee3640c', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00025', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:43+00', 'webhook', '2026-11-25 10:01:17.789788+00', '2026-11-25 10:01:17.789788+00', '{"id":"evt_99f574eee3640c","object":"event","api_version":"2026-10-28.endive","created":1000000003,"data":{"object":{"id":"inpay_00025","object":"invoice_payment","amount_paid":1998,"created":1000000000,"currency":"eur","invoice":"in_00025","payment":{"payment_intent":"pi_invoice_00025","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_324f5b231e97ca', 'invoice.voided', 'processed', 1, NULL, 'in_00027', '2026-10-28.endive', false, NULL, '2001-10-10 01:46:40+00', 'webhook', '2026-11-25 10:01:17.790627+00', '2026-11-25 10:01:17.790627+00', '{"id":"evt_324f5b231e97ca","object":"event","api_version":"2026-10-28.endive","created":1002678400,"data":{"object":{"id":"in_00027","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1002592000,"currency":"eur","customer":"cus_a8503da86d6225","lines":{"object":"list","data":[{"id":"il_00028","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1002592000,"end":1005184000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00024","subscription_item":"si_00024"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"void","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"67"},"subscription":"sub_00024"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.voided"}'),
	('evt_044c0b4067aba4', 'invoice.marked_uncollectible', 'processed', 1, NULL, 'in_00029', '2026-10-28.endive', false, NULL, '2001-11-09 01:46:40+00', 'webhook', '2026-11-25 10:01:17.791605+00', '2026-11-25 10:01:17.791605+00', '{"id":"evt_044c0b4067aba4","object":"event","api_version":"2026-10-28.endive","created":1005270400,"data":{"object":{"id":"in_00029","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1005184000,"currency":"eur","customer":"cus_a8503da86d6225","lines":{"object":"list","data":[{"id":"il_00030","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1005184000,"end":1007776000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00024","subscription_item":"si_00024"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"uncollectible","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"67"},"subscription":"sub_00024"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.marked_uncollectible"}'),
	('evt_433bbbb671cf0a', 'invoice.payment_failed', 'processed', 1, NULL, 'in_00031', '2026-10-28.endive', false, NULL, '2001-12-08 01:46:40+00', 'webhook', '2026-11-25 10:01:17.792528+00', '2026-11-25 10:01:17.792528+00', '{"id":"evt_433bbbb671cf0a","object":"event","api_version":"2026-10-28.endive","created":1007776000,"data":{"object":{"id":"in_00031","object":"invoice","amount_paid":0,"billing_reason":"subscription_cycle","created":1007776000,"currency":"eur","customer":"cus_a8503da86d6225","lines":{"object":"list","data":[{"id":"il_00032","object":"line_item","amount":1998,"currency":"eur","period":{"start":1007776000,"end":1010368000},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00024","subscription_item":"si_00024"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"open","parent":{"subscription_details":{"metadata":{"order_id":"67"},"subscription":"sub_00024"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.payment_failed"}'),
	('evt_a8cd2d36d029d0', 'invoice.created', 'processed', 1, NULL, 'in_00033', '2026-10-28.endive', false, NULL, '2002-01-07 01:46:40+00', 'webhook', '2026-11-25 10:01:17.793316+00', '2026-11-25 10:01:17.793316+00', '{"id":"evt_a8cd2d36d029d0","object":"event","api_version":"2026-10-28.endive","created":1010368000,"data":{"object":{"id":"in_00033","object":"invoice","amount_due":1998,"amount_paid":0,"amount_remaining":0,"attempt_count":1,"billing_reason":"subscription_cycle","collection_method":"charge_automatically","created":1010368000,"currency":"eur","customer":"cus_a8503da86d6225","lines":{"object":"list","data":[{"id":"il_00034","object":"line_item","amount":1998,"currency":"eur","livemode":false,"period":{"start":1010368000,"end":1012960000},"quantity":2,"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00024","subscription_item":"si_00024"},"type":"subscription_item_details"}}],"has_more":false,"total_count":1},"livemode":false,"metadata":{},"status":"draft","subtotal":1998,"total":1998,"parent":{"quote_details":null,"subscription_details":{"metadata":{"order_id":"67"},"subscription":"sub_00024"},"type":"subscription_details"}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"invoice.created"}'),
	('evt_24104f02373954', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00024', '2026-10-28.endive', false, NULL, '2002-01-07 01:46:40+00', 'webhook', '2026-11-25 10:01:17.79417+00', '2026-11-25 10:01:17.79417+00', '{"id":"evt_24104f02373954","object":"event","api_version":"2026-10-28.endive","created":1010368000,"data":{"object":{"id":"sub_00024","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_a8503da86d6225","ended_at":null,"items":{"object":"list","data":[{"id":"si_00024","object":"subscription_item","created":1000000000,"subscription":"sub_00024","current_period_start":1010368000,"current_period_end":1012960000}],"has_more":false},"metadata":{"order_id":"67","checkout_attempt_id":"c618aaef-106e-4abc-891b-21b961eaa3dd"},"pause_collection":null,"status":"unpaid","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_3f976960556a5d', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c3c169f90359', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.800167+00', '2026-11-25 10:01:17.800167+00', '{"id":"evt_3f976960556a5d","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_c3c169f90359","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"68","created":1735732800,"currency":"eur","customer":"cus_52ec828ed2b28b","metadata":{"order_id":"68","checkout_attempt_id":"c3c169f9-0359-41c0-bd65-1989ad3db19c"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00035"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_0dfaa2b2e40e95', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00035', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.801334+00', '2026-11-25 10:01:17.801334+00', '{"id":"evt_0dfaa2b2e40e95","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00035","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_52ec828ed2b28b","ended_at":null,"items":{"object":"list","data":[{"id":"si_00035","object":"subscription_item","created":1735732800,"subscription":"sub_00035","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"68","checkout_attempt_id":"c3c169f9-0359-41c0-bd65-1989ad3db19c"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_8e98644a3de368', 'refund.created', 'processed', 1, NULL, 're_00094', '2024-06-20', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.917887+00', '2026-11-25 10:01:17.917887+00', '{"id":"evt_8e98644a3de368","object":"event","api_version":"2024-06-20","created":1795600877,"data":{"object":{"id":"re_00094","object":"refund","amount":1998,"charge":"ch_invoice_00066","created":1735732800,"currency":"eur","metadata":{},"payment_intent":"pi_invoice_00066","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"refund.created"}'),
	('evt_69a952e1ceba22', 'invoice.paid', 'processed', 1, NULL, 'in_00036', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.8023+00', '2026-11-25 10:01:17.8023+00', '{"id":"evt_69a952e1ceba22","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00036","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_52ec828ed2b28b","lines":{"object":"list","data":[{"id":"il_00037","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00035","subscription_item":"si_00035"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"68"},"subscription":"sub_00035"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_e5480a9181196e', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00035', '2026-10-28.endive', false, NULL, '2025-03-02 12:00:00+00', 'webhook', '2026-11-25 10:01:17.803258+00', '2026-11-25 10:01:17.803258+00', '{"id":"evt_e5480a9181196e","object":"event","api_version":"2026-10-28.endive","created":1740916800,"data":{"object":{"id":"sub_00035","object":"subscription","cancel_at":3627892800,"cancel_at_period_end":true,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_52ec828ed2b28b","ended_at":null,"items":{"object":"list","data":[{"id":"si_00035","object":"subscription_item","created":1735732800,"subscription":"sub_00035","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"68","checkout_attempt_id":"c3c169f9-0359-41c0-bd65-1989ad3db19c"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_848388fcce94fd', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_57a45a98d318', '2024-06-20', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.80898+00', '2026-11-25 10:01:17.80898+00', '{"id":"evt_848388fcce94fd","object":"event","api_version":"2024-06-20","created":1735732802,"data":{"object":{"id":"cs_test_57a45a98d318","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"69","created":1735732800,"currency":"eur","customer":"cus_a35edc9f301a90","metadata":{"order_id":"69","checkout_attempt_id":"57a45a98-d318-4b0d-a396-a910018515d2"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00038"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_28025a41e90373', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00038', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.810198+00', '2026-11-25 10:01:17.810198+00', '{"id":"evt_28025a41e90373","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00038","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_a35edc9f301a90","ended_at":null,"items":{"object":"list","data":[{"id":"si_00038","object":"subscription_item","created":1735732800,"subscription":"sub_00038"}],"has_more":false},"metadata":{"order_id":"69","checkout_attempt_id":"57a45a98-d318-4b0d-a396-a910018515d2"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_3180fc2c0a79f4', 'invoice.paid', 'processed', 1, NULL, 'in_00039', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.811244+00', '2026-11-25 10:01:17.811244+00', '{"id":"evt_3180fc2c0a79f4","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00039","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_a35edc9f301a90","lines":{"object":"list","data":[{"id":"il_00040","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"proration":false,"subscription":"sub_00038","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00039","subscription":"sub_00038"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_498878dc379314', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00038', '2024-06-20', false, NULL, '2025-03-02 12:00:00+00', 'webhook', '2026-11-25 10:01:17.812226+00', '2026-11-25 10:01:17.812226+00', '{"id":"evt_498878dc379314","object":"event","api_version":"2024-06-20","created":1740916800,"data":{"object":{"id":"sub_00038","object":"subscription","cancel_at":null,"cancel_at_period_end":true,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_a35edc9f301a90","ended_at":null,"items":{"object":"list","data":[{"id":"si_00038","object":"subscription_item","created":1735732800,"subscription":"sub_00038"}],"has_more":false},"metadata":{"order_id":"69","checkout_attempt_id":"57a45a98-d318-4b0d-a396-a910018515d2"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_15aaa4fc929bed', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2065413e411e', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.817958+00', '2026-11-25 10:01:17.817958+00', '{"id":"evt_15aaa4fc929bed","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_2065413e411e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"70","created":1735732800,"currency":"eur","customer":"cus_9f53095ce8a599","metadata":{"order_id":"70","checkout_attempt_id":"2065413e-411e-4301-b1ca-74bae2a4193f"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00041"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e9683188e77f77', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00041', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.819165+00', '2026-11-25 10:01:17.819165+00', '{"id":"evt_e9683188e77f77","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00041","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_9f53095ce8a599","ended_at":null,"items":{"object":"list","data":[{"id":"si_00041","object":"subscription_item","created":1735732800,"subscription":"sub_00041","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"70","checkout_attempt_id":"2065413e-411e-4301-b1ca-74bae2a4193f"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_94b7535cff20e4', 'invoice.paid', 'processed', 1, NULL, 'in_00042', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.820263+00', '2026-11-25 10:01:17.820263+00', '{"id":"evt_94b7535cff20e4","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00042","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_9f53095ce8a599","lines":{"object":"list","data":[{"id":"il_00043","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00041","subscription_item":"si_00041"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"70"},"subscription":"sub_00041"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_a4be4fc9777e7a', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00041', '2026-10-28.endive', false, NULL, '2025-03-02 12:00:00+00', 'webhook', '2026-11-25 10:01:17.8212+00', '2026-11-25 10:01:17.8212+00', '{"id":"evt_a4be4fc9777e7a","object":"event","api_version":"2026-10-28.endive","created":1740916800,"data":{"object":{"id":"sub_00041","object":"subscription","cancel_at":3312532800,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_9f53095ce8a599","ended_at":null,"items":{"object":"list","data":[{"id":"si_00041","object":"subscription_item","created":1735732800,"subscription":"sub_00041","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"70","checkout_attempt_id":"2065413e-411e-4301-b1ca-74bae2a4193f"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_e13d8344e15316', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_090f7602b089', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.82716+00', '2026-11-25 10:01:17.82716+00', '{"id":"evt_e13d8344e15316","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_090f7602b089","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"71","created":1735732800,"currency":"eur","customer":"cus_4f13a716e82fa3","metadata":{"order_id":"71","checkout_attempt_id":"090f7602-b089-4ba9-9920-b50cf37ef53a"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00044"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_ab904baf7df122', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00044', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.828382+00', '2026-11-25 10:01:17.828382+00', '{"id":"evt_ab904baf7df122","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00044","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4f13a716e82fa3","ended_at":null,"items":{"object":"list","data":[{"id":"si_00044","object":"subscription_item","created":1735732800,"subscription":"sub_00044","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"71","checkout_attempt_id":"090f7602-b089-4ba9-9920-b50cf37ef53a"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_1fb0dd29f2048f', 'invoice.paid', 'processed', 1, NULL, 'in_00045', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.829394+00', '2026-11-25 10:01:17.829394+00', '{"id":"evt_1fb0dd29f2048f","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00045","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_4f13a716e82fa3","lines":{"object":"list","data":[{"id":"il_00046","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00044","subscription_item":"si_00044"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"71"},"subscription":"sub_00044"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_ed47fd82649583', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00044', '2026-10-28.endive', false, NULL, '2025-03-02 12:00:00+00', 'webhook', '2026-11-25 10:01:17.830869+00', '2026-11-25 10:01:17.830869+00', '{"id":"evt_ed47fd82649583","object":"event","api_version":"2026-10-28.endive","created":1740916800,"data":{"object":{"id":"sub_00044","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4f13a716e82fa3","ended_at":null,"items":{"object":"list","data":[{"id":"si_00044","object":"subscription_item","created":1735732800,"subscription":"sub_00044","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"71","checkout_attempt_id":"090f7602-b089-4ba9-9920-b50cf37ef53a"},"pause_collection":{"behavior":"keep_as_draft","resumes_at":null},"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_4353f9f9f40177', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2722f73e6739', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:42+00', 'webhook', '2026-11-25 10:01:17.841251+00', '2026-11-25 10:01:17.841251+00', '{"id":"evt_4353f9f9f40177","object":"event","api_version":"2026-10-28.endive","created":1000000002,"data":{"object":{"id":"cs_test_2722f73e6739","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"72","created":1000000000,"currency":"eur","customer":"cus_169a4c2a997116","metadata":{"order_id":"72","checkout_attempt_id":"2722f73e-6739-4752-bd0b-96d4c9eeeda8"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00047"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_d81342f45cf4cc', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00047', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:17.842561+00', '2026-11-25 10:01:17.842561+00', '{"id":"evt_d81342f45cf4cc","object":"event","api_version":"2026-10-28.endive","created":1000000001,"data":{"object":{"id":"sub_00047","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_169a4c2a997116","ended_at":null,"items":{"object":"list","data":[{"id":"si_00047","object":"subscription_item","created":1000000000,"subscription":"sub_00047","current_period_start":1000000000,"current_period_end":1002592000}],"has_more":false},"metadata":{"order_id":"72","checkout_attempt_id":"2722f73e-6739-4752-bd0b-96d4c9eeeda8"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_5f1bc5a3f999a2', 'invoice.paid', 'processed', 1, NULL, 'in_00048', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:43+00', 'webhook', '2026-11-25 10:01:17.843756+00', '2026-11-25 10:01:17.843756+00', '{"id":"evt_5f1bc5a3f999a2","object":"event","api_version":"2026-10-28.endive","created":1000000003,"data":{"object":{"id":"in_00048","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1000000000,"currency":"eur","customer":"cus_169a4c2a997116","lines":{"object":"list","data":[{"id":"il_00049","object":"line_item","amount":1998,"currency":"eur","period":{"start":1000000000,"end":1002592000},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00047","subscription_item":"si_00047"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"72"},"subscription":"sub_00047"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_68160d5e73979f', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00047', '2026-10-28.endive', false, NULL, '2001-10-09 01:46:40+00', 'webhook', '2026-11-25 10:01:17.844782+00', '2026-11-25 10:01:17.844782+00', '{"id":"evt_68160d5e73979f","object":"event","api_version":"2026-10-28.endive","created":1002592000,"data":{"object":{"id":"sub_00047","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_169a4c2a997116","ended_at":null,"items":{"object":"list","data":[{"id":"si_00047","object":"subscription_item","created":1000000000,"subscription":"sub_00047","current_period_start":1002592000,"current_period_end":1005184000}],"has_more":false},"metadata":{"order_id":"72","checkout_attempt_id":"2722f73e-6739-4752-bd0b-96d4c9eeeda8"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_b1d6e59853998c', 'invoice.paid', 'processed', 1, NULL, 'in_00050', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.845781+00', '2026-11-25 10:01:17.845781+00', '{"id":"evt_b1d6e59853998c","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"in_00050","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1002592000,"currency":"eur","customer":"cus_169a4c2a997116","lines":{"object":"list","data":[{"id":"il_00051","object":"line_item","amount":1998,"currency":"eur","period":{"start":1002592000,"end":1005184000},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00047","subscription_item":"si_00047"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"72"},"subscription":"sub_00047"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_ea45064aa7405b', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00050', '2026-10-28.endive', false, NULL, '2001-10-09 02:46:40+00', 'webhook', '2026-11-25 10:01:17.846876+00', '2026-11-25 10:01:17.846876+00', '{"id":"evt_ea45064aa7405b","object":"event","api_version":"2026-10-28.endive","created":1002595600,"data":{"object":{"id":"inpay_00050","object":"invoice_payment","amount_paid":1998,"created":1002592000,"currency":"eur","invoice":"in_00050","payment":{"payment_intent":"pi_invoice_00050","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_cfd96b9f37188e', 'customer.subscription.deleted', 'processed', 1, NULL, 'sub_00047', '2026-10-28.endive', false, NULL, '2001-10-29 01:46:40+00', 'webhook', '2026-11-25 10:01:17.848032+00', '2026-11-25 10:01:17.848032+00', '{"id":"evt_cfd96b9f37188e","object":"event","api_version":"2026-10-28.endive","created":1004320000,"data":{"object":{"id":"sub_00047","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":1004320000,"created":1000000000,"currency":"eur","customer":"cus_169a4c2a997116","ended_at":1004320000,"items":{"object":"list","data":[{"id":"si_00047","object":"subscription_item","created":1000000000,"subscription":"sub_00047","current_period_start":1002592000,"current_period_end":1005184000}],"has_more":false},"metadata":{"order_id":"72","checkout_attempt_id":"2722f73e-6739-4752-bd0b-96d4c9eeeda8"},"pause_collection":null,"status":"canceled","trial_end":null}},"livemode":false,"type":"customer.subscription.deleted"}'),
	('evt_18a9b6f2563617', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00052', '2026-10-28.endive', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:17.856279+00', '2026-11-25 10:01:17.856279+00', '{"id":"evt_18a9b6f2563617","object":"event","api_version":"2026-10-28.endive","created":1000000001,"data":{"object":{"id":"sub_00052","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_63024b5d13393d","ended_at":null,"items":{"object":"list","data":[{"id":"si_00052","object":"subscription_item","created":1000000000,"subscription":"sub_00052","current_period_start":1000000000,"current_period_end":1002592000}],"has_more":false},"metadata":{"order_id":"73","checkout_attempt_id":"bde44b2c-bec4-4e52-965c-f8c898b7366c"},"pause_collection":null,"status":"incomplete","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_d3f0faec43d2ef', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00052', '2026-10-28.endive', false, NULL, '2001-09-10 01:46:40+00', 'webhook', '2026-11-25 10:01:17.857081+00', '2026-11-25 10:01:17.857081+00', '{"id":"evt_d3f0faec43d2ef","object":"event","api_version":"2026-10-28.endive","created":1000086400,"data":{"object":{"id":"sub_00052","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","customer":"cus_63024b5d13393d","ended_at":1000086400,"items":{"object":"list","data":[{"id":"si_00052","object":"subscription_item","created":1000000000,"subscription":"sub_00052","current_period_start":1000000000,"current_period_end":1002592000}],"has_more":false},"metadata":{"order_id":"73","checkout_attempt_id":"bde44b2c-bec4-4e52-965c-f8c898b7366c"},"pause_collection":null,"status":"incomplete_expired","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_119f7915aab4e6', 'checkout.session.expired', 'processed', 1, NULL, 'cs_test_bde44b2cbec4', '2026-10-28.endive', false, NULL, '2001-09-10 01:46:40+00', 'webhook', '2026-11-25 10:01:17.857937+00', '2026-11-25 10:01:17.857937+00', '{"id":"evt_119f7915aab4e6","object":"event","api_version":"2026-10-28.endive","created":1000086400,"data":{"object":{"id":"cs_test_bde44b2cbec4","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"73","created":1000000000,"currency":"eur","customer":"cus_63024b5d13393d","metadata":{"order_id":"73","checkout_attempt_id":"bde44b2c-bec4-4e52-965c-f8c898b7366c"},"mode":"subscription","payment_intent":null,"payment_status":"unpaid","status":"expired","subscription":"sub_00052"}},"livemode":false,"type":"checkout.session.expired"}'),
	('evt_dfcec524a7af7a', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_a4d7f11d02fd', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.863911+00', '2026-11-25 10:01:17.863911+00', '{"id":"evt_dfcec524a7af7a","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_a4d7f11d02fd","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"74","created":1735732800,"currency":"eur","customer":"cus_77bab12421038d","metadata":{"order_id":"74","checkout_attempt_id":"a4d7f11d-02fd-4b3e-a3d8-b9c64c3be60c"},"mode":"subscription","payment_intent":null,"payment_status":"unpaid","status":"complete","subscription":"sub_00053"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_60e7e23689ce03', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00053', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.865221+00', '2026-11-25 10:01:17.865221+00', '{"id":"evt_60e7e23689ce03","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00053","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_77bab12421038d","ended_at":null,"items":{"object":"list","data":[{"id":"si_00053","object":"subscription_item","created":1735732800,"subscription":"sub_00053","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"74","checkout_attempt_id":"a4d7f11d-02fd-4b3e-a3d8-b9c64c3be60c"},"pause_collection":null,"status":"incomplete","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_16a85d0c25931f', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_ad625d75cfbf', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.877148+00', '2026-11-25 10:01:17.877148+00', '{"id":"evt_16a85d0c25931f","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_ad625d75cfbf","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"76","created":1735732800,"currency":"eur","customer":"cus_6b900afdcb3d27","metadata":{"order_id":"76","checkout_attempt_id":"ad625d75-cfbf-4cd6-85d8-69cdb326fb46"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00055"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_b9271c71455e9a', 'charge.dispute.created', 'processed', 1, NULL, 'du_00111', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.106336+00', '2026-11-25 10:01:18.106336+00', '{"id":"evt_b9271c71455e9a","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"du_00111","object":"dispute","amount":1998,"charge":"ch_00109","created":1795600878,"currency":"eur","metadata":{},"payment_intent":"pi_00109","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_7b9c7ddfd18d6d', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00055', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.878491+00', '2026-11-25 10:01:17.878491+00', '{"id":"evt_7b9c7ddfd18d6d","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00055","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_6b900afdcb3d27","ended_at":null,"items":{"object":"list","data":[{"id":"si_00055","object":"subscription_item","created":1735732800,"subscription":"sub_00055","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"76","checkout_attempt_id":"ad625d75-cfbf-4cd6-85d8-69cdb326fb46"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_a19da2440df1fd', 'invoice.paid', 'processed', 1, NULL, 'in_00056', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.879771+00', '2026-11-25 10:01:17.879771+00', '{"id":"evt_a19da2440df1fd","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00056","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_6b900afdcb3d27","lines":{"object":"list","data":[{"id":"il_00057","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00055","subscription_item":"si_00055"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"76"},"subscription":"sub_00055"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_a5b6ff8a02fb43', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00055', '2026-10-28.endive', false, NULL, '2025-01-31 12:00:00+00', 'webhook', '2026-11-25 10:01:17.880826+00', '2026-11-25 10:01:17.880826+00', '{"id":"evt_a5b6ff8a02fb43","object":"event","api_version":"2026-10-28.endive","created":1738324800,"data":{"object":{"id":"sub_00055","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_6b900afdcb3d27","ended_at":null,"items":{"object":"list","data":[{"id":"si_00055","object":"subscription_item","created":1735732800,"subscription":"sub_00055","current_period_start":1738324800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"76","checkout_attempt_id":"ad625d75-cfbf-4cd6-85d8-69cdb326fb46"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_6f1686f09d0f47', 'invoice.paid', 'processed', 1, NULL, 'in_00058', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.881836+00', '2026-11-25 10:01:17.881836+00', '{"id":"evt_6f1686f09d0f47","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"in_00058","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1738324800,"currency":"eur","customer":"cus_6b900afdcb3d27","lines":{"object":"list","data":[{"id":"il_00059","object":"line_item","amount":1998,"currency":"eur","period":{"start":1738324800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00055","subscription_item":"si_00055"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"76"},"subscription":"sub_00055"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}');
INSERT INTO public.stripe_events VALUES
	('evt_1495426a39dca4', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00058', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.882891+00', '2026-11-25 10:01:17.882891+00', '{"id":"evt_1495426a39dca4","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"inpay_00058","object":"invoice_payment","amount_paid":1998,"created":1738324800,"currency":"eur","invoice":"in_00058","payment":{"payment_intent":"pi_invoice_00058","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_b68f595a461e30', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00058', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.883941+00', '2026-11-25 10:01:17.883941+00', '{"id":"evt_b68f595a461e30","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_invoice_00058","object":"payment_intent","amount":1998,"amount_received":1998,"created":1738324800,"currency":"eur","latest_charge":"ch_invoice_00058","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_0cb2010b84a1c0', 'refund.created', 'processed', 1, NULL, 're_00090', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.884918+00', '2026-11-25 10:01:17.884918+00', '{"id":"evt_0cb2010b84a1c0","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00090","object":"refund","amount":1998,"charge":"ch_invoice_00058","created":1738324800,"currency":"eur","metadata":{},"payment_intent":"pi_invoice_00058","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_0736376018f920', 'charge.refunded', 'processed', 1, NULL, 'ch_invoice_00058', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.886342+00', '2026-11-25 10:01:17.886342+00', '{"id":"evt_0736376018f920","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"ch_invoice_00058","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":1998,"created":1738324800,"currency":"eur","metadata":{},"paid":true,"payment_intent":"pi_invoice_00058","refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_2f0459941c9fc5', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_61393f94a37b', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.894009+00', '2026-11-25 10:01:17.894009+00', '{"id":"evt_2f0459941c9fc5","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_61393f94a37b","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"77","created":1735732800,"currency":"eur","customer":"cus_c5305eec62d3f0","metadata":{"order_id":"77","checkout_attempt_id":"61393f94-a37b-4052-a10f-91dacfa5dc15"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00060"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_1905803a60c5d8', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00060', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.895418+00', '2026-11-25 10:01:17.895418+00', '{"id":"evt_1905803a60c5d8","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00060","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_c5305eec62d3f0","ended_at":null,"items":{"object":"list","data":[{"id":"si_00060","object":"subscription_item","created":1735732800,"subscription":"sub_00060","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"77","checkout_attempt_id":"61393f94-a37b-4052-a10f-91dacfa5dc15"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_548646a38d23a9', 'charge.dispute.created', 'ignored', 1, NULL, NULL, '2011-01-01', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.124469+00', '2026-11-25 10:01:18.124469+00', '{"id":"evt_548646a38d23a9","object":"event","api_version":"2011-01-01","created":1795600878,"data":{"object":{"object":"dispute","amount":5,"charge":"ch_2011","status":"lost"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"charge.dispute.created"}'),
	('evt_eb4bf3519f6211', 'invoice.paid', 'processed', 1, NULL, 'in_00061', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.896542+00', '2026-11-25 10:01:17.896542+00', '{"id":"evt_eb4bf3519f6211","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00061","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_c5305eec62d3f0","lines":{"object":"list","data":[{"id":"il_00062","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00060","subscription_item":"si_00060"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"77"},"subscription":"sub_00060"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_ae6fb5944f2c83', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00061', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.897631+00', '2026-11-25 10:01:17.897631+00', '{"id":"evt_ae6fb5944f2c83","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00061","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00061","payment":{"payment_intent":"pi_invoice_00061","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_62d328f7575210', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00060', '2026-10-28.endive', false, NULL, '2025-01-31 12:00:00+00', 'webhook', '2026-11-25 10:01:17.898633+00', '2026-11-25 10:01:17.898633+00', '{"id":"evt_62d328f7575210","object":"event","api_version":"2026-10-28.endive","created":1738324800,"data":{"object":{"id":"sub_00060","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_c5305eec62d3f0","ended_at":null,"items":{"object":"list","data":[{"id":"si_00060","object":"subscription_item","created":1735732800,"subscription":"sub_00060","current_period_start":1738324800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"77","checkout_attempt_id":"61393f94-a37b-4052-a10f-91dacfa5dc15"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_55070d22020a6f', 'invoice.paid', 'processed', 1, NULL, 'in_00063', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.899766+00', '2026-11-25 10:01:17.899766+00', '{"id":"evt_55070d22020a6f","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"in_00063","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1738324800,"currency":"eur","customer":"cus_c5305eec62d3f0","lines":{"object":"list","data":[{"id":"il_00064","object":"line_item","amount":1998,"currency":"eur","period":{"start":1738324800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00060","subscription_item":"si_00060"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"77"},"subscription":"sub_00060"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_1304490526ef3e', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00063', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.900778+00', '2026-11-25 10:01:17.900778+00', '{"id":"evt_1304490526ef3e","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"inpay_00063","object":"invoice_payment","amount_paid":1998,"created":1738324800,"currency":"eur","invoice":"in_00063","payment":{"payment_intent":"pi_invoice_00063","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_2419d5b58274eb', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00061', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.901684+00', '2026-11-25 10:01:17.901684+00', '{"id":"evt_2419d5b58274eb","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_invoice_00061","object":"payment_intent","amount":1998,"amount_received":1998,"created":1735732800,"currency":"eur","latest_charge":"ch_invoice_00061","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_65796529b0be87', 'refund.created', 'processed', 1, NULL, 're_e1df2552388ead', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.907746+00', '2026-11-25 10:01:17.907746+00', '{"id":"evt_65796529b0be87","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_e1df2552388ead","object":"refund","amount":1998,"charge":"ch_invoice_00061","created":1735732800,"currency":"eur","metadata":{"order_id":"77","refund_request_id":"47315b68-c74c-4614-8ffa-06e00a4bd6bc"},"payment_intent":"pi_invoice_00061","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_152e2f33ae8e64', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_e5accb66cfe8', '2024-06-20', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.914561+00', '2026-11-25 10:01:17.914561+00', '{"id":"evt_152e2f33ae8e64","object":"event","api_version":"2024-06-20","created":1735732802,"data":{"object":{"id":"cs_test_e5accb66cfe8","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"78","created":1735732800,"currency":"eur","customer":"cus_37046be9ef3226","metadata":{"order_id":"78","checkout_attempt_id":"e5accb66-cfe8-4668-8c22-f2bbf446d7c9"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00065"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_dc18f7c2267f04', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00065', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.915898+00', '2026-11-25 10:01:17.915898+00', '{"id":"evt_dc18f7c2267f04","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00065","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_37046be9ef3226","ended_at":null,"items":{"object":"list","data":[{"id":"si_00065","object":"subscription_item","created":1735732800,"subscription":"sub_00065"}],"has_more":false},"metadata":{"order_id":"78","checkout_attempt_id":"e5accb66-cfe8-4668-8c22-f2bbf446d7c9"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_288cea9e0158d9', 'invoice.paid', 'processed', 1, NULL, 'in_00066', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.916952+00', '2026-11-25 10:01:17.916952+00', '{"id":"evt_288cea9e0158d9","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00066","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_37046be9ef3226","lines":{"object":"list","data":[{"id":"il_00067","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"proration":false,"subscription":"sub_00065","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00066","subscription":"sub_00065"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_7179120d9ae23b', 'invoice_payment.paid', 'ignored', 1, NULL, 'inpay_1', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.124996+00', '2026-11-25 10:01:18.124996+00', '{"id":"evt_7179120d9ae23b","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"inpay_1","object":"invoice_payment","invoice":"in_1","payment":{"type":"out_of_band"},"created":1735732800}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_c287778cca5eb7', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_632b5818064d', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.925063+00', '2026-11-25 10:01:17.925063+00', '{"id":"evt_c287778cca5eb7","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_632b5818064d","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"79","created":1735732800,"currency":"eur","customer":"cus_ac9fb031555b7b","metadata":{"order_id":"79","checkout_attempt_id":"632b5818-064d-4b35-a590-ff060e48a360"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00068"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_3eeeaf347c18a6', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00068', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.927025+00', '2026-11-25 10:01:17.927025+00', '{"id":"evt_3eeeaf347c18a6","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00068","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_ac9fb031555b7b","ended_at":null,"items":{"object":"list","data":[{"id":"si_00068","object":"subscription_item","created":1735732800,"subscription":"sub_00068","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"79","checkout_attempt_id":"632b5818-064d-4b35-a590-ff060e48a360"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_79d9e578964e2b', 'invoice.paid', 'processed', 1, NULL, 'in_00069', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.928179+00', '2026-11-25 10:01:17.928179+00', '{"id":"evt_79d9e578964e2b","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00069","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_ac9fb031555b7b","lines":{"object":"list","data":[{"id":"il_00070","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00068","subscription_item":"si_00068"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"79"},"subscription":"sub_00068"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_d8b48cf275859b', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00068', '2026-10-28.endive', false, NULL, '2025-01-31 12:00:00+00', 'webhook', '2026-11-25 10:01:17.929239+00', '2026-11-25 10:01:17.929239+00', '{"id":"evt_d8b48cf275859b","object":"event","api_version":"2026-10-28.endive","created":1738324800,"data":{"object":{"id":"sub_00068","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_ac9fb031555b7b","ended_at":null,"items":{"object":"list","data":[{"id":"si_00068","object":"subscription_item","created":1735732800,"subscription":"sub_00068","current_period_start":1738324800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"79","checkout_attempt_id":"632b5818-064d-4b35-a590-ff060e48a360"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_ffaad05ae20ea1', 'invoice.paid', 'processed', 1, NULL, 'in_00071', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.932764+00', '2026-11-25 10:01:17.932764+00', '{"id":"evt_ffaad05ae20ea1","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"in_00071","object":"invoice","amount_paid":1998,"billing_reason":"subscription_cycle","created":1738324800,"currency":"eur","customer":"cus_ac9fb031555b7b","lines":{"object":"list","data":[{"id":"il_00072","object":"line_item","amount":1998,"currency":"eur","period":{"start":1738324800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00068","subscription_item":"si_00068"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"79"},"subscription":"sub_00068"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_acbc86fc34b5f9', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00071', '2026-10-28.endive', false, NULL, '2025-01-31 13:00:00+00', 'webhook', '2026-11-25 10:01:17.935561+00', '2026-11-25 10:01:17.935561+00', '{"id":"evt_acbc86fc34b5f9","object":"event","api_version":"2026-10-28.endive","created":1738328400,"data":{"object":{"id":"inpay_00071","object":"invoice_payment","amount_paid":1998,"created":1738324800,"currency":"eur","invoice":"in_00071","payment":{"payment_intent":"pi_invoice_00071","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_1c572ac2b7cbbe', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00071', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.93945+00', '2026-11-25 10:01:17.93945+00', '{"id":"evt_1c572ac2b7cbbe","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"pi_invoice_00071","object":"payment_intent","amount":1998,"amount_received":1998,"created":1738324800,"currency":"eur","latest_charge":"ch_invoice_00071","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_541ea9d16540c4', 'charge.dispute.created', 'processed', 1, NULL, 'du_00096', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.940449+00', '2026-11-25 10:01:17.940449+00', '{"id":"evt_541ea9d16540c4","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00096","object":"dispute","amount":1998,"charge":"ch_invoice_00071","created":1738324800,"currency":"eur","metadata":{},"payment_intent":"pi_invoice_00071","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_d58f6f44ec42bd', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_ff00056aebb1', '2024-06-20', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.957466+00', '2026-11-25 10:01:17.957466+00', '{"id":"evt_d58f6f44ec42bd","object":"event","api_version":"2024-06-20","created":1735732802,"data":{"object":{"id":"cs_test_ff00056aebb1","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"80","created":1735732800,"currency":"eur","customer":"cus_d03a7f502ced3b","metadata":{"order_id":"80","checkout_attempt_id":"ff00056a-ebb1-411c-b5b6-df6b743c96e8"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00073"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_38f260e5e5bf06', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00073', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.963825+00', '2026-11-25 10:01:17.963825+00', '{"id":"evt_38f260e5e5bf06","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00073","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_d03a7f502ced3b","ended_at":null,"items":{"object":"list","data":[{"id":"si_00073","object":"subscription_item","created":1735732800,"subscription":"sub_00073"}],"has_more":false},"metadata":{"order_id":"80","checkout_attempt_id":"ff00056a-ebb1-411c-b5b6-df6b743c96e8"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_6217b73cba9897', 'invoice.paid', 'processed', 1, NULL, 'in_00074', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.967561+00', '2026-11-25 10:01:17.967561+00', '{"id":"evt_6217b73cba9897","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00074","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_d03a7f502ced3b","lines":{"object":"list","data":[{"id":"il_00075","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"proration":false,"subscription":"sub_00073","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00074","subscription":"sub_00073"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_14e32bcd576a74', 'charge.dispute.created', 'processed', 1, NULL, 'du_00098', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.969075+00', '2026-11-25 10:01:17.969075+00', '{"id":"evt_14e32bcd576a74","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"du_00098","object":"dispute","amount":1998,"charge":"ch_invoice_00074","created":1735732800,"currency":"eur","metadata":{},"payment_intent":"pi_invoice_00074","reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_541a0394f3f8a4', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c0c960700397', '2024-06-20', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.977815+00', '2026-11-25 10:01:17.977815+00', '{"id":"evt_541a0394f3f8a4","object":"event","api_version":"2024-06-20","created":1735732802,"data":{"object":{"id":"cs_test_c0c960700397","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"81","created":1735732800,"currency":"eur","customer":"cus_cdafceea5c6cae","metadata":{"order_id":"81","checkout_attempt_id":"c0c96070-0397-4d77-971f-e730ef5ab00b"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00076"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_705084356d7b41', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00076', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.979795+00', '2026-11-25 10:01:17.979795+00', '{"id":"evt_705084356d7b41","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00076","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":1738324800,"customer":"cus_cdafceea5c6cae","ended_at":null,"items":{"object":"list","data":[{"id":"si_00076","object":"subscription_item","created":1735732800,"subscription":"sub_00076"}],"has_more":false},"metadata":{"order_id":"81","checkout_attempt_id":"c0c96070-0397-4d77-971f-e730ef5ab00b"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_63f6e1b344b497', 'invoice.paid', 'processed', 1, NULL, 'in_00080', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.981052+00', '2026-11-25 10:01:17.981052+00', '{"id":"evt_63f6e1b344b497","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00080","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_cdafceea5c6cae","lines":{"object":"list","data":[{"id":"il_00081","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"proration":false,"subscription":"sub_00076","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00080","subscription":"sub_00076"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_d421de3e55aa3b', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00076', '2024-06-20', false, NULL, '2025-01-11 12:00:00+00', 'webhook', '2026-11-25 10:01:17.982157+00', '2026-11-25 10:01:17.982157+00', '{"id":"evt_d421de3e55aa3b","object":"event","api_version":"2024-06-20","created":1736596800,"data":{"object":{"id":"sub_00076","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1736596800,"current_period_end":3628756800,"customer":"cus_cdafceea5c6cae","ended_at":null,"items":{"object":"list","data":[{"id":"si_00076","object":"subscription_item","created":1735732800,"subscription":"sub_00076"}],"has_more":false},"metadata":{"order_id":"81","checkout_attempt_id":"c0c96070-0397-4d77-971f-e730ef5ab00b"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_953fd7c21c6bd2', 'invoice.paid', 'processed', 1, NULL, 'in_00077', '2024-06-20', false, NULL, '2025-01-11 12:00:01+00', 'webhook', '2026-11-25 10:01:17.98328+00', '2026-11-25 10:01:17.98328+00', '{"id":"evt_953fd7c21c6bd2","object":"event","api_version":"2024-06-20","created":1736596801,"data":{"object":{"id":"in_00077","object":"invoice","amount_paid":10000,"billing_reason":"subscription_update","created":1736596800,"currency":"eur","customer":"cus_cdafceea5c6cae","lines":{"object":"list","data":[{"id":"il_00078","object":"line_item","amount":-1332,"currency":"eur","period":{"start":1736596800,"end":1738324800},"proration":true,"subscription":"sub_00076","type":"subscription"},{"id":"il_00079","object":"line_item","amount":11332,"currency":"eur","period":{"start":1736596800,"end":3628756800},"proration":false,"subscription":"sub_00076","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00077","subscription":"sub_00076"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_3a7a3bba77131c', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_5e6da7030db1', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:17.989906+00', '2026-11-25 10:01:17.989906+00', '{"id":"evt_3a7a3bba77131c","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_5e6da7030db1","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"82","created":1735732800,"currency":"eur","customer":"cus_4b82dd86c31ba2","metadata":{"order_id":"82","checkout_attempt_id":"5e6da703-0db1-434a-ad00-1d49770b10d5"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00082"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_4439d058dd949a', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00082', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:17.991287+00', '2026-11-25 10:01:17.991287+00', '{"id":"evt_4439d058dd949a","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00082","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4b82dd86c31ba2","ended_at":null,"items":{"object":"list","data":[{"id":"si_00082","object":"subscription_item","created":1735732800,"subscription":"sub_00082","current_period_start":1735732800,"current_period_end":1738324800}],"has_more":false},"metadata":{"order_id":"82","checkout_attempt_id":"5e6da703-0db1-434a-ad00-1d49770b10d5"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_d05f5fe142c72f', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2e9cae0391aa', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.047633+00', '2026-11-25 10:01:18.047633+00', '{"id":"evt_d05f5fe142c72f","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_2e9cae0391aa","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"85","created":1735732800,"currency":"eur","customer":"cus_eb65ad0c010755","metadata":{"order_id":"85","checkout_attempt_id":"2e9cae03-91aa-4a13-9085-0d37b8600ef0"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00097"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_32cd8f807a9f56', 'invoice.paid', 'processed', 1, NULL, 'in_00086', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:17.992848+00', '2026-11-25 10:01:17.992848+00', '{"id":"evt_32cd8f807a9f56","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00086","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_4b82dd86c31ba2","lines":{"object":"list","data":[{"id":"il_00087","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00082","subscription_item":"si_00082"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"82"},"subscription":"sub_00082"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_25b0cf445f9c69', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00082', '2026-10-28.endive', false, NULL, '2025-01-11 12:00:00+00', 'webhook', '2026-11-25 10:01:17.994421+00', '2026-11-25 10:01:17.994421+00', '{"id":"evt_25b0cf445f9c69","object":"event","api_version":"2026-10-28.endive","created":1736596800,"data":{"object":{"id":"sub_00082","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4b82dd86c31ba2","ended_at":null,"items":{"object":"list","data":[{"id":"si_00082","object":"subscription_item","created":1735732800,"subscription":"sub_00082","current_period_start":1736596800,"current_period_end":3628756800}],"has_more":false},"metadata":{"order_id":"82","checkout_attempt_id":"5e6da703-0db1-434a-ad00-1d49770b10d5"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_e2f03f7c978e00', 'invoice.paid', 'processed', 1, NULL, 'in_00083', '2026-10-28.endive', false, NULL, '2025-01-11 12:00:01+00', 'webhook', '2026-11-25 10:01:17.995823+00', '2026-11-25 10:01:17.995823+00', '{"id":"evt_e2f03f7c978e00","object":"event","api_version":"2026-10-28.endive","created":1736596801,"data":{"object":{"id":"in_00083","object":"invoice","amount_paid":100,"billing_reason":"subscription_update","created":1736596800,"currency":"eur","customer":"cus_4b82dd86c31ba2","lines":{"object":"list","data":[{"id":"il_00084","object":"line_item","amount":-1900,"currency":"eur","period":{"start":1736596800,"end":1738324800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":true,"subscription":"sub_00082","subscription_item":"si_00082"},"type":"subscription_item_details"}},{"id":"il_00085","object":"line_item","amount":2000,"currency":"eur","period":{"start":1736596800,"end":3628756800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00082","subscription_item":"si_00082"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"82"},"subscription":"sub_00082"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_b53cb0a9c842bb', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00083', '2026-10-28.endive', false, NULL, '2025-01-11 12:00:01+00', 'webhook', '2026-11-25 10:01:17.997519+00', '2026-11-25 10:01:17.997519+00', '{"id":"evt_b53cb0a9c842bb","object":"event","api_version":"2026-10-28.endive","created":1736596801,"data":{"object":{"id":"inpay_00083","object":"invoice_payment","amount_paid":100,"created":1736596800,"currency":"eur","invoice":"in_00083","payment":{"payment_intent":"pi_invoice_00083","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_9bf46c24763792', 'refund.created', 'processed', 1, NULL, 're_00101', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:17+00', 'webhook', '2026-11-25 10:01:17.998637+00', '2026-11-25 10:01:17.998637+00', '{"id":"evt_9bf46c24763792","object":"event","api_version":"2026-10-28.endive","created":1795600877,"data":{"object":{"id":"re_00101","object":"refund","amount":100,"charge":"ch_invoice_00083","created":1736596800,"currency":"eur","metadata":{},"payment_intent":"pi_invoice_00083","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_d2dc2833890637', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_c39f727e6742', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.009155+00', '2026-11-25 10:01:18.009155+00', '{"id":"evt_d2dc2833890637","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_c39f727e6742","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"83","created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","metadata":{"order_id":"83","checkout_attempt_id":"c39f727e-6742-43f0-9a46-374af227142c"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00088"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_eee79f4e41b747', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00088', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.011551+00', '2026-11-25 10:01:18.011551+00', '{"id":"evt_eee79f4e41b747","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00088","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","ended_at":null,"items":{"object":"list","data":[{"id":"si_00088","object":"subscription_item","created":1735732800,"subscription":"sub_00088","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"83","checkout_attempt_id":"c39f727e-6742-43f0-9a46-374af227142c"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_c14f5764cc54fe', 'invoice.paid', 'processed', 1, NULL, 'in_00090', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.012766+00', '2026-11-25 10:01:18.012766+00', '{"id":"evt_c14f5764cc54fe","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00090","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","lines":{"object":"list","data":[{"id":"il_00091","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00088","subscription_item":"si_00088"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"83"},"subscription":"sub_00088"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_8d0e4638d4c2f7', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_543bd297a8dc', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.019879+00', '2026-11-25 10:01:18.019879+00', '{"id":"evt_8d0e4638d4c2f7","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_543bd297a8dc","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"83","created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","metadata":{"order_id":"83","checkout_attempt_id":"543bd297-a8dc-414d-952d-b551d9282d9a"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00089"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_f8015e8acc003a', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00089', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.021266+00', '2026-11-25 10:01:18.021266+00', '{"id":"evt_f8015e8acc003a","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00089","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","ended_at":null,"items":{"object":"list","data":[{"id":"si_00089","object":"subscription_item","created":1735732800,"subscription":"sub_00089","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"83","checkout_attempt_id":"543bd297-a8dc-414d-952d-b551d9282d9a"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_23f629099bafb0', 'invoice.paid', 'processed', 1, NULL, 'in_00092', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.023801+00', '2026-11-25 10:01:18.023801+00', '{"id":"evt_23f629099bafb0","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00092","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_4a357863cce672","lines":{"object":"list","data":[{"id":"il_00093","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00089","subscription_item":"si_00089"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"83"},"subscription":"sub_00089"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_86084970258e33', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_3c90caab45b2', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.033511+00', '2026-11-25 10:01:18.033511+00', '{"id":"evt_86084970258e33","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_3c90caab45b2","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"84","created":1735732800,"currency":"eur","customer":"cus_6b4889c090b1ec","metadata":{"order_id":"84","checkout_attempt_id":"3c90caab-45b2-4e46-923a-4339dc94da76"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00094"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_76531b624565ca', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00094', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.035673+00', '2026-11-25 10:01:18.035673+00', '{"id":"evt_76531b624565ca","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00094","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_6b4889c090b1ec","ended_at":null,"items":{"object":"list","data":[{"id":"si_00094","object":"subscription_item","created":1735732800,"subscription":"sub_00094","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"84","checkout_attempt_id":"3c90caab-45b2-4e46-923a-4339dc94da76"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_a7f6e644ca97ea', 'invoice.paid', 'processed', 1, NULL, 'in_00095', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.037035+00', '2026-11-25 10:01:18.037035+00', '{"id":"evt_a7f6e644ca97ea","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00095","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_6b4889c090b1ec","lines":{"object":"list","data":[{"id":"il_00096","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00094","subscription_item":"si_00094"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"84"},"subscription":"sub_00094"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_26282a87452448', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00094', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:09+00', 'webhook', '2026-11-25 10:01:18.03823+00', '2026-11-25 10:01:18.03823+00', '{"id":"evt_26282a87452448","object":"event","api_version":"2026-10-28.endive","created":1735732809,"data":{"object":{"id":"sub_00094","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_6b4889c090b1ec","ended_at":null,"items":{"object":"list","data":[{"id":"si_00094","object":"subscription_item","created":1735732800,"subscription":"sub_00094","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"84","checkout_attempt_id":"3c90caab-45b2-4e46-923a-4339dc94da76"},"pause_collection":null,"status":"past_due","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_7ad2a7d847b8b1', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00094', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:09+00', 'webhook', '2026-11-25 10:01:18.039417+00', '2026-11-25 10:01:18.039417+00', '{"id":"evt_7ad2a7d847b8b1","object":"event","api_version":"2026-10-28.endive","created":1735732809,"data":{"object":{"id":"sub_00094","object":"subscription","cancel_at":3627892800,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_6b4889c090b1ec","ended_at":null,"items":{"object":"list","data":[{"id":"si_00094","object":"subscription_item","created":1735732800,"subscription":"sub_00094","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"84","checkout_attempt_id":"3c90caab-45b2-4e46-923a-4339dc94da76"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('fetched_sub_00094_1735732809', 'customer.subscription.fetched', 'processed', 1, NULL, 'sub_00094', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:09+00', 'reconcile', '2026-11-25 10:01:18.041061+00', '2026-11-25 10:01:18.041061+00', '{"data": {"object": {"id": "sub_00094", "object": "subscription", "billing_cycle_anchor": 1735732800, "cancel_at": 3312532800, "cancel_at_period_end": false, "canceled_at": null, "collection_method": "charge_automatically", "created": 1735732800, "currency": "eur", "customer": "cus_6b4889c090b1ec", "ended_at": null, "items": {"object": "list", "data": [{"id": "si_00094", "object": "subscription_item", "created": 1735732800, "quantity": 2, "subscription": "sub_00094", "current_period_start": 1735732800, "current_period_end": 3627892800}], "has_more": false, "total_count": 1}, "latest_invoice": null, "livemode": false, "metadata": {"order_id": "84", "checkout_attempt_id": "3c90caab-45b2-4e46-923a-4339dc94da76"}, "pause_collection": null, "start_date": 1735732800, "status": "active", "trial_end": null, "trial_start": null}}}'),
	('evt_e43d5c89c3751a', 'charge.refunded', 'processed', 1, NULL, 'ch_00109', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.105506+00', '2026-11-25 10:01:18.105506+00', '{"id":"evt_e43d5c89c3751a","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"ch_00109","object":"charge","amount":1998,"amount_captured":1998,"amount_refunded":700,"created":1795600878,"currency":"eur","metadata":{},"paid":true,"payment_intent":"pi_00109","refunded":false,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_64a5779c0b95f6', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00097', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.050058+00', '2026-11-25 10:01:18.050058+00', '{"id":"evt_64a5779c0b95f6","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00097","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_eb65ad0c010755","ended_at":null,"items":{"object":"list","data":[{"id":"si_00097","object":"subscription_item","created":1735732800,"subscription":"sub_00097","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"85","checkout_attempt_id":"2e9cae03-91aa-4a13-9085-0d37b8600ef0"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_93b37c998dfdbb', 'invoice.paid', 'processed', 1, NULL, 'in_00098', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.051645+00', '2026-11-25 10:01:18.051645+00', '{"id":"evt_93b37c998dfdbb","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00098","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_eb65ad0c010755","lines":{"object":"list","data":[{"id":"il_00099","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00097","subscription_item":"si_00097"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"85"},"subscription":"sub_00097"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_9a84df86da89db', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00097', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:09+00', 'webhook', '2026-11-25 10:01:18.053243+00', '2026-11-25 10:01:18.053243+00', '{"id":"evt_9a84df86da89db","object":"event","api_version":"2026-10-28.endive","created":1735732809,"data":{"object":{"id":"sub_00097","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_eb65ad0c010755","ended_at":null,"items":{"object":"list","data":[{"id":"si_00097","object":"subscription_item","created":1735732800,"subscription":"sub_00097","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"85","checkout_attempt_id":"2e9cae03-91aa-4a13-9085-0d37b8600ef0"},"pause_collection":null,"status":"past_due","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_399b4c2811a8be', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00097', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:09+00', 'webhook', '2026-11-25 10:01:18.054322+00', '2026-11-25 10:01:18.054322+00', '{"id":"evt_399b4c2811a8be","object":"event","api_version":"2026-10-28.endive","created":1735732809,"data":{"object":{"id":"sub_00097","object":"subscription","cancel_at":3627892800,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_eb65ad0c010755","ended_at":null,"items":{"object":"list","data":[{"id":"si_00097","object":"subscription_item","created":1735732800,"subscription":"sub_00097","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"85","checkout_attempt_id":"2e9cae03-91aa-4a13-9085-0d37b8600ef0"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_a2e3588d532ea9', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_0f703d06001d', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.061227+00', '2026-11-25 10:01:18.061227+00', '{"id":"evt_a2e3588d532ea9","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_0f703d06001d","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"86","created":1735732800,"currency":"eur","customer":"cus_bdb040f4f0a2a1","metadata":{"order_id":"86","checkout_attempt_id":"0f703d06-001d-4445-934a-4738a73d354b"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00100"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_f53feda0ae6ba1', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00101', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.068017+00', '2026-11-25 10:01:18.068017+00', '{"id":"evt_f53feda0ae6ba1","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00101","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_e757aaa9cbf280","ended_at":null,"items":{"object":"list","data":[{"id":"si_00101","object":"subscription_item","created":1735732800,"subscription":"sub_00101","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"87","checkout_attempt_id":"482fa761-e91e-495b-a3f6-478ceab7ecd7"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_ae2f133cc89637', 'invoice.paid', 'processed', 1, NULL, 'in_00102', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.068966+00', '2026-11-25 10:01:18.068966+00', '{"id":"evt_ae2f133cc89637","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00102","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_e757aaa9cbf280","lines":{"object":"list","data":[{"id":"il_00103","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00101","subscription_item":"si_00101"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"87"},"subscription":"sub_00101"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_41020babb7f3d9', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00102', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.069931+00', '2026-11-25 10:01:18.069931+00', '{"id":"evt_41020babb7f3d9","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00102","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00102","payment":{"payment_intent":"pi_invoice_00102","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_2a9166af5ae862', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_b0d482114a20', '2024-06-20', false, NULL, '2001-09-09 01:46:42+00', 'webhook', '2026-11-25 10:01:18.075615+00', '2026-11-25 10:01:18.075615+00', '{"id":"evt_2a9166af5ae862","object":"event","api_version":"2024-06-20","created":1000000002,"data":{"object":{"id":"cs_test_b0d482114a20","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"88","created":1000000000,"currency":"eur","customer":"cus_c21a6cd96d133a","metadata":{"order_id":"88","checkout_attempt_id":"b0d48211-4a20-4a1e-aca3-ac775bffed7d"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00104"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_cd7ef96c6a2394', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00104', '2024-06-20', false, NULL, '2001-09-09 01:46:41+00', 'webhook', '2026-11-25 10:01:18.077076+00', '2026-11-25 10:01:18.077076+00', '{"id":"evt_cd7ef96c6a2394","object":"event","api_version":"2024-06-20","created":1000000001,"data":{"object":{"id":"sub_00104","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1000000000,"currency":"eur","current_period_start":1000000000,"current_period_end":1005184000,"customer":"cus_c21a6cd96d133a","ended_at":null,"items":{"object":"list","data":[{"id":"si_00104","object":"subscription_item","created":1000000000,"subscription":"sub_00104"}],"has_more":false},"metadata":{"order_id":"88","checkout_attempt_id":"b0d48211-4a20-4a1e-aca3-ac775bffed7d"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_b791fe317f25c6', 'invoice.paid', 'processed', 1, NULL, 'in_00105', '2024-06-20', false, NULL, '2001-09-09 01:46:43+00', 'webhook', '2026-11-25 10:01:18.078285+00', '2026-11-25 10:01:18.078285+00', '{"id":"evt_b791fe317f25c6","object":"event","api_version":"2024-06-20","created":1000000003,"data":{"object":{"id":"in_00105","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1000000000,"currency":"eur","customer":"cus_c21a6cd96d133a","lines":{"object":"list","data":[{"id":"il_00106","object":"line_item","amount":1998,"currency":"eur","period":{"start":1000000000,"end":1005184000},"proration":false,"subscription":"sub_00104","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00105","subscription":"sub_00104"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_4dcfd6d7579948', 'customer.subscription.deleted', 'processed', 1, NULL, 'sub_00104', '2024-06-20', false, NULL, '2001-10-29 01:46:40+00', 'webhook', '2026-11-25 10:01:18.079382+00', '2026-11-25 10:01:18.079382+00', '{"id":"evt_4dcfd6d7579948","object":"event","api_version":"2024-06-20","created":1004320000,"data":{"object":{"id":"sub_00104","object":"subscription","billing_cycle_anchor":1000000000,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":1004320000,"collection_method":"charge_automatically","created":1000000000,"currency":"eur","current_period_start":1000000000,"current_period_end":1005184000,"customer":"cus_c21a6cd96d133a","ended_at":null,"items":{"object":"list","data":[{"id":"si_00104","object":"subscription_item","created":1000000000,"quantity":2,"subscription":"sub_00104"}],"has_more":false,"total_count":1},"latest_invoice":null,"livemode":false,"metadata":{"order_id":"88","checkout_attempt_id":"b0d48211-4a20-4a1e-aca3-ac775bffed7d"},"pause_collection":null,"start_date":1000000000,"status":"canceled","trial_end":null,"trial_start":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.subscription.deleted"}'),
	('evt_1317ea540fa119', 'customer.deleted', 'processed', 1, NULL, 'cus_c21a6cd96d133a', '2024-06-20', false, NULL, '2001-10-29 01:46:40+00', 'webhook', '2026-11-25 10:01:18.080508+00', '2026-11-25 10:01:18.080508+00', '{"id":"evt_1317ea540fa119","object":"event","api_version":"2024-06-20","created":1004320000,"data":{"object":{"id":"cus_c21a6cd96d133a","object":"customer","created":1000000000,"livemode":false,"metadata":{}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.deleted"}'),
	('evt_6b5675544bc719', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_2da03ef2cc38', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.086818+00', '2026-11-25 10:01:18.086818+00', '{"id":"evt_6b5675544bc719","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_2da03ef2cc38","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"89","created":1735732800,"currency":"eur","customer":"cus_edcdae09c79771","metadata":{"order_id":"89","checkout_attempt_id":"2da03ef2-cc38-4aec-87e8-34f63b6b2b40"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00107"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_66540c692b45d6', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00107', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.088224+00', '2026-11-25 10:01:18.088224+00', '{"id":"evt_66540c692b45d6","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00107","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_edcdae09c79771","ended_at":null,"items":{"object":"list","data":[{"id":"si_00107","object":"subscription_item","created":1735732800,"subscription":"sub_00107","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"89","checkout_attempt_id":"2da03ef2-cc38-4aec-87e8-34f63b6b2b40"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_2b44e3172b8408', 'invoice.paid', 'processed', 1, NULL, 'in_00108', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.089409+00', '2026-11-25 10:01:18.089409+00', '{"id":"evt_2b44e3172b8408","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00108","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_edcdae09c79771","lines":{"object":"list","data":[{"id":"il_00109","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00107","subscription_item":"si_00107"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"89"},"subscription":"sub_00107"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_d16d6363806a31', 'checkout.session.completed', 'ignored', 1, NULL, 'cs_test_87e5bc8dca89f9', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.103051+00', '2026-11-25 10:01:18.103051+00', '{"id":"evt_d16d6363806a31","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_87e5bc8dca89f9","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":null,"created":1795600878,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00109","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_6a6ec53f9ffbd7', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00109', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.10374+00', '2026-11-25 10:01:18.10374+00', '{"id":"evt_6a6ec53f9ffbd7","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"pi_00109","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600878,"currency":"eur","latest_charge":"ch_00109","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_61c17ed8cd629a', 'refund.created', 'processed', 1, NULL, 're_00110', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.104709+00', '2026-11-25 10:01:18.104709+00', '{"id":"evt_61c17ed8cd629a","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"re_00110","object":"refund","amount":700,"charge":"ch_00109","created":1795600878,"currency":"eur","metadata":{},"payment_intent":"pi_00109","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_95475ffbcf50fc', 'payment_intent.payment_failed', 'processed', 1, NULL, 'pi_00112', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.107206+00', '2026-11-25 10:01:18.107206+00', '{"id":"evt_95475ffbcf50fc","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"pi_00112","object":"payment_intent","amount":1998,"amount_received":0,"created":1795600878,"currency":"eur","latest_charge":null,"metadata":{},"status":"requires_payment_method"}},"livemode":false,"type":"payment_intent.payment_failed"}'),
	('evt_ee643710bbf28f', 'charge.refund.updated', 'processed', 1, NULL, 're_00114', '2020-08-27', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.108205+00', '2026-11-25 10:01:18.108205+00', '{"id":"evt_ee643710bbf28f","object":"event","api_version":"2020-08-27","created":1795600878,"data":{"object":{"id":"re_00114","object":"refund","amount":1998,"charge":"ch_00113","created":1795600878,"currency":"eur","metadata":{},"reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"charge.refund.updated"}'),
	('evt_5b066a1f276e93', 'charge.dispute.created', 'processed', 1, NULL, 'du_00116', '2017-08-15', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.109019+00', '2026-11-25 10:01:18.109019+00', '{"id":"evt_5b066a1f276e93","object":"event","api_version":"2017-08-15","created":1795600878,"data":{"object":{"id":"du_00116","object":"dispute","amount":1998,"charge":"ch_00115","created":1795600878,"currency":"eur","metadata":{},"reason":"fraudulent","status":"needs_response"}},"livemode":false,"type":"charge.dispute.created"}'),
	('evt_7c5200fd12dac4', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00110', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.109918+00', '2026-11-25 10:01:18.109918+00', '{"id":"evt_7c5200fd12dac4","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00110","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_00111","ended_at":null,"items":{"object":"list","data":[{"id":"si_00110","object":"subscription_item","created":1735732800,"subscription":"sub_00110","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_a6aefe5f59ae82', 'invoice.paid', 'processed', 1, NULL, 'in_00112', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.11066+00', '2026-11-25 10:01:18.11066+00', '{"id":"evt_a6aefe5f59ae82","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00112","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_00111","lines":{"object":"list","data":[{"id":"il_00113","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00110","subscription_item":"si_00110"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{},"subscription":"sub_00110"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_50e3f87c792be5', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00112', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.111453+00', '2026-11-25 10:01:18.111453+00', '{"id":"evt_50e3f87c792be5","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00112","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00112","payment":{"payment_intent":"pi_invoice_00112","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_7773ff6e18096e', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00110', '2026-10-28.endive', false, NULL, '2025-01-02 12:00:00+00', 'webhook', '2026-11-25 10:01:18.112276+00', '2026-11-25 10:01:18.112276+00', '{"id":"evt_7773ff6e18096e","object":"event","api_version":"2026-10-28.endive","created":1735819200,"data":{"object":{"id":"sub_00110","object":"subscription","cancel_at":3627892800,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_00111","ended_at":null,"items":{"object":"list","data":[{"id":"si_00110","object":"subscription_item","created":1735732800,"subscription":"sub_00110","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_96fc29698d323a', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00112', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.113024+00', '2026-11-25 10:01:18.113024+00', '{"id":"evt_96fc29698d323a","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"pi_invoice_00112","object":"payment_intent","amount":1998,"amount_received":1998,"created":1735732800,"currency":"eur","latest_charge":"ch_invoice_00112","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_5d332c33163a73', 'customer.deleted', 'ignored', 1, NULL, 'cus_00111', '2026-10-28.endive', false, NULL, '2025-01-02 12:00:00+00', 'webhook', '2026-11-25 10:01:18.113746+00', '2026-11-25 10:01:18.113746+00', '{"id":"evt_5d332c33163a73","object":"event","api_version":"2026-10-28.endive","created":1735819200,"data":{"object":{"id":"cus_00111","object":"customer","created":1735732800,"livemode":false,"metadata":{}}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"customer.deleted"}'),
	('evt_a18810f2c5daa1', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00114', '2024-06-20', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.114711+00', '2026-11-25 10:01:18.114711+00', '{"id":"evt_a18810f2c5daa1","object":"event","api_version":"2024-06-20","created":1735732801,"data":{"object":{"id":"sub_00114","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_00115","ended_at":null,"items":{"object":"list","data":[{"id":"si_00114","object":"subscription_item","created":1735732800,"subscription":"sub_00114"}],"has_more":false},"metadata":{},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_56dc9a3946fc95', 'invoice.paid', 'processed', 1, NULL, 'in_00116', '2024-06-20', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.115412+00', '2026-11-25 10:01:18.115412+00', '{"id":"evt_56dc9a3946fc95","object":"event","api_version":"2024-06-20","created":1735732803,"data":{"object":{"id":"in_00116","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_00115","lines":{"object":"list","data":[{"id":"il_00117","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"proration":false,"subscription":"sub_00114","type":"subscription"}],"has_more":false},"metadata":{},"status":"paid","paid":true,"payment_intent":"pi_invoice_00116","subscription":"sub_00114"}},"livemode":false,"type":"invoice.paid"}'),
	('evt_820e8b434888be', 'checkout.session.completed', 'quarantined', 1, 'The event is of live mode, our key of test mode.', 'cs_test_bf5ac4c9fa78', '2026-10-28.endive', true, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.129972+00', '2026-11-25 10:01:18.129972+00', '{"id":"evt_820e8b434888be","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_bf5ac4c9fa78","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"93","created":1795600878,"currency":"eur","metadata":{"order_id":"93","checkout_attempt_id":"bf5ac4c9-fa78-4791-b7bf-89706f558a2a"},"mode":"payment","payment_intent":"pi_00119","payment_status":"paid","status":"complete","subscription":null}},"livemode":true,"type":"checkout.session.completed"}'),
	('evt_818380b14b6560', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00114', '2024-06-20', false, NULL, '2025-01-02 12:00:00+00', 'webhook', '2026-11-25 10:01:18.11622+00', '2026-11-25 10:01:18.11622+00', '{"id":"evt_818380b14b6560","object":"event","api_version":"2024-06-20","created":1735819200,"data":{"object":{"id":"sub_00114","object":"subscription","cancel_at":3627892800,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","current_period_start":1735732800,"current_period_end":3627892800,"customer":"cus_00115","ended_at":null,"items":{"object":"list","data":[{"id":"si_00114","object":"subscription_item","created":1735732800,"subscription":"sub_00114"}],"has_more":false},"metadata":{},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_868ade7f21a861', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_invoice_00116', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.116991+00', '2026-11-25 10:01:18.116991+00', '{"id":"evt_868ade7f21a861","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"pi_invoice_00116","object":"payment_intent","amount":1998,"amount_received":1998,"created":1735732800,"currency":"eur","latest_charge":"ch_invoice_00116","metadata":{},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded"}'),
	('evt_3b46c7ce743670', 'customer.deleted', 'ignored', 1, NULL, 'cus_00115', '2024-06-20', false, NULL, '2025-01-02 12:00:00+00', 'webhook', '2026-11-25 10:01:18.11773+00', '2026-11-25 10:01:18.11773+00', '{"id":"evt_3b46c7ce743670","object":"event","api_version":"2024-06-20","created":1735819200,"data":{"object":{"id":"cus_00115","object":"customer","created":1735732800,"metadata":{}}},"livemode":false,"type":"customer.deleted"}'),
	('evt_d22604d9c3380b', 'invoice.paid', 'processed', 1, NULL, 'in_00120', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.118575+00', '2026-11-25 10:01:18.118575+00', '{"id":"evt_d22604d9c3380b","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00120","object":"invoice","amount_paid":1998,"billing_reason":"manual","created":1735732800,"currency":"eur","customer":"cus_00119","lines":{"object":"list","data":[{"id":"il_00121","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":1738324800},"parent":{"invoice_item_details":{"invoice_item":"ii_1","proration":false,"subscription":null},"type":"invoice_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":null}},"livemode":false,"type":"invoice.paid"}'),
	('evt_233ef90232fcf6', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00120', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.119331+00', '2026-11-25 10:01:18.119331+00', '{"id":"evt_233ef90232fcf6","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00120","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00120","payment":{"payment_intent":"pi_invoice_00120","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_98f6a706c5ecb7', 'terminal.reader.action_succeeded', 'ignored', 1, NULL, 'tmr_1', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.120108+00', '2026-11-25 10:01:18.120108+00', '{"id":"evt_98f6a706c5ecb7","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"tmr_1","object":"terminal.reader"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"terminal.reader.action_succeeded"}'),
	('evt_575b68a434cf57', 'charge.succeeded', 'ignored', 1, NULL, 'ch_1', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.120573+00', '2026-11-25 10:01:18.120573+00', '{"id":"evt_575b68a434cf57","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"ch_1","object":"charge","amount":1,"payment_intent":"pi_1"}},"livemode":false,"type":"charge.succeeded"}'),
	('evt_b88c889a12b282', 'customer.created', 'ignored', 1, NULL, 'cus_1', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.121023+00', '2026-11-25 10:01:18.121023+00', '{"id":"evt_b88c889a12b282","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cus_1","object":"customer","metadata":{}}},"livemode":false,"type":"customer.created"}'),
	('evt_33ee5aee7ae988', 'balance.available', 'ignored', 1, NULL, NULL, '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.121449+00', '2026-11-25 10:01:18.121449+00', '{"id":"evt_33ee5aee7ae988","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"object":"balance","available":[]}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"balance.available"}'),
	('evt_097eeaadecfcad', 'checkout.session.completed', 'ignored', 1, NULL, 'cs_test_96dc8c5eaec147', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.122046+00', '2026-11-25 10:01:18.122046+00', '{"id":"evt_097eeaadecfcad","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_96dc8c5eaec147","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"999999","created":1795600878,"currency":"eur","metadata":{},"mode":"payment","payment_intent":"pi_00117","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_51b8d601332781', 'checkout.session.completed', 'ignored', 1, NULL, 'cs_test_0fd1ec85da664e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.122939+00', '2026-11-25 10:01:18.122939+00', '{"id":"evt_51b8d601332781","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_0fd1ec85da664e","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":null,"created":1795600878,"currency":"eur","metadata":{"order_id":"042"},"mode":"payment","payment_intent":"pi_00118","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_b0458a4699d962', 'charge.refunded', 'ignored', 1, NULL, 'ch_old', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.123525+00', '2026-11-25 10:01:18.123525+00', '{"id":"evt_b0458a4699d962","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"ch_old","object":"charge","amount":5,"amount_captured":5,"amount_refunded":5,"created":1735732800,"currency":"eur","metadata":{},"paid":true,"payment_intent":null,"refunded":true,"status":"succeeded"}},"livemode":false,"type":"charge.refunded"}'),
	('evt_7d770b3141b58f', 'refund.created', 'ignored', 1, NULL, 're_balance', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.124009+00', '2026-11-25 10:01:18.124009+00', '{"id":"evt_7d770b3141b58f","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"re_balance","object":"refund","amount":5,"charge":null,"payment_intent":null,"status":"succeeded","created":1735732800}},"livemode":false,"type":"refund.created"}');
INSERT INTO public.stripe_events VALUES
	('evt_1242e3bb372abf', 'payment_intent.succeeded', 'quarantined', 1, 'The event is of the connected account acct_1stranger; this service has no connected accounts.', 'pi_00120', '2026-10-28.endive', false, 'acct_1stranger', '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.130539+00', '2026-11-25 10:01:18.130539+00', '{"id":"evt_1242e3bb372abf","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"pi_00120","object":"payment_intent","amount":1998,"amount_received":1998,"created":1795600878,"currency":"eur","latest_charge":"ch_00120","metadata":{"order_id":"1"},"status":"succeeded"}},"livemode":false,"type":"payment_intent.succeeded","account":"acct_1stranger"}'),
	('evt_c03b49ec0a475f', 'checkout.session.completed', 'failed', 1, 'insert or update on table "checkout_sessions" violates foreign key constraint "checkout_sessions_order_exists" Key (order_id)=(999999) is not present in table "orders".', 'cs_test_b3c9276d4e24ce', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.131794+00', NULL, '{"id":"evt_c03b49ec0a475f","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_b3c9276d4e24ce","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"999999","created":1795600878,"currency":"eur","metadata":{"order_id":"999999"},"mode":"payment","payment_intent":"pi_00121","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_0d14b660e7a185', 'checkout.session.completed', 'failed', 3, 'insert or update on table "checkout_sessions" violates foreign key constraint "checkout_sessions_order_exists" Key (order_id)=(999998) is not present in table "orders".', 'cs_test_59117f5bf7c5a5', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.133135+00', NULL, '{"id":"evt_0d14b660e7a185","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_59117f5bf7c5a5","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"999998","created":1795600878,"currency":"eur","metadata":{"order_id":"999998","checkout_attempt_id":"9b297a49-778a-4fd3-a8c3-678c8d5b4d95"},"mode":"payment","payment_intent":"pi_00122","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e0ddb63120853b', 'checkout.session.completed', 'failed', 1, 'amount_subtotal is ''1998'', not an amount', 'cs_test_1e67b06ac16d', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.140672+00', NULL, '{"id":"evt_e0ddb63120853b","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_1e67b06ac16d","object":"checkout.session","amount_subtotal":"1998","amount_total":1998,"client_reference_id":"94","created":1795600878,"currency":"eur","metadata":{"order_id":"94","checkout_attempt_id":"1e67b06a-c16d-4d42-8a20-7dc32c1d629b"},"mode":"payment","payment_intent":"pi_00123","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_e26d46f1dd7641', 'refund.created', 'failed', 1, 'status is ''unheard_of'', which is none of canceled, failed, pending, requires_action, succeeded', 're_00124', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.141392+00', NULL, '{"id":"evt_e26d46f1dd7641","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"re_00124","object":"refund","amount":1998,"charge":"ch_00123","created":1795600878,"currency":"eur","metadata":{},"payment_intent":"pi_00123","reason":"requested_by_customer","status":"unheard_of"}},"livemode":false,"type":"refund.created"}'),
	('evt_3503f93c343d81', 'customer.subscription.updated', 'failed', 1, 'status is ''frozen'', which is none of active, canceled, incomplete, incomplete_expired, past_due, paused, trialing, unpaid', 'sub_strange', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.142064+00', NULL, '{"id":"evt_3503f93c343d81","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"sub_strange","object":"subscription","status":"frozen"}},"livemode":false,"type":"customer.subscription.updated"}'),
	('evt_e629cc75110780', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_87750f6dc0e0', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.146494+00', '2026-11-25 10:01:18.146494+00', '{"id":"evt_e629cc75110780","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_87750f6dc0e0","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"95","created":1795600878,"currency":"eur","metadata":{"order_id":"95","checkout_attempt_id":"87750f6d-c0e0-4e72-856a-6eca9262f437"},"mode":"payment","payment_intent":"pi_00125","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_6b0430349e1f4f', 'checkout.session.async_payment_succeeded', 'failed', 1, 'checkout session cs_test_87750f6dc0e0 belongs to another order than 94, which this event names Its metadata.order_id was changed at Stripe. Change it back, then replay the event.', 'cs_test_87750f6dc0e0', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.148758+00', NULL, '{"id":"evt_6b0430349e1f4f","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_87750f6dc0e0","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":null,"created":1795600878,"currency":"eur","metadata":{"order_id":"94"},"mode":"payment","payment_intent":"pi_00125","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.async_payment_succeeded"}'),
	('evt_3aad8c204454a8', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_1b3b97098fcc', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.159865+00', '2026-11-25 10:01:18.159865+00', '{"id":"evt_3aad8c204454a8","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"cs_test_1b3b97098fcc","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"97","created":1795600878,"currency":"eur","metadata":{"order_id":"97","checkout_attempt_id":"1b3b9709-8fcc-437a-bb82-dd444675f1ca"},"mode":"payment","payment_intent":"pi_00127","payment_status":"paid","status":"complete","subscription":null}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_30378bb8f5924f', 'refund.created', 'processed', 1, NULL, 're_00128', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.162275+00', '2026-11-25 10:01:18.162275+00', '{"id":"evt_30378bb8f5924f","object":"event","api_version":"2026-10-28.endive","created":1795600878,"data":{"object":{"id":"re_00128","object":"refund","amount":100,"charge":"ch_00127","created":1795600878,"currency":"eur","metadata":{},"payment_intent":"pi_00127","reason":"requested_by_customer","status":"succeeded"}},"livemode":false,"type":"refund.created"}'),
	('evt_4158c4e5833f05', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_1a6ca1722596', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.178477+00', '2026-11-25 10:01:18.178477+00', '{"id":"evt_4158c4e5833f05","object":"event","api_version":"2026-10-28.endive","created":1735732802,"data":{"object":{"id":"cs_test_1a6ca1722596","object":"checkout.session","amount_subtotal":1998,"amount_total":1998,"client_reference_id":"99","created":1735732800,"currency":"eur","customer":"cus_a90bae3eafe2aa","metadata":{"order_id":"99","checkout_attempt_id":"1a6ca172-2596-4cb6-a6ba-3d160c239fc8"},"mode":"subscription","payment_intent":null,"payment_status":"paid","status":"complete","subscription":"sub_00125"}},"livemode":false,"type":"checkout.session.completed"}'),
	('evt_36c06d90212f42', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00125', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.179895+00', '2026-11-25 10:01:18.179895+00', '{"id":"evt_36c06d90212f42","object":"event","api_version":"2026-10-28.endive","created":1735732801,"data":{"object":{"id":"sub_00125","object":"subscription","cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"created":1735732800,"currency":"eur","customer":"cus_a90bae3eafe2aa","ended_at":null,"items":{"object":"list","data":[{"id":"si_00125","object":"subscription_item","created":1735732800,"subscription":"sub_00125","current_period_start":1735732800,"current_period_end":3627892800}],"has_more":false},"metadata":{"order_id":"99","checkout_attempt_id":"1a6ca172-2596-4cb6-a6ba-3d160c239fc8"},"pause_collection":null,"status":"active","trial_end":null}},"livemode":false,"type":"customer.subscription.created"}'),
	('evt_788dffd8a60ff0', 'invoice.paid', 'processed', 1, NULL, 'in_00126', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.181051+00', '2026-11-25 10:01:18.181051+00', '{"id":"evt_788dffd8a60ff0","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"in_00126","object":"invoice","amount_paid":1998,"billing_reason":"subscription_create","created":1735732800,"currency":"eur","customer":"cus_a90bae3eafe2aa","lines":{"object":"list","data":[{"id":"il_00127","object":"line_item","amount":1998,"currency":"eur","period":{"start":1735732800,"end":3627892800},"parent":{"invoice_item_details":null,"subscription_item_details":{"invoice_item":null,"proration":false,"subscription":"sub_00125","subscription_item":"si_00125"},"type":"subscription_item_details"}}],"has_more":false},"metadata":{},"status":"paid","parent":{"subscription_details":{"metadata":{"order_id":"99"},"subscription":"sub_00125"},"type":"subscription_details"}}},"livemode":false,"type":"invoice.paid"}'),
	('evt_a09dc60a12cbff', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00126', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.182092+00', '2026-11-25 10:01:18.182092+00', '{"id":"evt_a09dc60a12cbff","object":"event","api_version":"2026-10-28.endive","created":1735732803,"data":{"object":{"id":"inpay_00126","object":"invoice_payment","amount_paid":1998,"created":1735732800,"currency":"eur","invoice":"in_00126","payment":{"payment_intent":"pi_invoice_00126","type":"payment_intent"},"status":"paid"}},"livemode":false,"type":"invoice_payment.paid"}'),
	('evt_6fd4d3112dd9f3', 'customer.subscription.created', 'processed', 1, NULL, 'sub_00122', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:01+00', 'webhook', '2026-11-25 10:01:18.169757+00', '2026-11-25 10:01:18.169757+00', NULL),
	('evt_4086d365bfba83', 'invoice.paid', 'processed', 1, NULL, 'in_00123', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.170932+00', '2026-11-25 10:01:18.170932+00', NULL),
	('evt_b1e134d58bfc8f', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_06ddd67ce654', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.153484+00', '2026-11-25 10:01:18.153484+00', NULL),
	('evt_ee3267326fec6c', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00126', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.154878+00', '2026-11-25 10:01:18.154878+00', NULL),
	('evt_3ae25ea6c78684', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00127', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.161193+00', '2026-11-25 10:01:18.161193+00', NULL),
	('evt_38ea2cc50d785b', 'checkout.session.completed', 'processed', 1, NULL, 'cs_test_6a881e811d02', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:02+00', 'webhook', '2026-11-25 10:01:18.168364+00', '2026-11-25 10:01:18.168364+00', NULL),
	('evt_23ec661b543fcb', 'checkout.session.completed', 'quarantined', 1, 'The event is of live mode, our key of test mode.', 'cs_test_43576b8d873a57', '2026-10-28.endive', true, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.18568+00', '2026-11-25 10:01:18.18568+00', NULL),
	('evt_7426b41d2e117d', 'invoice_payment.paid', 'processed', 1, NULL, 'inpay_00123', '2026-10-28.endive', false, NULL, '2025-01-01 12:00:03+00', 'webhook', '2026-11-25 10:01:18.172037+00', '2026-11-25 10:01:18.172037+00', NULL),
	('evt_429ad21f07f117', 'customer.subscription.updated', 'processed', 1, NULL, 'sub_00125', '2026-10-28.endive', false, NULL, '2025-03-02 12:00:00+00', 'webhook', '2026-11-25 10:01:18.183201+00', '2026-11-25 10:01:18.183201+00', NULL),
	('evt_71fe04bfaade99', 'payment_intent.succeeded', 'processed', 1, NULL, 'pi_00131', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.184312+00', '2026-11-25 10:01:18.184312+00', NULL),
	('evt_0f77e3ea05b871', 'checkout.session.completed', 'ignored', 1, NULL, 'cs_test_ae9e4e3dda2f12', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.185132+00', '2026-11-25 10:01:18.185132+00', NULL),
	('evt_d1ade62f239ab7', 'checkout.session.completed', 'failed', 1, 'insert or update on table "checkout_sessions" violates foreign key constraint "checkout_sessions_order_exists" Key (order_id)=(999997) is not present in table "orders".', 'cs_test_d629ee4003af2e', '2026-10-28.endive', false, NULL, '2026-11-25 10:01:18+00', 'webhook', '2026-11-25 10:01:18.186795+00', NULL, NULL);


INSERT INTO public.subscriptions VALUES
	('sub_18xH4d9NIL6bv7Ib8SJbxuZQ', 'canceled', '2026-11-25 10:01:17+00', false, false, '2026-11-25 10:01:16+00', '2026-12-25 10:01:16+00', NULL, NULL, '2026-11-25 10:01:17+00', NULL, 'cus_jVPN9XbUTFC01e', '154fbcd6-13c8-458a-8e99-94a3634eb067', '2026-11-25 10:01:16+00'),
	('sub_00001', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_00002', NULL, '2025-01-01 12:00:00+00'),
	('sub_00005', 'active', '2025-01-31 12:00:00+00', false, false, '2025-01-31 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_c3a072c997d0c1', '7d6c446c-8cdc-4cfa-b63b-187cf51036e9', '2025-01-01 12:00:00+00'),
	('sub_00010', 'active', '2025-01-31 12:00:00+00', false, false, '2025-01-31 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_bf2ff5c7ed46a6', '462bbef7-3da4-4958-964b-595600c8563b', '2025-01-01 12:00:00+00'),
	('sub_00015', 'trialing', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, 'cus_e3900f6636a6f9', '7e347829-81fb-4c39-98ed-78f6935fdf8f', '2025-01-01 12:00:00+00'),
	('sub_00018', 'paused', '2001-09-23 01:46:40+00', false, false, '2001-09-09 01:46:40+00', '2001-09-23 01:46:40+00', '2001-09-23 01:46:40+00', NULL, NULL, NULL, 'cus_417cbf4e5a8949', 'bd8f8a32-7200-496a-95bd-e1d04e1722f5', '2001-09-09 01:46:40+00'),
	('sub_00019', 'past_due', '2001-10-09 02:46:40+00', false, false, '2001-10-09 01:46:40+00', '2001-11-08 01:46:40+00', NULL, NULL, NULL, NULL, 'cus_42724412c022f3', '53debdd6-2747-4167-8719-ccc9e6fc821e', '2001-09-09 01:46:40+00'),
	('sub_00024', 'unpaid', '2002-01-07 01:46:40+00', false, false, '2002-01-07 01:46:40+00', '2002-02-06 01:46:40+00', NULL, NULL, NULL, NULL, 'cus_a8503da86d6225', 'c618aaef-106e-4abc-891b-21b961eaa3dd', '2001-09-09 01:46:40+00'),
	('sub_00035', 'active', '2025-03-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2084-12-17 12:00:00+00', NULL, NULL, 'cus_52ec828ed2b28b', 'c3c169f9-0359-41c0-bd65-1989ad3db19c', '2025-01-01 12:00:00+00'),
	('sub_00038', 'active', '2025-03-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2084-12-17 12:00:00+00', NULL, NULL, 'cus_a35edc9f301a90', '57a45a98-d318-4b0d-a396-a910018515d2', '2025-01-01 12:00:00+00'),
	('sub_00041', 'active', '2025-03-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2074-12-20 12:00:00+00', NULL, NULL, 'cus_9f53095ce8a599', '2065413e-411e-4301-b1ca-74bae2a4193f', '2025-01-01 12:00:00+00'),
	('sub_00044', 'active', '2025-03-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, 'keep_as_draft', 'cus_4f13a716e82fa3', '090f7602-b089-4ba9-9920-b50cf37ef53a', '2025-01-01 12:00:00+00'),
	('sub_00047', 'canceled', '2001-10-29 01:46:40+00', false, false, '2001-10-09 01:46:40+00', '2001-11-08 01:46:40+00', NULL, NULL, '2001-10-29 01:46:40+00', NULL, 'cus_169a4c2a997116', '2722f73e-6739-4752-bd0b-96d4c9eeeda8', '2001-09-09 01:46:40+00'),
	('sub_00052', 'incomplete_expired', '2001-09-10 01:46:40+00', false, false, '2001-09-09 01:46:40+00', '2001-10-09 01:46:40+00', NULL, NULL, '2001-09-10 01:46:40+00', NULL, 'cus_63024b5d13393d', 'bde44b2c-bec4-4e52-965c-f8c898b7366c', '2001-09-09 01:46:40+00'),
	('sub_00053', 'incomplete', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2025-01-31 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_77bab12421038d', 'a4d7f11d-02fd-4b3e-a3d8-b9c64c3be60c', '2025-01-01 12:00:00+00'),
	('sub_00055', 'active', '2025-01-31 12:00:00+00', false, false, '2025-01-31 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_6b900afdcb3d27', 'ad625d75-cfbf-4cd6-85d8-69cdb326fb46', '2025-01-01 12:00:00+00'),
	('sub_00060', 'active', '2025-01-31 12:00:00+00', false, false, '2025-01-31 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_c5305eec62d3f0', '61393f94-a37b-4052-a10f-91dacfa5dc15', '2025-01-01 12:00:00+00'),
	('sub_00065', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_37046be9ef3226', 'e5accb66-cfe8-4668-8c22-f2bbf446d7c9', '2025-01-01 12:00:00+00'),
	('sub_00068', 'active', '2025-01-31 12:00:00+00', false, false, '2025-01-31 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_ac9fb031555b7b', '632b5818-064d-4b35-a590-ff060e48a360', '2025-01-01 12:00:00+00'),
	('sub_00073', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_d03a7f502ced3b', 'ff00056a-ebb1-411c-b5b6-df6b743c96e8', '2025-01-01 12:00:00+00'),
	('sub_00076', 'active', '2025-01-11 12:00:00+00', false, false, '2025-01-11 12:00:00+00', '2084-12-27 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_cdafceea5c6cae', 'c0c96070-0397-4d77-971f-e730ef5ab00b', '2025-01-01 12:00:00+00'),
	('sub_00082', 'active', '2025-01-11 12:00:00+00', false, false, '2025-01-11 12:00:00+00', '2084-12-27 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_4b82dd86c31ba2', '5e6da703-0db1-434a-ad00-1d49770b10d5', '2025-01-01 12:00:00+00'),
	('sub_00088', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_4a357863cce672', 'c39f727e-6742-43f0-9a46-374af227142c', '2025-01-01 12:00:00+00'),
	('sub_00089', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_4a357863cce672', '543bd297-a8dc-414d-952d-b551d9282d9a', '2025-01-01 12:00:00+00'),
	('sub_00094', 'active', '2025-01-01 12:00:09+00', true, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2074-12-20 12:00:00+00', NULL, NULL, 'cus_6b4889c090b1ec', '3c90caab-45b2-4e46-923a-4339dc94da76', '2025-01-01 12:00:00+00'),
	('sub_00097', 'past_due', '2025-01-01 12:00:09+00', false, true, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_eb65ad0c010755', '2e9cae03-91aa-4a13-9085-0d37b8600ef0', '2025-01-01 12:00:00+00'),
	('sub_00101', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_e757aaa9cbf280', '482fa761-e91e-495b-a3f6-478ceab7ecd7', '2025-01-01 12:00:00+00'),
	('sub_00104', 'canceled', '2001-10-29 01:46:40+00', false, false, '2001-09-09 01:46:40+00', '2001-11-08 01:46:40+00', NULL, NULL, '2001-10-29 01:46:40+00', NULL, 'cus_c21a6cd96d133a', 'b0d48211-4a20-4a1e-aca3-ac775bffed7d', '2001-09-09 01:46:40+00'),
	('sub_00107', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_edcdae09c79771', '2da03ef2-cc38-4aec-87e8-34f63b6b2b40', '2025-01-01 12:00:00+00'),
	('sub_00110', 'active', '2025-01-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2084-12-17 12:00:00+00', NULL, NULL, 'cus_00111', NULL, '2025-01-01 12:00:00+00'),
	('sub_00114', 'active', '2025-01-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2084-12-17 12:00:00+00', NULL, NULL, 'cus_00115', NULL, '2025-01-01 12:00:00+00'),
	('sub_00122', 'active', '2025-01-01 12:00:01+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, NULL, NULL, NULL, 'cus_3db8a7a4bc70cd', '6a881e81-1d02-4d5a-b5bc-36a041a35f8a', '2025-01-01 12:00:00+00'),
	('sub_00125', 'active', '2025-03-02 12:00:00+00', false, false, '2025-01-01 12:00:00+00', '2084-12-17 12:00:00+00', NULL, '2084-12-17 12:00:00+00', NULL, NULL, 'cus_a90bae3eafe2aa', '1a6ca172-2596-4cb6-a6ba-3d160c239fc8', '2025-01-01 12:00:00+00');


SELECT pg_catalog.setval('public.order_transitions_id_seq', 103, true);


SELECT pg_catalog.setval('public.orders_id_seq', 99, true);


ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_session_once UNIQUE (session_id);


ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_stripe_customer_once UNIQUE (stripe_customer_id);


ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_once_per_event UNIQUE (event_id, order_id);


ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_once_per_idempotency_key UNIQUE (client, idempotency_key);


ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_refund_once UNIQUE (refund_id);


ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);


CREATE INDEX checkout_attempts_by_order ON public.checkout_attempts USING btree (order_id, created_at);


CREATE UNIQUE INDEX checkout_attempts_one_live ON public.checkout_attempts USING btree (order_id) WHERE (ended_at IS NULL);


CREATE INDEX checkout_sessions_by_order ON public.checkout_sessions USING btree (order_id);


CREATE INDEX checkout_sessions_by_payment ON public.checkout_sessions USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


CREATE INDEX checkout_sessions_by_subscription ON public.checkout_sessions USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


CREATE UNIQUE INDEX customers_one_living ON public.customers USING btree (reference) WHERE ((deleted_at IS NULL) AND (refused_at IS NULL));


CREATE INDEX disputes_by_charge ON public.disputes USING btree (charge_id) WHERE (charge_id IS NOT NULL);


CREATE INDEX disputes_by_payment ON public.disputes USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


CREATE INDEX invoices_by_payment ON public.invoices USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


CREATE INDEX invoices_by_subscription ON public.invoices USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


CREATE INDEX order_transitions_by_order ON public.order_transitions USING btree (order_id, id);


CREATE INDEX orders_by_customer ON public.orders USING btree (customer_reference, id) WHERE (customer_reference IS NOT NULL);


CREATE INDEX orders_by_reference ON public.orders USING btree (reference, id) WHERE (reference IS NOT NULL);


CREATE INDEX orders_by_status ON public.orders USING btree (status, id);


CREATE UNIQUE INDEX orders_once_per_idempotency_key ON public.orders USING btree (client, idempotency_key) WHERE (idempotency_key IS NOT NULL);


CREATE INDEX payments_by_attempt ON public.payments USING btree (checkout_attempt_id) WHERE (checkout_attempt_id IS NOT NULL);


CREATE INDEX payments_by_charge ON public.payments USING btree (charge_id) WHERE (charge_id IS NOT NULL);


CREATE INDEX refund_requests_by_order ON public.refund_requests USING btree (order_id);


CREATE INDEX refunds_by_charge ON public.refunds USING btree (charge_id) WHERE (charge_id IS NOT NULL);


CREATE INDEX refunds_by_payment ON public.refunds USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


CREATE INDEX refunds_by_request ON public.refunds USING btree (refund_request_id) WHERE (refund_request_id IS NOT NULL);


CREATE INDEX stripe_events_by_object ON public.stripe_events USING btree (object_id) WHERE (object_id IS NOT NULL);


CREATE INDEX stripe_events_failed ON public.stripe_events USING btree (received_at) WHERE (status = 'failed'::text);


CREATE INDEX subscriptions_ambiguous ON public.subscriptions USING btree (reported_at) WHERE is_ambiguous;


CREATE TRIGGER checkout_attempts_fixed BEFORE UPDATE ON public.checkout_attempts FOR EACH ROW WHEN ((((((new.id IS DISTINCT FROM old.id) OR (new.order_id IS DISTINCT FROM old.order_id)) OR (new.request IS DISTINCT FROM old.request)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((old.session_id IS NOT NULL) AND (new.session_id IS DISTINCT FROM old.session_id)))) EXECUTE FUNCTION public.refuse_rewritten_attempt();


CREATE TRIGGER checkout_attempts_kept BEFORE DELETE OR TRUNCATE ON public.checkout_attempts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewritten_attempt();


CREATE TRIGGER checkout_sessions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.checkout_sessions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER customers_verified BEFORE DELETE OR UPDATE OF deleted_at OR TRUNCATE ON public.customers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER disputes_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.disputes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER invoices_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER order_transitions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.order_transitions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER orders_derived_on_insert AFTER INSERT ON public.orders FOR EACH ROW WHEN ((((((((((new.status IS DISTINCT FROM 'pending'::text) OR (new.failure_reason IS DISTINCT FROM NULL::text)) OR (new.review_reason IS DISTINCT FROM NULL::text)) OR (new.amount_paid IS DISTINCT FROM 0)) OR (new.amount_refunded IS DISTINCT FROM 0)) OR (new.duplicate_payment IS DISTINCT FROM false)) OR (new.access_granted IS DISTINCT FROM false)) OR (new.access_until IS DISTINCT FROM NULL::timestamp with time zone)) OR (new.access_has_grace IS DISTINCT FROM false))) EXECUTE FUNCTION public.refuse_underived_status();


CREATE TRIGGER orders_derived_on_update AFTER UPDATE ON public.orders FOR EACH ROW WHEN ((((((((((new.status IS DISTINCT FROM old.status) OR (new.failure_reason IS DISTINCT FROM old.failure_reason)) OR (new.review_reason IS DISTINCT FROM old.review_reason)) OR (new.amount_paid IS DISTINCT FROM old.amount_paid)) OR (new.amount_refunded IS DISTINCT FROM old.amount_refunded)) OR (new.duplicate_payment IS DISTINCT FROM old.duplicate_payment)) OR (new.access_granted IS DISTINCT FROM old.access_granted)) OR (new.access_until IS DISTINCT FROM old.access_until)) OR (new.access_has_grace IS DISTINCT FROM old.access_has_grace))) EXECUTE FUNCTION public.refuse_underived_status();


CREATE TRIGGER orders_terms_fixed BEFORE UPDATE OF id, mode, currency, amount_subtotal, line_items, trial_period_days ON public.orders FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.mode IS DISTINCT FROM old.mode)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.line_items IS DISTINCT FROM old.line_items)) OR (new.trial_period_days IS DISTINCT FROM old.trial_period_days)) OR ((old.amount_subtotal IS NOT NULL) AND (new.amount_subtotal IS DISTINCT FROM old.amount_subtotal)))) EXECUTE FUNCTION public.refuse_changed_terms();


CREATE TRIGGER orders_verified BEFORE DELETE OR UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, access_granted, access_until, access_has_grace OR TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER payments_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.payments FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER refunds_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.refunds FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


CREATE TRIGGER stripe_events_final BEFORE UPDATE ON public.stripe_events FOR EACH ROW WHEN (((NOT ((new.payload IS NULL) AND (NOT (((((((((((((new.id IS DISTINCT FROM old.id) OR (new.type IS DISTINCT FROM old.type)) OR (new.status IS DISTINCT FROM old.status)) OR (new.attempts IS DISTINCT FROM old.attempts)) OR (new.last_error IS DISTINCT FROM old.last_error)) OR (new.object_id IS DISTINCT FROM old.object_id)) OR (new.api_version IS DISTINCT FROM old.api_version)) OR (new.livemode IS DISTINCT FROM old.livemode)) OR (new.account IS DISTINCT FROM old.account)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.source IS DISTINCT FROM old.source)) OR (new.received_at IS DISTINCT FROM old.received_at)) OR (new.processed_at IS DISTINCT FROM old.processed_at))))) AND (NOT ((NOT (new.id IS DISTINCT FROM current_setting('stripe_svc.event_id'::text, true))) AND (NOT (((((new.id IS DISTINCT FROM old.id) OR (new.type IS DISTINCT FROM old.type)) OR (new.livemode IS DISTINCT FROM old.livemode)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.received_at IS DISTINCT FROM old.received_at))) AND ((old.status = ANY (ARRAY['failed'::text, 'quarantined'::text])) OR ((old.status = 'processed'::text) AND (new.status = 'ignored'::text) AND (old.processed_at = now()))))))) EXECUTE FUNCTION public.refuse_rewritten_journal();


CREATE TRIGGER stripe_events_kept BEFORE DELETE OR TRUNCATE ON public.stripe_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewritten_journal();


CREATE TRIGGER stripe_events_received BEFORE INSERT ON public.stripe_events FOR EACH ROW WHEN ((new.id IS DISTINCT FROM current_setting('stripe_svc.event_id'::text, true))) EXECUTE FUNCTION public.refuse_rewritten_journal();


CREATE TRIGGER subscriptions_verified BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.subscriptions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unverified_write();


ALTER TABLE ONLY public.checkout_attempts
    ADD CONSTRAINT checkout_attempts_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


ALTER TABLE ONLY public.checkout_sessions
    ADD CONSTRAINT checkout_sessions_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES public.stripe_events(id);


ALTER TABLE ONLY public.order_transitions
    ADD CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


ALTER TABLE ONLY public.refund_requests
    ADD CONSTRAINT refund_requests_order_exists FOREIGN KEY (order_id) REFERENCES public.orders(id);


REVOKE ALL ON FUNCTION public.lock_facts(facts jsonb, OUT payment_intent_ids text[], OUT subscription_ids text[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.lock_ids(kind text, ids text[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_checkout_session(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_customer_deletion(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_dispute(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_invoice(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_payment(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_refund(fact jsonb) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.merge_subscription(fact jsonb) FROM PUBLIC;


GRANT SELECT ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(mode) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(currency) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(amount_subtotal),UPDATE(amount_subtotal) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(line_items) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(reference) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(customer_reference) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(customer_email) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(success_url) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(cancel_url) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(metadata) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(client) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(idempotency_key) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(request_fingerprint) ON TABLE public.orders TO stripe_svc_app;


GRANT UPDATE(updated_at) ON TABLE public.orders TO stripe_svc_app;


GRANT INSERT(trial_period_days) ON TABLE public.orders TO stripe_svc_app;


REVOKE ALL ON FUNCTION public.receive_event(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, facts jsonb, quarantine_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.receive_event(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, facts jsonb, quarantine_reason text) TO stripe_svc_app;


REVOKE ALL ON FUNCTION public.record_event_failure(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, error text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.record_event_failure(event_id text, event_type text, object_id text, api_version text, livemode boolean, account text, created_at timestamp with time zone, source text, payload json, error text) TO stripe_svc_app;


REVOKE ALL ON FUNCTION public.settle_order(order_id bigint, event_id text, source text) FROM PUBLIC;


GRANT SELECT ON TABLE public.subscriptions TO stripe_svc_app;


GRANT SELECT ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT INSERT(order_id) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT INSERT(request) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT UPDATE(session_id) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT UPDATE(url) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT UPDATE(expires_at) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT UPDATE(ended_at) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT UPDATE(end_reason) ON TABLE public.checkout_attempts TO stripe_svc_app;


GRANT SELECT ON TABLE public.checkout_sessions TO stripe_svc_app;


GRANT SELECT ON TABLE public.customers TO stripe_svc_app;


GRANT INSERT(reference) ON TABLE public.customers TO stripe_svc_app;


GRANT INSERT(request) ON TABLE public.customers TO stripe_svc_app;


GRANT UPDATE(stripe_customer_id) ON TABLE public.customers TO stripe_svc_app;


GRANT UPDATE(refused_at) ON TABLE public.customers TO stripe_svc_app;


GRANT SELECT ON TABLE public.disputes TO stripe_svc_app;


GRANT SELECT ON TABLE public.invoices TO stripe_svc_app;


GRANT SELECT ON TABLE public.order_transitions TO stripe_svc_app;


GRANT SELECT ON TABLE public.payments TO stripe_svc_app;


GRANT SELECT ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(order_id) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(payment_intent_id) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(amount) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(currency) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(reason) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(client) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(idempotency_key) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT INSERT(request_fingerprint) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(tries) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(tried_at) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(refund_id) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(refund_status) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(refused_at) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT UPDATE(refusal) ON TABLE public.refund_requests TO stripe_svc_app;


GRANT SELECT ON TABLE public.refunds TO stripe_svc_app;


GRANT SELECT ON TABLE public.schema_migrations TO stripe_svc_app;


GRANT SELECT ON TABLE public.stripe_events TO stripe_svc_app;


--
-- PostgreSQL database dump complete
--


