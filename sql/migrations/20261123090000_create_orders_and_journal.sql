-- migrate:up

-- A migration that has to wait gives up rather than hold up everybody behind it; run it again.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

-- The service logs in as a member of this role. It may read everything and create orders and checkout
-- attempts; the journal, the facts, the history and an order's status it can change only by calling
-- receive_event(), which leaves a row in the journal. Roles belong to the whole cluster, so another database
-- may have created it already, or may be doing so right now.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stripe_svc_app') THEN
        CREATE ROLE stripe_svc_app NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
        NULL;
    WHEN insufficient_privilege THEN
        -- All in the message: dbmate shows no hints.
        RAISE EXCEPTION 'this user may not create the role stripe_svc_app: have a superuser run '
            '"CREATE ROLE stripe_svc_app NOLOGIN", then run make migrate again';
END
$$;


-- The journal: every verified Stripe event that reached us, once. A row says what became of the event;
-- that it exists, and that its status is not 'failed', means that the event has had its effect.
CREATE TABLE stripe_events (
    -- What an operator asks first.
    id text NOT NULL,
    type text NOT NULL,
    status text NOT NULL,
    attempts bigint NOT NULL DEFAULT 1,
    last_error text,

    -- What Stripe says about it. object_id is the id of the object that it reports on (cs_…, pi_…).
    object_id text,
    api_version text,
    livemode boolean NOT NULL,
    account text,
    created_at timestamptz NOT NULL,

    -- How and when it came to us. processed_at is the start of the transaction that gave it its effect;
    -- refuse_unverified_write() recognises that transaction by it.
    source text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    processed_at timestamptz,

    -- The body as Stripe signed it. Type json keeps the text as it came (jsonb would refuse \u0000). NULL once purged.
    payload json,

    CONSTRAINT stripe_events_pkey PRIMARY KEY (id),
    CONSTRAINT stripe_events_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT stripe_events_type_length CHECK (length(type) BETWEEN 1 AND 255),
    CONSTRAINT stripe_events_status_known CHECK (status IN ('processed', 'ignored', 'quarantined', 'failed')),
    CONSTRAINT stripe_events_attempts_positive CHECK (attempts > 0),
    CONSTRAINT stripe_events_source_known CHECK (source IN ('webhook', 'reconcile', 'replay')),
    CONSTRAINT stripe_events_failed_or_processed CHECK ((status = 'failed') = (processed_at IS NULL)),
    CONSTRAINT stripe_events_error_explained CHECK ((status IN ('failed', 'quarantined')) = (last_error IS NOT NULL)),
    CONSTRAINT stripe_events_error_length CHECK (length(last_error) <= 2000)
);

CREATE INDEX stripe_events_by_object ON stripe_events (object_id) WHERE object_id IS NOT NULL;
CREATE INDEX stripe_events_failed ON stripe_events (received_at) WHERE status = 'failed';


-- An order: what is to be paid (its terms, fixed once known) and where it stands (derived from facts).
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY,

    -- Derived by derive_order(), written by settle_order(), and by nothing else.
    status text NOT NULL DEFAULT 'pending',
    failure_reason text,
    review_reason text,
    amount_paid bigint NOT NULL DEFAULT 0,
    amount_refunded bigint NOT NULL DEFAULT 0,
    duplicate_payment boolean NOT NULL DEFAULT false,
    access_granted boolean NOT NULL DEFAULT false,
    access_until timestamptz,

    -- The terms. amount_subtotal is NULL while only Stripe knows the prices, until the first checkout.
    mode text NOT NULL,
    currency text NOT NULL,
    amount_subtotal bigint,
    line_items jsonb NOT NULL,

    -- Whose it is: the app's own words for the order and the customer, and where the buyer goes afterwards.
    reference text,
    customer_reference text,
    customer_email text,
    success_url text,
    cancel_url text,
    metadata jsonb NOT NULL DEFAULT '{}',

    -- The request that made it: the name of its API key, and what recognises a repetition of it.
    client text NOT NULL,
    idempotency_key text,
    request_fingerprint bytea,

    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_status_known
        CHECK (status IN ('pending', 'paying', 'paid', 'failed', 'review', 'refunded', 'disputed')),
    CONSTRAINT orders_failure_explained CHECK ((status = 'failed') = (failure_reason IS NOT NULL)),
    CONSTRAINT orders_review_explained CHECK ((status = 'review') = (review_reason IS NOT NULL)),
    CONSTRAINT orders_mode_known CHECK (mode IN ('payment', 'subscription')),
    CONSTRAINT orders_currency_is_iso_4217 CHECK (currency ~ '^[a-z]{3}$'),
    CONSTRAINT orders_amount_not_negative CHECK (amount_subtotal >= 0),
    CONSTRAINT orders_amount_paid_not_negative CHECK (amount_paid >= 0),
    CONSTRAINT orders_amount_refunded_not_negative CHECK (amount_refunded >= 0),
    CONSTRAINT orders_line_items_present CHECK (jsonb_array_length(line_items) > 0),
    CONSTRAINT orders_metadata_is_object CHECK (jsonb_typeof(metadata) = 'object'),
    CONSTRAINT orders_reference_length CHECK (length(reference) BETWEEN 1 AND 255),
    CONSTRAINT orders_customer_reference_length CHECK (length(customer_reference) BETWEEN 1 AND 255),
    CONSTRAINT orders_customer_email_length CHECK (length(customer_email) BETWEEN 3 AND 512),
    CONSTRAINT orders_success_url_length CHECK (length(success_url) <= 2048),
    CONSTRAINT orders_cancel_url_length CHECK (length(cancel_url) <= 2048),
    CONSTRAINT orders_idempotency_key_length CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    CONSTRAINT orders_idempotency_key_has_fingerprint CHECK ((idempotency_key IS NULL) = (request_fingerprint IS NULL))
);

CREATE UNIQUE INDEX orders_once_per_idempotency_key ON orders (client, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX orders_by_status ON orders (status, id);
CREATE INDEX orders_by_reference ON orders (reference, id) WHERE reference IS NOT NULL;


-- What we asked Stripe for: one row for each Checkout Session that we set out to create, written before
-- Stripe is called. Its id is Stripe's Idempotency-Key and travels in the session's metadata, so that a
-- session is known as ours even if we died before we read Stripe's answer.
CREATE TABLE checkout_attempts (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    order_id bigint NOT NULL,

    -- The parameters as sent. A repetition must send the same ones, whatever our settings say by then.
    request jsonb NOT NULL,

    -- Stripe's answer.
    session_id text,
    url text,
    expires_at timestamptz,

    -- Set when this attempt can no longer lead to a payment page, with the reason.
    ended_at timestamptz,
    end_reason text,

    created_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT checkout_attempts_pkey PRIMARY KEY (id),
    CONSTRAINT checkout_attempts_order_exists FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT checkout_attempts_session_once UNIQUE (session_id),
    CONSTRAINT checkout_attempts_answer_is_whole
        CHECK ((session_id IS NULL) = (url IS NULL) AND (session_id IS NULL) = (expires_at IS NULL)),
    CONSTRAINT checkout_attempts_end_explained CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX checkout_attempts_by_order ON checkout_attempts (order_id, created_at);
-- Never a second open payment page beside the first, however many ask for one at once.
CREATE UNIQUE INDEX checkout_attempts_one_live ON checkout_attempts (order_id) WHERE ended_at IS NULL;


-- Facts about Checkout Sessions, as verified events reported them. Rows are only ever merged
-- (merge_checkout_session), so they end the same in whatever order the events came.
CREATE TABLE checkout_sessions (
    id text NOT NULL,
    order_id bigint NOT NULL,

    -- open < expired < complete; unpaid < no_payment_required < paid.
    status text NOT NULL,
    payment_status text NOT NULL,
    async_payment_failed boolean NOT NULL DEFAULT false,

    mode text NOT NULL,
    currency text,
    amount_subtotal bigint,
    amount_total bigint,

    -- What it hangs together with: our attempt (NULL or unknown: not our session), the payment, the buyer.
    checkout_attempt_id uuid,
    payment_intent_id text,
    subscription_id text,
    customer_id text,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id),
    CONSTRAINT checkout_sessions_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT checkout_sessions_order_exists FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT checkout_sessions_status_known CHECK (status IN ('open', 'expired', 'complete')),
    CONSTRAINT checkout_sessions_payment_status_known
        CHECK (payment_status IN ('unpaid', 'no_payment_required', 'paid')),
    CONSTRAINT checkout_sessions_mode_known CHECK (mode IN ('payment', 'subscription', 'setup')),
    CONSTRAINT checkout_sessions_amount_subtotal_not_negative CHECK (amount_subtotal >= 0),
    CONSTRAINT checkout_sessions_amount_total_not_negative CHECK (amount_total >= 0)
);

CREATE INDEX checkout_sessions_by_order ON checkout_sessions (order_id);


-- The history: every change of an order's status and the verified event behind it. Append-only.
CREATE TABLE order_transitions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    order_id bigint NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    event_id text NOT NULL,
    source text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT order_transitions_pkey PRIMARY KEY (id),
    CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES stripe_events (id),
    -- An event that took effect twice would show here first.
    CONSTRAINT order_transitions_once_per_event UNIQUE (event_id, order_id),
    CONSTRAINT order_transitions_change_something CHECK (from_status <> to_status),
    CONSTRAINT order_transitions_from_status_known
        CHECK (from_status IN ('pending', 'paying', 'paid', 'failed', 'review', 'refunded', 'disputed')),
    CONSTRAINT order_transitions_to_status_known
        CHECK (to_status IN ('pending', 'paying', 'paid', 'failed', 'review', 'refunded', 'disputed')),
    CONSTRAINT order_transitions_source_known CHECK (source IN ('webhook', 'reconcile', 'replay'))
);

CREATE INDEX order_transitions_by_order ON order_transitions (order_id, id);


GRANT SELECT ON ALL TABLES IN SCHEMA public TO stripe_svc_app;
GRANT INSERT (
    mode, currency, amount_subtotal, line_items, reference, customer_reference, customer_email,
    success_url, cancel_url, metadata, client, idempotency_key, request_fingerprint
) ON orders TO stripe_svc_app;
GRANT UPDATE (amount_subtotal, updated_at) ON orders TO stripe_svc_app;
GRANT INSERT (order_id, request) ON checkout_attempts TO stripe_svc_app;
GRANT UPDATE (session_id, url, expires_at, ended_at, end_reason) ON checkout_attempts TO stripe_svc_app;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
