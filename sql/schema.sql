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
-- Name: stripe_svc; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA stripe_svc;


--
-- Name: amount; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.amount AS bigint
	CONSTRAINT amount_not_negative CHECK ((VALUE >= 0));


--
-- Name: checkout_mode; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.checkout_mode AS ENUM (
    'payment',
    'setup',
    'subscription'
);


--
-- Name: counter; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.counter AS bigint
	CONSTRAINT counter_positive CHECK ((VALUE > 0));


--
-- Name: currency; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.currency AS text
	CONSTRAINT currency_is_iso_4217 CHECK ((VALUE ~ '^[a-z]{3}$'::text));


--
-- Name: dispute_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.dispute_status AS ENUM (
    'warning_needs_response',
    'warning_under_review',
    'needs_response',
    'under_review',
    'warning_closed',
    'charge_refunded',
    'prevented',
    'lost',
    'won'
);


--
-- Name: email; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.email AS text
	CONSTRAINT email_length CHECK (((length(VALUE) >= 3) AND (length(VALUE) <= 512)));


--
-- Name: error; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.error AS text
	CONSTRAINT error_length CHECK ((length(VALUE) <= 2000));


--
-- Name: event_links; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.event_links AS (
	payment_intent_ids text[],
	subscription_ids text[]
);


--
-- Name: event_source; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.event_source AS ENUM (
    'webhook',
    'reconcile',
    'replay'
);


--
-- Name: event_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.event_status AS ENUM (
    'processed',
    'ignored',
    'quarantined',
    'failed'
);


--
-- Name: identifier; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.identifier AS text
	CONSTRAINT identifier_length CHECK (((length(VALUE) >= 1) AND (length(VALUE) <= 255)));


--
-- Name: invoice_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.invoice_status AS ENUM (
    'draft',
    'open',
    'uncollectible',
    'void',
    'paid'
);


--
-- Name: line_items; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.line_items AS jsonb
	CONSTRAINT line_items_present CHECK ((jsonb_array_length(VALUE) > 0));


--
-- Name: metadata; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.metadata AS jsonb
	CONSTRAINT metadata_is_object CHECK ((jsonb_typeof(VALUE) = 'object'::text));


--
-- Name: money_back; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.money_back AS (
	amount_refunded bigint,
	amount_refunding bigint,
	disputed boolean,
	lost boolean
);


--
-- Name: order_money; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.order_money AS (
	session_id text,
	subscription_id text,
	invoice_id text,
	payment_intent_id text,
	charge_id text,
	state text,
	failure_reason text,
	mismatch text,
	currency text,
	amount bigint,
	amount_received bigint,
	amount_refunded bigint,
	created_at timestamp with time zone
);


--
-- Name: order_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.order_status AS ENUM (
    'pending',
    'paying',
    'paid',
    'failed',
    'review',
    'refunded',
    'disputed'
);


--
-- Name: order_outcome; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.order_outcome AS (
	status stripe_svc.order_status,
	failure_reason text,
	review_reason text,
	amount_paid bigint,
	amount_refunded bigint,
	duplicate_payment boolean,
	access_granted boolean,
	access_until timestamp with time zone,
	access_has_grace boolean
);


--
-- Name: order_payment; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.order_payment AS (
	session_id text,
	subscription_id text,
	invoice_id text,
	payment_intent_id text,
	state text,
	failure_reason text,
	mismatch text,
	settled boolean,
	currency text,
	amount_paid bigint,
	amount_refunded bigint,
	amount_refunding bigint,
	refunded boolean,
	disputed boolean,
	lost boolean,
	created_at timestamp with time zone
);


--
-- Name: pause_behavior; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.pause_behavior AS ENUM (
    'keep_as_draft',
    'mark_uncollectible',
    'void'
);


--
-- Name: payment_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.payment_status AS ENUM (
    'requires_payment_method',
    'processing',
    'canceled',
    'succeeded'
);


--
-- Name: refund_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.refund_status AS ENUM (
    'requires_action',
    'pending',
    'succeeded',
    'canceled',
    'failed'
);


--
-- Name: session_payment_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.session_payment_status AS ENUM (
    'unpaid',
    'no_payment_required',
    'paid'
);


--
-- Name: session_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.session_status AS ENUM (
    'open',
    'expired',
    'complete'
);


--
-- Name: subscription_status; Type: TYPE; Schema: stripe_svc; Owner: -
--

CREATE TYPE stripe_svc.subscription_status AS ENUM (
    'incomplete',
    'trialing',
    'active',
    'past_due',
    'unpaid',
    'paused',
    'incomplete_expired',
    'canceled'
);


--
-- Name: trial_days; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.trial_days AS bigint
	CONSTRAINT trial_days_as_at_stripe CHECK (((VALUE >= 1) AND (VALUE <= 730)));


--
-- Name: url; Type: DOMAIN; Schema: stripe_svc; Owner: -
--

CREATE DOMAIN stripe_svc.url AS text
	CONSTRAINT url_length CHECK ((length(VALUE) <= 2048));


--
-- Name: access_ends(timestamp with time zone, boolean, integer); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.access_ends(access_until timestamp with time zone, access_has_grace boolean, grace_days integer) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
    SELECT access_until + make_interval(days => CASE WHEN access_has_grace THEN grace_days ELSE 0 END)
$$;


--
-- Name: concerns_us(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.concerns_us(facts jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF facts ?| '{payments,refunds,disputes,subscriptions,invoices}'
        OR facts @> '{"checkout_sessions": [{"created_by_us": true}]}'
    THEN
        RETURN true;
    END IF;
    RETURN EXISTS (
        SELECT FROM jsonb_to_recordset(facts -> 'checkout_sessions') AS s (order_id bigint)
        INNER JOIN stripe_svc.orders AS o ON o.id = s.order_id
    ) OR EXISTS (
        SELECT FROM jsonb_to_recordset(facts -> 'deleted_customers') AS d (id text)
        INNER JOIN stripe_svc.customers AS c ON c.stripe_customer_id = d.id
    );
END
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: orders; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.orders (
    id bigint NOT NULL,
    status stripe_svc.order_status DEFAULT 'pending'::stripe_svc.order_status NOT NULL,
    failure_reason text,
    review_reason text,
    amount_paid stripe_svc.amount DEFAULT 0 NOT NULL,
    amount_refunded stripe_svc.amount DEFAULT 0 NOT NULL,
    duplicate_payment boolean DEFAULT false NOT NULL,
    access_granted boolean DEFAULT false NOT NULL,
    access_until timestamp with time zone,
    access_has_grace boolean DEFAULT false NOT NULL,
    mode stripe_svc.checkout_mode NOT NULL,
    currency stripe_svc.currency NOT NULL,
    amount_subtotal stripe_svc.amount,
    line_items stripe_svc.line_items NOT NULL,
    trial_period_days stripe_svc.trial_days,
    reference stripe_svc.identifier,
    customer_reference stripe_svc.identifier,
    customer_email stripe_svc.email,
    success_url stripe_svc.url,
    cancel_url stripe_svc.url,
    metadata stripe_svc.metadata DEFAULT '{}'::jsonb NOT NULL,
    client text NOT NULL,
    idempotency_key stripe_svc.identifier,
    request_fingerprint bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: derive_order(stripe_svc.orders); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.derive_order(o stripe_svc.orders) RETURNS stripe_svc.order_outcome
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
    payments stripe_svc.order_payment[] := stripe_svc.order_payments(o);
    outcome stripe_svc.order_outcome;
BEGIN
    SELECT
        s.status,
        CASE WHEN s.status = 'failed' THEN s.failure_reasons[cardinality(s.failure_reasons)] END,
        CASE WHEN s.status = 'review' THEN s.mismatches[1] END,
        s.amount_paid,
        s.amount_refunded,
        s.status = 'paid' AND s.kept > 1,
        s.status = 'paid' AND o.mode = 'payment',
        NULL,
        false
    INTO outcome
    FROM (
        SELECT
            sums.*,
            CASE
                WHEN good > 0 THEN 'paid'
                WHEN disputed > 0 THEN 'disputed'
                WHEN mismatches <> '{}' THEN 'review'
                WHEN refunded > 0 THEN 'refunded'
                WHEN settling > 0 THEN 'paying'
                WHEN failure_reasons <> '{}' THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM (
            SELECT
                -- One good payment is enough: what happens to a second one does not take the order away.
                count(*) FILTER (WHERE p.settled AND NOT p.refunded AND NOT p.disputed) AS good,
                count(*) FILTER (WHERE p.settled AND p.disputed) AS disputed,
                count(*) FILTER (WHERE p.settled AND p.refunded) AS refunded,
                count(DISTINCT p.session_id)
                    FILTER (WHERE (p.settled OR p.state = 'paid') AND NOT p.refunded AND NOT p.lost) AS kept,
                count(*) FILTER (WHERE p.state = 'settling' AND p.mismatch IS NULL) AS settling,
                -- Money that does not match needs a person until it has gone back, or was lost in a dispute.
                array_agg(p.mismatch ORDER BY p.created_at, p.session_id) FILTER (
                    WHERE p.state = 'paid' AND p.mismatch IS NOT NULL AND NOT p.refunded AND NOT p.lost
                ) AS mismatches,
                array_agg(p.failure_reason ORDER BY p.created_at, p.session_id)
                    FILTER (WHERE p.state = 'failed' AND p.mismatch IS NULL) AS failure_reasons,
                coalesce(sum(p.amount_paid) FILTER (WHERE p.settled), 0) AS amount_paid,
                coalesce(sum(p.amount_refunded) FILTER (WHERE p.settled), 0) AS amount_refunded
            FROM unnest(payments) AS p
        ) AS sums
    ) AS s;

    IF outcome.status = 'paid' AND o.mode = 'subscription' THEN
        SELECT a.access_until, a.access_has_grace, a.access_until IS NOT NULL
        INTO outcome.access_until, outcome.access_has_grace, outcome.access_granted
        FROM stripe_svc.subscribed_access(payments) AS a;
    END IF;
    RETURN outcome;
END
$$;


--
-- Name: dispute_counts(stripe_svc.dispute_status); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.dispute_counts(status stripe_svc.dispute_status) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT status NOT IN ('won', 'warning_closed', 'charge_refunded', 'prevented')
$$;


--
-- Name: less_what_went_back(stripe_svc.order_money); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.less_what_went_back(m stripe_svc.order_money) RETURNS SETOF stripe_svc.order_payment
    LANGUAGE sql STABLE
    AS $$
    SELECT
        m.session_id,
        m.subscription_id,
        m.invoice_id,
        m.payment_intent_id,
        m.state,
        CASE WHEN m.state = 'failed' THEN m.failure_reason END,
        m.mismatch,
        m.state IN ('paid', 'free') AND m.mismatch IS NULL,
        m.currency,
        CASE WHEN m.state = 'paid' THEN m.amount ELSE 0 END,
        (known.back).amount_refunded,
        (known.back).amount_refunding,
        m.state = 'paid' AND m.amount > 0 AND (known.back).amount_refunded >= m.amount,
        (known.back).disputed,
        (known.back).lost,
        m.created_at
    FROM (SELECT stripe_svc.money_back(m) AS back OFFSET 0) AS known
$$;


--
-- Name: lock_ids(text, text[]); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.lock_ids(kind text, ids text[]) RETURNS text[]
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(keys.key)
    FROM (
        SELECT DISTINCT hashtextextended(lock_ids.kind || ':' || named.id, 0) AS key
        FROM unnest(lock_ids.ids) AS named (id) ORDER BY 1
    ) AS keys;
    RETURN ids;
END
$$;


--
-- Name: lock_links(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.lock_links(facts jsonb) RETURNS stripe_svc.event_links
    LANGUAGE plpgsql
    AS $_$
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
$_$;


--
-- Name: checkout_sessions; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.checkout_sessions (
    id stripe_svc.identifier NOT NULL,
    order_id bigint NOT NULL,
    status stripe_svc.session_status NOT NULL,
    payment_status stripe_svc.session_payment_status NOT NULL,
    async_payment_failed boolean DEFAULT false NOT NULL,
    mode stripe_svc.checkout_mode NOT NULL,
    currency text,
    amount_subtotal stripe_svc.amount,
    amount_total stripe_svc.amount,
    checkout_attempt_id uuid,
    payment_intent_id stripe_svc.identifier,
    subscription_id stripe_svc.identifier,
    customer_id stripe_svc.identifier,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: merge_checkout_session(stripe_svc.checkout_sessions, stripe_svc.checkout_sessions); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_checkout_session(known stripe_svc.checkout_sessions, reported stripe_svc.checkout_sessions) RETURNS stripe_svc.checkout_sessions
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
    IF known.order_id <> reported.order_id THEN
        RAISE EXCEPTION 'checkout session % belongs to another order than %, which this event names',
            reported.id, reported.order_id
            USING HINT = 'Its metadata.order_id was changed at Stripe. Change it back, then replay the event.';
    END IF;
    RETURN (
        known.id,
        known.order_id,
        greatest(known.status, reported.status),
        greatest(known.payment_status, reported.payment_status),
        known.async_payment_failed OR reported.async_payment_failed,
        greatest(known.mode, reported.mode),
        greatest(known.currency, reported.currency),
        greatest(known.amount_subtotal, reported.amount_subtotal),
        greatest(known.amount_total, reported.amount_total),
        greatest(known.checkout_attempt_id, reported.checkout_attempt_id),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.subscription_id, reported.subscription_id),
        greatest(known.customer_id, reported.customer_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.checkout_sessions;
END
$$;


--
-- Name: disputes; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.disputes (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.dispute_status NOT NULL,
    amount stripe_svc.amount,
    currency text,
    reason text,
    funds_withdrawn boolean DEFAULT false NOT NULL,
    funds_reinstated boolean DEFAULT false NOT NULL,
    payment_intent_id stripe_svc.identifier,
    charge_id stripe_svc.identifier,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT disputes_payment_named CHECK (((payment_intent_id IS NOT NULL) OR (charge_id IS NOT NULL)))
);


--
-- Name: merge_dispute(stripe_svc.disputes, stripe_svc.disputes); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_dispute(known stripe_svc.disputes, reported stripe_svc.disputes) RETURNS stripe_svc.disputes
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.amount, reported.amount),
        greatest(known.currency, reported.currency),
        greatest(known.reason, reported.reason),
        known.funds_withdrawn OR reported.funds_withdrawn,
        known.funds_reinstated OR reported.funds_reinstated,
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.charge_id, reported.charge_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.disputes
$$;


--
-- Name: invoices; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.invoices (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.invoice_status NOT NULL,
    currency text,
    amount_paid stripe_svc.amount,
    billing_reason text,
    paid_through timestamp with time zone,
    payment_failed boolean DEFAULT false NOT NULL,
    subscription_id stripe_svc.identifier,
    customer_id stripe_svc.identifier,
    payment_intent_id stripe_svc.identifier,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: merge_invoice(stripe_svc.invoices, stripe_svc.invoices); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_invoice(known stripe_svc.invoices, reported stripe_svc.invoices) RETURNS stripe_svc.invoices
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.currency, reported.currency),
        greatest(known.amount_paid, reported.amount_paid),
        greatest(known.billing_reason, reported.billing_reason),
        greatest(known.paid_through, reported.paid_through),
        known.payment_failed OR reported.payment_failed,
        greatest(known.subscription_id, reported.subscription_id),
        greatest(known.customer_id, reported.customer_id),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.invoices
$$;


--
-- Name: payments; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.payments (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.payment_status NOT NULL,
    currency text,
    amount stripe_svc.amount,
    amount_received stripe_svc.amount,
    amount_refunded stripe_svc.amount,
    charge_id stripe_svc.identifier,
    checkout_attempt_id uuid,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: merge_payment(stripe_svc.payments, stripe_svc.payments); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_payment(known stripe_svc.payments, reported stripe_svc.payments) RETURNS stripe_svc.payments
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.currency, reported.currency),
        greatest(known.amount, reported.amount),
        greatest(known.amount_received, reported.amount_received),
        greatest(known.amount_refunded, reported.amount_refunded),
        greatest(known.charge_id, reported.charge_id),
        greatest(known.checkout_attempt_id, reported.checkout_attempt_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.payments
$$;


--
-- Name: refunds; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.refunds (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.refund_status NOT NULL,
    amount stripe_svc.amount NOT NULL,
    currency text,
    reason text,
    payment_intent_id stripe_svc.identifier,
    charge_id stripe_svc.identifier,
    refund_request_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT refunds_payment_named CHECK (((payment_intent_id IS NOT NULL) OR (charge_id IS NOT NULL)))
);


--
-- Name: merge_refund(stripe_svc.refunds, stripe_svc.refunds); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_refund(known stripe_svc.refunds, reported stripe_svc.refunds) RETURNS stripe_svc.refunds
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.amount, reported.amount),
        greatest(known.currency, reported.currency),
        greatest(known.reason, reported.reason),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.charge_id, reported.charge_id),
        greatest(known.refund_request_id, reported.refund_request_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.refunds
$$;


--
-- Name: subscriptions; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.subscriptions (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.subscription_status NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    is_fetched boolean DEFAULT false NOT NULL,
    is_ambiguous boolean DEFAULT false NOT NULL,
    current_period_start timestamp with time zone,
    current_period_end timestamp with time zone,
    trial_end timestamp with time zone,
    cancel_at timestamp with time zone,
    ended_at timestamp with time zone,
    pause_behavior stripe_svc.pause_behavior,
    customer_id stripe_svc.identifier,
    checkout_attempt_id uuid,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: merge_subscription(stripe_svc.subscriptions, stripe_svc.subscriptions); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.merge_subscription(known stripe_svc.subscriptions, reported stripe_svc.subscriptions) RETURNS stripe_svc.subscriptions
    LANGUAGE plpgsql STABLE STRICT
    AS $$
DECLARE
    kept stripe_svc.subscriptions := known;
BEGIN
    IF stripe_svc.subscription_rank(reported) > stripe_svc.subscription_rank(known) THEN
        kept := reported;
    END IF;
    kept.created_at := least(known.created_at, reported.created_at);
    kept.is_ambiguous := kept.is_ambiguous OR (
        known.reported_at = reported.reported_at
        AND NOT (known.is_fetched OR reported.is_fetched)
        AND stripe_svc.subscription_phase(known.status) = stripe_svc.subscription_phase(reported.status)
        AND NOT stripe_svc.subscription_has_ended(known.status)
        AND stripe_svc.subscription_picture(known) <> stripe_svc.subscription_picture(reported)
    );
    RETURN kept;
END
$$;


--
-- Name: money_back(stripe_svc.order_money); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.money_back(m stripe_svc.order_money) RETURNS stripe_svc.money_back
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
    back stripe_svc.money_back := (0, 0, false, false);
BEGIN
    IF m.amount_refunded = 0 AND NOT (
        EXISTS (SELECT FROM stripe_svc.refunds AS r WHERE r.payment_intent_id = m.payment_intent_id)
        OR EXISTS (SELECT FROM stripe_svc.refunds AS r WHERE r.charge_id = m.charge_id)
        OR EXISTS (SELECT FROM stripe_svc.disputes AS d WHERE d.payment_intent_id = m.payment_intent_id)
        OR EXISTS (SELECT FROM stripe_svc.disputes AS d WHERE d.charge_id = m.charge_id)
    ) THEN
        RETURN back;
    END IF;

    SELECT
        stripe_svc.share_of(m.amount, went.back, m.amount_received),
        stripe_svc.share_of(m.amount, went.going_back - went.back, m.amount_received)
    INTO back.amount_refunded, back.amount_refunding
    FROM (
        SELECT
            least(m.amount_received, greatest(r.succeeded, m.amount_refunded - r.failed - r.pending))::bigint AS back,
            least(m.amount_received, greatest(r.succeeded + r.pending, m.amount_refunded - r.failed))::bigint AS going_back
        FROM (
            SELECT
                coalesce(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0) AS succeeded,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('pending', 'requires_action')), 0) AS pending,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('failed', 'canceled')), 0) AS failed
            FROM stripe_svc.refunds AS r
            WHERE r.payment_intent_id = m.payment_intent_id OR r.charge_id = m.charge_id
        ) AS r
    ) AS went;

    SELECT coalesce(bool_or(stripe_svc.dispute_counts(d.status)), false), coalesce(bool_or(d.status = 'lost'), false)
    INTO back.disputed, back.lost
    FROM stripe_svc.disputes AS d
    WHERE d.payment_intent_id = m.payment_intent_id OR d.charge_id = m.charge_id;
    RETURN back;
END
$$;


--
-- Name: one_time_money(stripe_svc.orders); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.one_time_money(o stripe_svc.orders) RETURNS SETOF stripe_svc.order_money
    LANGUAGE sql STABLE
    AS $$
    SELECT
        s.id,
        NULL::text,
        NULL::text,
        s.payment_intent_id,
        p.charge_id,
        stripe_svc.session_state(s, p.status, NULL),
        stripe_svc.session_failure(s),
        stripe_svc.session_mismatch(o, s, a),
        s.currency,
        -- The first sessions, of 2019, did not say.
        coalesce(s.amount_total, p.amount_received, 0),
        -- In API versions before 2025-03-31 a payment, and so its refunds, may be in the buyer's currency.
        coalesce(nullif(p.amount_received, 0), s.amount_total, 0),
        coalesce(p.amount_refunded, 0),
        s.created_at
    FROM stripe_svc.checkout_sessions AS s
    LEFT JOIN stripe_svc.payments AS p ON p.id = s.payment_intent_id
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id
    OFFSET 0
$$;


--
-- Name: order_access(stripe_svc.orders, integer); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.order_access(o stripe_svc.orders, grace_days integer) RETURNS TABLE(access json)
    LANGUAGE sql STABLE
    AS $$
    SELECT json_build_object('granted', o.access_granted AND coalesce(ends.until > now(), true), 'until', ends.until)
    FROM (SELECT stripe_svc.access_ends(o.access_until, o.access_has_grace, grace_days) AS until) AS ends
$$;


--
-- Name: order_checkout(bigint); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.order_checkout(order_id bigint) RETURNS TABLE(checkout json)
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
            coalesce(s.status::text, CASE WHEN a.ended_at IS NULL AND a.expires_at > now() THEN 'open' ELSE 'expired' END) AS status,
            a.expires_at
        FROM stripe_svc.checkout_attempts AS a
        LEFT JOIN stripe_svc.checkout_sessions AS s ON s.checkout_attempt_id = a.id AND s.order_id = a.order_id
        WHERE a.order_id = order_checkout.order_id AND (a.session_id IS NOT NULL OR s.id IS NOT NULL)
        ORDER BY a.created_at DESC, a.id
        LIMIT 1
    ) AS newest
$$;


--
-- Name: order_history(bigint); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.order_history(order_id bigint) RETURNS TABLE(history json)
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
    FROM stripe_svc.order_transitions AS t
    INNER JOIN stripe_svc.stripe_events AS e ON e.id = t.event_id
    WHERE t.order_id = order_history.order_id
$$;


--
-- Name: order_payments(stripe_svc.orders); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.order_payments(o stripe_svc.orders) RETURNS stripe_svc.order_payment[]
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF o.mode = 'payment' AND NOT EXISTS (
        SELECT FROM stripe_svc.checkout_sessions AS s WHERE s.order_id = o.id AND s.subscription_id IS NOT NULL
    ) THEN
        RETURN ARRAY(
            SELECT p
            FROM stripe_svc.one_time_money(o) AS m
            CROSS JOIN LATERAL stripe_svc.less_what_went_back(m) AS p
        );
    END IF;
    RETURN ARRAY(
        SELECT p
        FROM stripe_svc.subscription_money(o) AS m
        CROSS JOIN LATERAL stripe_svc.less_what_went_back(m) AS p
    );
END
$$;


--
-- Name: outcome_of(stripe_svc.orders); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.outcome_of(o stripe_svc.orders) RETURNS stripe_svc.order_outcome
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT ROW(
        o.status, o.failure_reason, o.review_reason, o.amount_paid, o.amount_refunded, o.duplicate_payment,
        o.access_granted, o.access_until, o.access_has_grace
    )::stripe_svc.order_outcome
$$;


--
-- Name: receive_event(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.receive_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET lock_timeout TO '5s'
    AS $$
DECLARE
    links stripe_svc.event_links;
    order_id bigint;
BEGIN
    -- Copies of one event come in one after the other. The second waits here until the first has
    -- committed (then it is a duplicate) or failed (then it takes its place). Without the lock the
    -- journal's primary key would still let only one of them through; a copy would wait there instead.
    PERFORM pg_advisory_xact_lock(hashtextextended('stripe_event:' || new.id, 0));

    IF new.error IS NOT NULL THEN
        new.outcome := 'failed';
        new.attempts := stripe_svc.record_event_failure(new);
        RETURN new;
    END IF;

    new.outcome := stripe_svc.record_event(new);
    IF new.outcome = 'processed' THEN
        -- Events about one payment or subscription come in one after the other, too: the second sees the first's facts.
        links := stripe_svc.lock_links(new.facts);
        FOREACH order_id IN ARRAY stripe_svc.record_facts(new.facts, links) LOOP
            PERFORM stripe_svc.settle_order(order_id, new.id, new.source);
        END LOOP;
    END IF;
    RETURN new;
END
$$;


--
-- Name: record_checkout_sessions(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_checkout_sessions(reports jsonb) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    inserted bigint;
    reported stripe_svc.checkout_sessions;
BEGIN
    INSERT INTO stripe_svc.checkout_sessions
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.checkout_sessions, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.checkout_sessions, reports) LOOP
            UPDATE stripe_svc.checkout_sessions AS s
            SET (
                id, order_id, status, payment_status, async_payment_failed, mode, currency, amount_subtotal, amount_total,
                checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_checkout_session(s, reported) AS m)
            WHERE s.id = reported.id;
        END LOOP;
    END IF;
    RETURN stripe_svc.texts(jsonb_path_query_array(reports, '$[*].order_id'));
END
$_$;


--
-- Name: record_deleted_customers(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_deleted_customers(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    report record;
BEGIN
    -- One by one: to join what a function returns the planner reads the whole table.
    FOR report IN SELECT r.* FROM jsonb_to_recordset(reports) AS r (id text, deleted_at timestamptz) LOOP
        UPDATE stripe_svc.customers AS c
        SET deleted_at = least(c.deleted_at, report.deleted_at)
        WHERE c.stripe_customer_id = report.id;
    END LOOP;
END
$$;


--
-- Name: record_disputes(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_disputes(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.disputes;
BEGIN
    INSERT INTO stripe_svc.disputes
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.disputes, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.disputes, reports) LOOP
            UPDATE stripe_svc.disputes AS d
            SET (
                id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id,
                created_at
            ) = (SELECT m.* FROM stripe_svc.merge_dispute(d, reported) AS m)
            WHERE d.id = reported.id;
        END LOOP;
    END IF;
END
$$;


--
-- Name: stripe_events; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.stripe_events (
    id stripe_svc.identifier NOT NULL,
    type stripe_svc.identifier NOT NULL,
    status stripe_svc.event_status NOT NULL,
    attempts stripe_svc.counter DEFAULT 1 NOT NULL,
    last_error stripe_svc.error,
    object_id text,
    api_version text,
    livemode boolean NOT NULL,
    account text,
    created_at timestamp with time zone NOT NULL,
    source stripe_svc.event_source NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    processed_at timestamp with time zone,
    payload json,
    facts jsonb,
    personal json
);


--
-- Name: incoming_events; Type: VIEW; Schema: stripe_svc; Owner: -
--

CREATE VIEW stripe_svc.incoming_events AS
 SELECT id,
    type,
    object_id,
    api_version,
    livemode,
    account,
    created_at,
    source,
    payload,
    facts,
    personal,
    NULL::text AS quarantine_reason,
    NULL::text AS error,
    NULL::text AS outcome,
    NULL::bigint AS attempts
   FROM stripe_svc.stripe_events e
  WHERE false;


--
-- Name: record_event(stripe_svc.incoming_events); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_event(incoming stripe_svc.incoming_events) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
    outcome stripe_svc.event_status := CASE
        WHEN incoming.quarantine_reason IS NOT NULL THEN 'quarantined'
        WHEN incoming.facts IS NOT NULL AND stripe_svc.concerns_us(incoming.facts) THEN 'processed'
        ELSE 'ignored'
    END;
BEGIN
    IF outcome <> 'processed' THEN
        incoming.facts := NULL;
        incoming.personal := NULL;
    END IF;
    INSERT INTO stripe_svc.stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, processed_at,
        payload, facts, personal
    )
    VALUES (
        incoming.id, incoming.type, outcome, incoming.quarantine_reason, incoming.object_id, incoming.api_version,
        incoming.livemode, incoming.account, incoming.created_at, incoming.source, now(), incoming.payload,
        incoming.facts, incoming.personal
    )
    ON CONFLICT DO NOTHING;

    IF NOT FOUND THEN
        UPDATE stripe_svc.stripe_events AS e
        SET
            status = outcome,
            last_error = incoming.quarantine_reason,
            attempts = e.attempts + 1,
            source = incoming.source,
            processed_at = now(),
            payload = incoming.payload,
            facts = incoming.facts,
            personal = incoming.personal
        -- A quarantined event comes back to life once our key is of its mode.
        WHERE
            e.id = incoming.id
            AND (e.status = 'failed' OR (e.status = 'quarantined' AND outcome <> 'quarantined'));
    END IF;
    RETURN CASE WHEN FOUND THEN outcome::text ELSE 'duplicate' END;
END
$$;


--
-- Name: record_event_failure(stripe_svc.incoming_events); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_event_failure(incoming stripe_svc.incoming_events) RETURNS bigint
    LANGUAGE sql
    AS $$
    INSERT INTO stripe_svc.stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, payload
    )
    VALUES (
        incoming.id, incoming.type, 'failed', left(incoming.error, 2000), incoming.object_id, incoming.api_version,
        incoming.livemode, incoming.account, incoming.created_at, incoming.source, incoming.payload
    )
    ON CONFLICT (id) DO UPDATE
    SET status = 'failed', processed_at = NULL, attempts = e.attempts + 1, last_error = excluded.last_error
    WHERE e.status IN ('failed', 'quarantined')
    RETURNING attempts
$$;


--
-- Name: record_facts(jsonb, stripe_svc.event_links); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_facts(facts jsonb, links stripe_svc.event_links) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    order_ids bigint[] := '{}';
BEGIN
    IF facts ? 'checkout_sessions' THEN
        order_ids := stripe_svc.record_checkout_sessions(facts -> 'checkout_sessions');
    END IF;
    IF facts - 'checkout_sessions' = '{}' THEN
        RETURN order_ids;
    END IF;

    IF facts ? 'payments' THEN PERFORM stripe_svc.record_payments(facts -> 'payments'); END IF;
    IF facts ? 'refunds' THEN PERFORM stripe_svc.record_refunds(facts -> 'refunds'); END IF;
    IF facts ? 'disputes' THEN PERFORM stripe_svc.record_disputes(facts -> 'disputes'); END IF;
    IF facts ? 'subscriptions' THEN PERFORM stripe_svc.record_subscriptions(facts -> 'subscriptions'); END IF;
    IF facts ? 'invoices' THEN PERFORM stripe_svc.record_invoices(facts -> 'invoices'); END IF;
    IF facts ? 'deleted_customers' THEN PERFORM stripe_svc.record_deleted_customers(facts -> 'deleted_customers'); END IF;
    RETURN ARRAY(
        SELECT unnest(order_ids)
        UNION
        SELECT s.order_id FROM stripe_svc.checkout_sessions AS s
        WHERE s.payment_intent_id = ANY (links.payment_intent_ids)
        UNION
        SELECT s.order_id FROM stripe_svc.checkout_sessions AS s
        WHERE s.subscription_id = ANY (links.subscription_ids)
        ORDER BY 1
    );
END
$$;


--
-- Name: record_invoices(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_invoices(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.invoices;
BEGIN
    INSERT INTO stripe_svc.invoices
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.invoices, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.invoices, reports) LOOP
            UPDATE stripe_svc.invoices AS i
            SET (
                id, status, currency, amount_paid, billing_reason, paid_through, payment_failed, subscription_id,
                customer_id, payment_intent_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_invoice(i, reported) AS m)
            WHERE i.id = reported.id;
        END LOOP;
    END IF;
END
$$;


--
-- Name: record_payments(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_payments(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.payments;
BEGIN
    INSERT INTO stripe_svc.payments
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.payments, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.payments, reports) LOOP
            UPDATE stripe_svc.payments AS p
            SET (
                id, status, currency, amount, amount_received, amount_refunded, charge_id, checkout_attempt_id,
                created_at
            ) = (SELECT m.* FROM stripe_svc.merge_payment(p, reported) AS m)
            WHERE p.id = reported.id;
        END LOOP;
    END IF;
END
$$;


--
-- Name: record_refunds(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_refunds(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.refunds;
BEGIN
    INSERT INTO stripe_svc.refunds
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.refunds, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.refunds, reports) LOOP
            UPDATE stripe_svc.refunds AS r
            SET (
                id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_refund(r, reported) AS m)
            WHERE r.id = reported.id;
        END LOOP;
    END IF;
END
$$;


--
-- Name: record_subscriptions(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.record_subscriptions(reports jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    kept record;
BEGIN
    FOR kept IN
        INSERT INTO stripe_svc.subscriptions AS s
        SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.subscriptions, reports)
        ON CONFLICT (id) DO UPDATE
        SET (
            id, status, reported_at, is_fetched, is_ambiguous, current_period_start, current_period_end, trial_end,
            cancel_at, ended_at, pause_behavior, customer_id, checkout_attempt_id, created_at
        ) = (SELECT m.* FROM stripe_svc.merge_subscription(s.*, excluded.*) AS m)
        RETURNING s.id, s.is_ambiguous
    LOOP
        IF kept.is_ambiguous THEN
            -- One question, however often it is marked. A new mark also asks again what Stripe had refused.
            INSERT INTO stripe_svc.subscription_refetches AS r (subscription_id) VALUES (kept.id)
            ON CONFLICT (subscription_id) DO UPDATE SET refused_at = NULL;
        ELSE
            DELETE FROM stripe_svc.subscription_refetches AS r WHERE r.subscription_id = kept.id;
        END IF;
    END LOOP;
END
$$;


--
-- Name: refuse_changed_terms(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.refuse_changed_terms() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the terms of order % are fixed', old.id
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Create a new order instead.';
END
$$;


--
-- Name: refuse_malformed_order(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.refuse_malformed_order() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'this is no order: sessions of mode setup sell nothing, a trial needs a subscription, and an '
        'idempotency key its fingerprint' USING ERRCODE = 'check_violation';
END
$$;


--
-- Name: refuse_rewritten_attempt(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.refuse_rewritten_attempt() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of checkout_attempts refused: sessions are recognised by them', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'An attempt may only be ended: ended_at, end_reason.';
END
$$;


--
-- Name: refuse_rewritten_journal(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.refuse_rewritten_journal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    allowed stripe_svc.stripe_events := old;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- What is still to be read in a payload is not forgotten.
        IF new.payload IS NULL AND old.status <> 'failed' AND NOT (old.status = 'processed' AND old.facts IS NULL) THEN
            allowed.payload := NULL;
        END IF;
        allowed.personal := CASE WHEN new.personal IS NOT NULL THEN old.personal END;
        IF old.facts IS NULL AND old.status = 'processed' THEN
            allowed.facts := new.facts;
        END IF;
        -- The type json has no equality: the stored bytes are compared.
        IF new *= allowed THEN
            RETURN new;
        END IF;
    END IF;
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only payload and personal may be set to NULL, and no failed event''s payload.';
END
$$;


--
-- Name: refuse_unverified_write(); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.refuse_unverified_write() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: no verified Stripe event is behind it', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation',
            HINT = 'Statuses follow from what Stripe reports. Act at Stripe (refund, cancel) and let its event '
                'come in, or replay an event that failed.';
END
$$;


--
-- Name: session_failure(stripe_svc.checkout_sessions); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.session_failure(s stripe_svc.checkout_sessions) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN s.async_payment_failed THEN 'async_payment_failed'
        WHEN s.status = 'expired' THEN 'expired'
        ELSE 'payment_canceled'
    END
$$;


--
-- Name: checkout_attempts; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.checkout_attempts (
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
-- Name: session_mismatch(stripe_svc.orders, stripe_svc.checkout_sessions, stripe_svc.checkout_attempts); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.session_mismatch(o stripe_svc.orders, s stripe_svc.checkout_sessions, a stripe_svc.checkout_attempts) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN a.id IS NULL OR a.order_id <> s.order_id OR a.session_id <> s.id THEN 'session_mismatch'
        WHEN s.mode <> o.mode THEN 'mode_mismatch'
        WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
        WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal) THEN 'amount_mismatch'
    END
$$;


--
-- Name: session_state(stripe_svc.checkout_sessions, stripe_svc.payment_status, stripe_svc.invoice_status); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.session_state(s stripe_svc.checkout_sessions, payment stripe_svc.payment_status, first_invoice stripe_svc.invoice_status) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN s.status = 'complete' AND s.payment_status = 'no_payment_required' THEN 'free'
        WHEN s.status = 'complete' AND s.payment_status = 'paid' THEN 'paid'
        -- An invoice may be paid by other means than its session's, from a balance or by hand.
        WHEN s.status = 'complete' AND (first_invoice = 'paid' OR payment = 'succeeded') THEN 'paid'
        WHEN s.async_payment_failed OR s.status = 'expired' OR payment = 'canceled' THEN 'failed'
        WHEN s.status = 'complete' THEN 'settling'
        ELSE 'open'
    END
$$;


--
-- Name: settle_order(bigint, text, stripe_svc.event_source); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.settle_order(order_id bigint, event_id text, source stripe_svc.event_source) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    before stripe_svc.orders;
    outcome stripe_svc.order_outcome;
BEGIN
    -- Two events of one order end here one after the other. Without this lock each could derive from the
    -- facts without the other's, and the later commit would win. The derivation has to be a statement of
    -- its own: it must see what was committed while we waited. (NO KEY: both already share the row's key
    -- through the foreign key of the fact that they inserted; FOR UPDATE would deadlock them.)
    SELECT * INTO before FROM stripe_svc.orders AS o WHERE o.id = settle_order.order_id FOR NO KEY UPDATE;
    outcome := stripe_svc.derive_order(before);
    IF outcome IS NOT DISTINCT FROM stripe_svc.outcome_of(before) THEN
        RETURN;
    END IF;

    IF outcome.status <> before.status THEN
        INSERT INTO stripe_svc.order_transitions (order_id, from_status, to_status, event_id, source)
        VALUES (before.id, before.status, outcome.status, settle_order.event_id, settle_order.source);
    END IF;

    UPDATE stripe_svc.orders AS o
    SET
        status = outcome.status,
        failure_reason = outcome.failure_reason,
        review_reason = outcome.review_reason,
        amount_paid = outcome.amount_paid,
        amount_refunded = outcome.amount_refunded,
        duplicate_payment = outcome.duplicate_payment,
        access_granted = outcome.access_granted,
        access_until = outcome.access_until,
        access_has_grace = outcome.access_has_grace,
        updated_at = now()
    WHERE o.id = before.id;
END
$$;


--
-- Name: share_of(bigint, bigint, bigint); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.share_of(amount bigint, part bigint, whole bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN amount = whole THEN part
        WHEN whole > 0 THEN floor(amount::numeric * part / whole)::bigint
        ELSE 0
    END
$$;


--
-- Name: subscribed_access(stripe_svc.order_payment[]); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscribed_access(payments stripe_svc.order_payment[]) RETURNS TABLE(access_until timestamp with time zone, access_has_grace boolean)
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    RETURN QUERY
    -- What each payment covers, and whether it went back or is disputed. An invoice that does not say, and a session whose
    -- invoice has not come in, cover the period in which they were made.
    WITH covering AS (
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
        FROM unnest(payments) AS p
        INNER JOIN stripe_svc.subscriptions AS s ON s.id = p.subscription_id
        LEFT JOIN stripe_svc.invoices AS i ON i.id = p.invoice_id AND i.status = 'paid'
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
    )

    SELECT best.access_until, coalesce(best.access_has_grace, false)
    FROM (SELECT) AS always
    LEFT JOIN LATERAL (
        SELECT a.access_until, a.access_has_grace
        FROM subscribed AS s
        CROSS JOIN LATERAL
            stripe_svc.subscription_access(s.subscription_id, s.paid_through, s.revoked_through) AS a
        WHERE a.access_until IS NOT NULL
        ORDER BY a.access_until DESC, a.access_has_grace DESC
        LIMIT 1
    ) AS best ON true;
END
$$;


--
-- Name: subscription_access(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_access(subscription_id text, paid_through timestamp with time zone, revoked_through timestamp with time zone) RETURNS TABLE(access_until timestamp with time zone, access_has_grace boolean)
    LANGUAGE sql STABLE
    AS $$
    SELECT
        -- least() passes over NULL: what is not covered at all has no access either when it ends.
        CASE WHEN covered.until IS NOT NULL THEN least(covered.until, s.cancel_at, s.ended_at) END,
        s.status IN ('trialing', 'active', 'past_due')
            AND coalesce(s.cancel_at > covered.until, true)
            AND s.pause_behavior IS DISTINCT FROM 'void'
            AND coalesce(revoked_through <= paid_through, revoked_through IS NULL)
    FROM stripe_svc.subscriptions AS s
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
-- Name: subscription_has_ended(stripe_svc.subscription_status); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_has_ended(status stripe_svc.subscription_status) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT status IN ('canceled', 'incomplete_expired')
$$;


--
-- Name: subscription_money(stripe_svc.orders); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_money(o stripe_svc.orders) RETURNS SETOF stripe_svc.order_money
    LANGUAGE sql STABLE
    AS $$
    SELECT
        s.id,
        s.subscription_id,
        i.id,
        coalesce(s.payment_intent_id, i.payment_intent_id),
        p.charge_id,
        stripe_svc.session_state(s, p.status, i.status),
        stripe_svc.session_failure(s),
        stripe_svc.session_mismatch(o, s, a),
        s.currency,
        coalesce(s.amount_total, p.amount_received, 0),
        coalesce(nullif(p.amount_received, 0), s.amount_total, 0),
        coalesce(p.amount_refunded, 0),
        s.created_at
    FROM stripe_svc.checkout_sessions AS s
    LEFT JOIN stripe_svc.invoices AS i
        ON i.subscription_id = s.subscription_id AND i.billing_reason = 'subscription_create'
    LEFT JOIN stripe_svc.payments AS p ON p.id = coalesce(s.payment_intent_id, i.payment_intent_id)
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id

    UNION ALL

    SELECT
        s.id,
        s.subscription_id,
        i.id,
        i.payment_intent_id,
        p.charge_id,
        'paid',
        NULL,
        stripe_svc.session_mismatch(o, s, a),
        i.currency,
        coalesce(i.amount_paid, 0),
        -- The same currencies: of an invoice that was paid by several payments this is one, and a part.
        CASE WHEN p.currency = i.currency THEN coalesce(i.amount_paid, 0)
            ELSE coalesce(nullif(p.amount_received, 0), i.amount_paid, 0)
        END,
        coalesce(p.amount_refunded, 0),
        i.created_at
    FROM stripe_svc.checkout_sessions AS s
    INNER JOIN stripe_svc.invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
    LEFT JOIN stripe_svc.payments AS p ON p.id = i.payment_intent_id
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id AND i.billing_reason IS DISTINCT FROM 'subscription_create'
$$;


--
-- Name: subscription_phase(stripe_svc.subscription_status); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_phase(status stripe_svc.subscription_status) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN status = 'incomplete' THEN 'incomplete'
        WHEN stripe_svc.subscription_has_ended(status) THEN 'ended'
        ELSE 'alive'
    END
$$;


--
-- Name: subscription_picture(stripe_svc.subscriptions); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_picture(report stripe_svc.subscriptions) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT (
        array_position(enum_range(NULL::stripe_svc.subscription_status), report.status),
        extract(epoch FROM report.current_period_end), extract(epoch FROM report.current_period_start),
        extract(epoch FROM report.trial_end), extract(epoch FROM report.cancel_at),
        extract(epoch FROM report.ended_at), report.pause_behavior, report.customer_id, report.checkout_attempt_id
    )::text COLLATE "C"
$$;


--
-- Name: subscription_rank(stripe_svc.subscriptions); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.subscription_rank(report stripe_svc.subscriptions) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    SELECT ARRAY[
        CASE WHEN stripe_svc.subscription_has_ended(report.status) THEN '1' ELSE '0' END,
        to_char(extract(epoch FROM report.reported_at), 'FM000000000000'),
        CASE WHEN report.is_fetched THEN '1' ELSE '0' END,
        stripe_svc.subscription_picture(report)
    ]
$$;


--
-- Name: texts(jsonb); Type: FUNCTION; Schema: stripe_svc; Owner: -
--

CREATE FUNCTION stripe_svc.texts(elements jsonb) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE
    AS $$
DECLARE
    found text[] := '{}';
BEGIN
    FOR position IN 0 .. jsonb_array_length(elements) - 1 LOOP
        found := array_append(found, elements ->> position);
    END LOOP;
    RETURN found;
END
$$;


--
-- Name: fold(stripe_svc.checkout_sessions); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.checkout_sessions) (
    SFUNC = stripe_svc.merge_checkout_session,
    STYPE = stripe_svc.checkout_sessions
);


--
-- Name: fold(stripe_svc.disputes); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.disputes) (
    SFUNC = stripe_svc.merge_dispute,
    STYPE = stripe_svc.disputes
);


--
-- Name: fold(stripe_svc.invoices); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.invoices) (
    SFUNC = stripe_svc.merge_invoice,
    STYPE = stripe_svc.invoices
);


--
-- Name: fold(stripe_svc.payments); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.payments) (
    SFUNC = stripe_svc.merge_payment,
    STYPE = stripe_svc.payments
);


--
-- Name: fold(stripe_svc.refunds); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.refunds) (
    SFUNC = stripe_svc.merge_refund,
    STYPE = stripe_svc.refunds
);


--
-- Name: fold(stripe_svc.subscriptions); Type: AGGREGATE; Schema: stripe_svc; Owner: -
--

CREATE AGGREGATE stripe_svc.fold(stripe_svc.subscriptions) (
    SFUNC = stripe_svc.merge_subscription,
    STYPE = stripe_svc.subscriptions
);


--
-- Name: customers; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.customers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    reference stripe_svc.identifier NOT NULL,
    request jsonb NOT NULL,
    stripe_customer_id text,
    deleted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    refused_at timestamp with time zone
);


--
-- Name: order_transitions; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.order_transitions (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    from_status stripe_svc.order_status NOT NULL,
    to_status stripe_svc.order_status NOT NULL,
    event_id text NOT NULL,
    source stripe_svc.event_source NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: order_transitions_id_seq; Type: SEQUENCE; Schema: stripe_svc; Owner: -
--

ALTER TABLE stripe_svc.order_transitions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stripe_svc.order_transitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: stripe_svc; Owner: -
--

ALTER TABLE stripe_svc.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stripe_svc.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: refund_requests; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.refund_requests (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    order_id bigint NOT NULL,
    payment_intent_id text NOT NULL,
    amount stripe_svc.counter NOT NULL,
    currency text NOT NULL,
    reason text,
    client text NOT NULL,
    idempotency_key stripe_svc.identifier NOT NULL,
    request_fingerprint bytea NOT NULL,
    tries stripe_svc.counter DEFAULT 1 NOT NULL,
    tried_at timestamp with time zone DEFAULT now() NOT NULL,
    refund_id text,
    refund_status text,
    refused_at timestamp with time zone,
    refusal text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT refund_requests_one_answer CHECK (((refund_id IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT refund_requests_refund_is_whole CHECK (((refund_id IS NULL) = (refund_status IS NULL))),
    CONSTRAINT refund_requests_refusal_explained CHECK (((refused_at IS NULL) = (refusal IS NULL)))
);


--
-- Name: schema_migrations; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.schema_migrations (
    version character varying NOT NULL
);


--
-- Name: subscription_refetches; Type: TABLE; Schema: stripe_svc; Owner: -
--

CREATE TABLE stripe_svc.subscription_refetches (
    subscription_id stripe_svc.identifier NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    last_error stripe_svc.error,
    refused_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT subscription_refetches_refusal_explained CHECK (((refused_at IS NULL) OR (last_error IS NOT NULL)))
);


--
-- Name: checkout_attempts checkout_attempts_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.checkout_attempts
    ADD CONSTRAINT checkout_attempts_pkey PRIMARY KEY (id);


--
-- Name: checkout_attempts checkout_attempts_session_once; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.checkout_attempts
    ADD CONSTRAINT checkout_attempts_session_once UNIQUE (session_id);


--
-- Name: checkout_sessions checkout_sessions_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.checkout_sessions
    ADD CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: customers customers_stripe_customer_once; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.customers
    ADD CONSTRAINT customers_stripe_customer_once UNIQUE (stripe_customer_id);


--
-- Name: disputes disputes_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.disputes
    ADD CONSTRAINT disputes_pkey PRIMARY KEY (id);


--
-- Name: invoices invoices_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);


--
-- Name: order_transitions order_transitions_once_per_event; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.order_transitions
    ADD CONSTRAINT order_transitions_once_per_event UNIQUE (event_id, order_id);


--
-- Name: order_transitions order_transitions_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (order_id, id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: payments payments_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);


--
-- Name: refund_requests refund_requests_once_per_idempotency_key; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.refund_requests
    ADD CONSTRAINT refund_requests_once_per_idempotency_key UNIQUE (client, idempotency_key);


--
-- Name: refund_requests refund_requests_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.refund_requests
    ADD CONSTRAINT refund_requests_pkey PRIMARY KEY (id);


--
-- Name: refund_requests refund_requests_refund_once; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.refund_requests
    ADD CONSTRAINT refund_requests_refund_once UNIQUE (refund_id);


--
-- Name: refunds refunds_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (id);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: stripe_events stripe_events_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.stripe_events
    ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id);


--
-- Name: subscription_refetches subscription_refetches_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.subscription_refetches
    ADD CONSTRAINT subscription_refetches_pkey PRIMARY KEY (subscription_id);


--
-- Name: subscriptions subscriptions_pkey; Type: CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);


--
-- Name: checkout_attempts_by_order; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX checkout_attempts_by_order ON stripe_svc.checkout_attempts USING btree (order_id, created_at);


--
-- Name: checkout_attempts_one_live; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE UNIQUE INDEX checkout_attempts_one_live ON stripe_svc.checkout_attempts USING btree (order_id) WHERE (ended_at IS NULL);


--
-- Name: checkout_sessions_by_order; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX checkout_sessions_by_order ON stripe_svc.checkout_sessions USING btree (order_id);


--
-- Name: checkout_sessions_by_payment; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX checkout_sessions_by_payment ON stripe_svc.checkout_sessions USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: checkout_sessions_by_subscription; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX checkout_sessions_by_subscription ON stripe_svc.checkout_sessions USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


--
-- Name: customers_one_living; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE UNIQUE INDEX customers_one_living ON stripe_svc.customers USING btree (reference) WHERE ((deleted_at IS NULL) AND (refused_at IS NULL));


--
-- Name: disputes_by_charge; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX disputes_by_charge ON stripe_svc.disputes USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: disputes_by_payment; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX disputes_by_payment ON stripe_svc.disputes USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: invoices_by_payment; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX invoices_by_payment ON stripe_svc.invoices USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: invoices_by_subscription; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX invoices_by_subscription ON stripe_svc.invoices USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);


--
-- Name: orders_by_customer; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX orders_by_customer ON stripe_svc.orders USING btree (customer_reference, id) WHERE (customer_reference IS NOT NULL);


--
-- Name: orders_by_reference; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX orders_by_reference ON stripe_svc.orders USING btree (reference, id) WHERE (reference IS NOT NULL);


--
-- Name: orders_by_status; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX orders_by_status ON stripe_svc.orders USING btree (status, id);


--
-- Name: orders_once_per_idempotency_key; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE UNIQUE INDEX orders_once_per_idempotency_key ON stripe_svc.orders USING btree (client, idempotency_key) WHERE (idempotency_key IS NOT NULL);


--
-- Name: payments_by_attempt; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX payments_by_attempt ON stripe_svc.payments USING btree (checkout_attempt_id) WHERE (checkout_attempt_id IS NOT NULL);


--
-- Name: payments_by_charge; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX payments_by_charge ON stripe_svc.payments USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: refund_requests_by_order; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX refund_requests_by_order ON stripe_svc.refund_requests USING btree (order_id);


--
-- Name: refunds_by_charge; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX refunds_by_charge ON stripe_svc.refunds USING btree (charge_id) WHERE (charge_id IS NOT NULL);


--
-- Name: refunds_by_payment; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX refunds_by_payment ON stripe_svc.refunds USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);


--
-- Name: refunds_by_request; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX refunds_by_request ON stripe_svc.refunds USING btree (refund_request_id) WHERE (refund_request_id IS NOT NULL);


--
-- Name: stripe_events_by_object; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX stripe_events_by_object ON stripe_svc.stripe_events USING btree (object_id) WHERE (object_id IS NOT NULL);


--
-- Name: stripe_events_failed; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX stripe_events_failed ON stripe_svc.stripe_events USING btree (received_at) WHERE (status = 'failed'::stripe_svc.event_status);


--
-- Name: subscription_refetches_due; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX subscription_refetches_due ON stripe_svc.subscription_refetches USING btree (next_attempt_at) WHERE (refused_at IS NULL);


--
-- Name: subscriptions_ambiguous; Type: INDEX; Schema: stripe_svc; Owner: -
--

CREATE INDEX subscriptions_ambiguous ON stripe_svc.subscriptions USING btree (reported_at) WHERE is_ambiguous;


--
-- Name: checkout_attempts checkout_attempts_fixed; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER checkout_attempts_fixed BEFORE UPDATE ON stripe_svc.checkout_attempts FOR EACH ROW WHEN ((((((new.id IS DISTINCT FROM old.id) OR (new.order_id IS DISTINCT FROM old.order_id)) OR (new.request IS DISTINCT FROM old.request)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((old.session_id IS NOT NULL) AND (new.session_id IS DISTINCT FROM old.session_id)))) EXECUTE FUNCTION stripe_svc.refuse_rewritten_attempt();


--
-- Name: checkout_attempts checkout_attempts_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER checkout_attempts_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.checkout_attempts FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_rewritten_attempt();


--
-- Name: checkout_sessions checkout_sessions_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER checkout_sessions_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.checkout_sessions FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: checkout_sessions checkout_sessions_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER checkout_sessions_verified BEFORE INSERT OR UPDATE ON stripe_svc.checkout_sessions FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: customers customers_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER customers_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.customers FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: customers customers_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER customers_verified BEFORE UPDATE OF deleted_at ON stripe_svc.customers FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: disputes disputes_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER disputes_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.disputes FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: disputes disputes_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER disputes_verified BEFORE INSERT OR UPDATE ON stripe_svc.disputes FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: incoming_events incoming_events_received; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER incoming_events_received INSTEAD OF INSERT ON stripe_svc.incoming_events FOR EACH ROW EXECUTE FUNCTION stripe_svc.receive_event();


--
-- Name: invoices invoices_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER invoices_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.invoices FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: invoices invoices_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER invoices_verified BEFORE INSERT OR UPDATE ON stripe_svc.invoices FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: order_transitions order_transitions_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER order_transitions_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON stripe_svc.order_transitions FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: order_transitions order_transitions_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER order_transitions_verified BEFORE INSERT ON stripe_svc.order_transitions FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: orders orders_begin_pending; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER orders_begin_pending BEFORE INSERT ON stripe_svc.orders FOR EACH ROW WHEN ((stripe_svc.outcome_of(new.*) IS DISTINCT FROM ROW('pending'::stripe_svc.order_status, NULL::text, NULL::text, (0)::bigint, (0)::bigint, false, false, NULL::timestamp with time zone, false)::stripe_svc.order_outcome)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: orders orders_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER orders_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.orders FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: orders orders_terms_fixed; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER orders_terms_fixed BEFORE UPDATE OF id, mode, currency, amount_subtotal, line_items, trial_period_days ON stripe_svc.orders FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.mode IS DISTINCT FROM old.mode)) OR ((new.currency)::text IS DISTINCT FROM (old.currency)::text)) OR ((new.line_items)::jsonb IS DISTINCT FROM (old.line_items)::jsonb)) OR ((new.trial_period_days)::bigint IS DISTINCT FROM (old.trial_period_days)::bigint)) OR ((old.amount_subtotal IS NOT NULL) AND ((new.amount_subtotal)::bigint IS DISTINCT FROM (old.amount_subtotal)::bigint)))) EXECUTE FUNCTION stripe_svc.refuse_changed_terms();


--
-- Name: orders orders_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER orders_verified BEFORE UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, access_granted, access_until, access_has_grace ON stripe_svc.orders FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: orders orders_well_formed; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER orders_well_formed BEFORE INSERT ON stripe_svc.orders FOR EACH ROW WHEN (((new.mode = 'setup'::stripe_svc.checkout_mode) OR ((new.trial_period_days IS NOT NULL) AND (new.mode <> 'subscription'::stripe_svc.checkout_mode)) OR ((new.idempotency_key IS NULL) <> (new.request_fingerprint IS NULL)))) EXECUTE FUNCTION stripe_svc.refuse_malformed_order();


--
-- Name: payments payments_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER payments_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.payments FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: payments payments_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER payments_verified BEFORE INSERT OR UPDATE ON stripe_svc.payments FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: refunds refunds_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER refunds_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.refunds FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: refunds refunds_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER refunds_verified BEFORE INSERT OR UPDATE ON stripe_svc.refunds FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: stripe_events stripe_events_final; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER stripe_events_final BEFORE UPDATE ON stripe_svc.stripe_events FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();


--
-- Name: stripe_events stripe_events_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER stripe_events_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.stripe_events FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();


--
-- Name: stripe_events stripe_events_received; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER stripe_events_received BEFORE INSERT ON stripe_svc.stripe_events FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();


--
-- Name: subscriptions subscriptions_kept; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER subscriptions_kept BEFORE DELETE OR TRUNCATE ON stripe_svc.subscriptions FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: subscriptions subscriptions_verified; Type: TRIGGER; Schema: stripe_svc; Owner: -
--

CREATE TRIGGER subscriptions_verified BEFORE INSERT OR UPDATE ON stripe_svc.subscriptions FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();


--
-- Name: checkout_attempts checkout_attempts_order_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.checkout_attempts
    ADD CONSTRAINT checkout_attempts_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders(id);


--
-- Name: checkout_sessions checkout_sessions_order_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.checkout_sessions
    ADD CONSTRAINT checkout_sessions_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders(id);


--
-- Name: order_transitions order_transitions_event_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.order_transitions
    ADD CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES stripe_svc.stripe_events(id);


--
-- Name: order_transitions order_transitions_order_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.order_transitions
    ADD CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders(id);


--
-- Name: refund_requests refund_requests_order_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.refund_requests
    ADD CONSTRAINT refund_requests_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders(id);


--
-- Name: subscription_refetches subscription_refetches_subscription_exists; Type: FK CONSTRAINT; Schema: stripe_svc; Owner: -
--

ALTER TABLE ONLY stripe_svc.subscription_refetches
    ADD CONSTRAINT subscription_refetches_subscription_exists FOREIGN KEY (subscription_id) REFERENCES stripe_svc.subscriptions(id);


--
-- PostgreSQL database dump complete
--

\unrestrict dbmate


--
-- Dbmate schema migrations
--

INSERT INTO stripe_svc.schema_migrations (version) VALUES
    ('20261125120000'),
    ('20261125120100');
