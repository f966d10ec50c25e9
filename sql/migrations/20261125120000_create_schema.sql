-- migrate:up

-- The whole schema. The next migration copies the tables of the first release, which were in schema public, into it.

-- A migration that has to wait gives up rather than hold up everybody behind it; run it again.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

-- `make migrate` has made it for dbmate's own table.
CREATE SCHEMA IF NOT EXISTS stripe_svc;

-- The service logs in as a member of this role. It may read everything and create orders and checkout
-- attempts; the journal, the facts, the history and an order's status it can change only by inserting into
-- incoming_events, which leaves a row in the journal. Roles belong to the whole cluster, so another database
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


-- The vocabularies. Each stands here and nowhere else: a column refuses every other word, and the order of the words is
-- the ladder by which reports are merged, lowest first: greatest() takes the later of two words.
CREATE TYPE stripe_svc.event_status AS ENUM ('processed', 'ignored', 'quarantined', 'failed');
CREATE TYPE stripe_svc.event_source AS ENUM ('webhook', 'reconcile', 'replay');
CREATE TYPE stripe_svc.order_status AS ENUM ('pending', 'paying', 'paid', 'failed', 'review', 'refunded', 'disputed');
CREATE TYPE stripe_svc.checkout_mode AS ENUM ('payment', 'setup', 'subscription');
CREATE TYPE stripe_svc.session_status AS ENUM ('open', 'expired', 'complete');
CREATE TYPE stripe_svc.session_payment_status AS ENUM ('unpaid', 'no_payment_required', 'paid');
-- A failed attempt is not final, so the PaymentIntent's states before 'processing' are one.
CREATE TYPE stripe_svc.payment_status AS ENUM ('requires_payment_method', 'processing', 'canceled', 'succeeded');
-- A refund may fail after it had succeeded.
CREATE TYPE stripe_svc.refund_status AS ENUM ('requires_action', 'pending', 'succeeded', 'canceled', 'failed');
-- The open ones (warning_…: an inquiry) come before the closed ones, and a win comes last: banks revise losses.
CREATE TYPE stripe_svc.dispute_status AS ENUM (
    'warning_needs_response', 'warning_under_review', 'needs_response', 'under_review',
    'warning_closed', 'charge_refunded', 'prevented', 'lost', 'won'
);
-- No ladder: of two reports about a subscription the later one counts. This order decides between two of one second.
CREATE TYPE stripe_svc.subscription_status AS ENUM (
    'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete_expired', 'canceled'
);
CREATE TYPE stripe_svc.pause_behavior AS ENUM ('keep_as_draft', 'mark_uncollectible', 'void');
CREATE TYPE stripe_svc.invoice_status AS ENUM ('draft', 'open', 'uncollectible', 'void', 'paid');

-- What a single column may hold. As domains these are checked when a value is made; a CHECK of the table would be read
-- and checked again with every event that writes the row, which takes longer than the rest of the write.
CREATE DOMAIN stripe_svc.identifier AS text CONSTRAINT identifier_length CHECK (length(value) BETWEEN 1 AND 255);
CREATE DOMAIN stripe_svc.amount AS bigint CONSTRAINT amount_not_negative CHECK (value >= 0);
CREATE DOMAIN stripe_svc.counter AS bigint CONSTRAINT counter_positive CHECK (value > 0);
CREATE DOMAIN stripe_svc.currency AS text CONSTRAINT currency_is_iso_4217 CHECK (value ~ '^[a-z]{3}$');
CREATE DOMAIN stripe_svc.email AS text CONSTRAINT email_length CHECK (length(value) BETWEEN 3 AND 512);
CREATE DOMAIN stripe_svc.url AS text CONSTRAINT url_length CHECK (length(value) <= 2048);
CREATE DOMAIN stripe_svc.error AS text CONSTRAINT error_length CHECK (length(value) <= 2000);
CREATE DOMAIN stripe_svc.trial_days AS bigint CONSTRAINT trial_days_as_at_stripe CHECK (value BETWEEN 1 AND 730);
CREATE DOMAIN stripe_svc.line_items AS jsonb CONSTRAINT line_items_present CHECK (jsonb_array_length(value) > 0);
CREATE DOMAIN stripe_svc.metadata AS jsonb CONSTRAINT metadata_is_object CHECK (jsonb_typeof(value) = 'object');


-- The journal: every verified Stripe event that reached us, once. A row says what became of the event;
-- that it exists, and that its status is not 'failed', means that the event has had its effect.
CREATE TABLE stripe_svc.stripe_events (
    -- What an operator asks first.
    id stripe_svc.identifier NOT NULL,
    type stripe_svc.identifier NOT NULL,
    status stripe_svc.event_status NOT NULL,
    attempts stripe_svc.counter NOT NULL DEFAULT 1,
    last_error stripe_svc.error,

    -- What Stripe says about it. object_id is the id of the object that it reports on (cs_…, pi_…).
    object_id text,
    api_version text,
    livemode boolean NOT NULL,
    account text,
    created_at timestamptz NOT NULL,

    -- How and when it came to us. processed_at is the start of the transaction that gave it its effect.
    source stripe_svc.event_source NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    processed_at timestamptz,

    -- The body as Stripe signed it. Type json keeps the text as it came (jsonb would refuse \u0000). NULL once purged.
    payload json,

    -- What its handler read in it, by table and keyed like the table's columns: {"payments": [{"id": "pi_…", …}], …}.
    -- The tables of facts are the fold of all of these, so a payload may be forgotten. NULL if it had no effect.
    facts jsonb,
    -- What it says about a person, apart, so that it can be erased: e-mail, name, phone, shipping. Nothing is derived
    -- from it. Type json, as for the payload.
    personal json,

    CONSTRAINT stripe_events_pkey PRIMARY KEY (id)
);

CREATE INDEX stripe_events_by_object ON stripe_svc.stripe_events (object_id) WHERE object_id IS NOT NULL;
CREATE INDEX stripe_events_failed ON stripe_svc.stripe_events (received_at) WHERE status = 'failed';


-- How an event comes in: the application inserts it here, and the trigger receive_event() does the rest. Nothing is
-- kept here; outcome is what became of the event, attempts how often it failed so far. Triggers, and so this one, are
-- all that may write what events write: see refuse_unverified_write().
CREATE VIEW stripe_svc.incoming_events AS
SELECT
    e.id, e.type, e.object_id, e.api_version, e.livemode, e.account, e.created_at, e.source, e.payload, e.facts, e.personal,
    -- Why it is not for this installation, or why it failed; NULL for all others.
    NULL::text AS quarantine_reason,
    NULL::text AS error,
    NULL::text AS outcome,
    NULL::bigint AS attempts
FROM stripe_svc.stripe_events AS e
WHERE false;


-- An order: what is to be paid (its terms, fixed once known) and where it stands (derived from facts).
CREATE TABLE stripe_svc.orders (
    id bigint GENERATED ALWAYS AS IDENTITY,

    -- Derived by derive_order(), written by settle_order(), and by nothing else. The same columns are the type
    -- order_outcome below, and the function outcome_of().
    status stripe_svc.order_status NOT NULL DEFAULT 'pending',
    failure_reason text,
    review_reason text,
    amount_paid stripe_svc.amount NOT NULL DEFAULT 0,
    amount_refunded stripe_svc.amount NOT NULL DEFAULT 0,
    duplicate_payment boolean NOT NULL DEFAULT false,
    access_granted boolean NOT NULL DEFAULT false,
    access_until timestamptz,
    -- Whether access outlives its end by the grace that a late payment gets.
    access_has_grace boolean NOT NULL DEFAULT false,

    -- The terms. amount_subtotal is NULL while only Stripe knows the prices, until the first checkout.
    mode stripe_svc.checkout_mode NOT NULL,
    currency stripe_svc.currency NOT NULL,
    amount_subtotal stripe_svc.amount,
    line_items stripe_svc.line_items NOT NULL,
    trial_period_days stripe_svc.trial_days,

    -- Whose it is: the app's own words for the order and the customer, and where the buyer goes afterwards.
    reference stripe_svc.identifier,
    customer_reference stripe_svc.identifier,
    customer_email stripe_svc.email,
    success_url stripe_svc.url,
    cancel_url stripe_svc.url,
    metadata stripe_svc.metadata NOT NULL DEFAULT '{}',

    -- The request that made it: the name of its API key, and what recognises a repetition of it.
    client text NOT NULL,
    idempotency_key stripe_svc.identifier,
    request_fingerprint bytea,

    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),

    -- What columns must agree on is checked when an order is created, and fixed from then on: see refuse_malformed_order().
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX orders_once_per_idempotency_key
ON stripe_svc.orders (client, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX orders_by_status ON stripe_svc.orders (status, id);
CREATE INDEX orders_by_reference ON stripe_svc.orders (reference, id) WHERE reference IS NOT NULL;
CREATE INDEX orders_by_customer ON stripe_svc.orders (customer_reference, id) WHERE customer_reference IS NOT NULL;

CREATE TYPE stripe_svc.order_outcome AS (
    status stripe_svc.order_status,
    failure_reason text,
    review_reason text,
    amount_paid bigint,
    amount_refunded bigint,
    duplicate_payment boolean,
    access_granted boolean,
    access_until timestamptz,
    access_has_grace boolean
);


-- What we asked Stripe for: one row for each Checkout Session that we set out to create, written before
-- Stripe is called. Its id is Stripe's Idempotency-Key and travels in the session's metadata, so that a
-- session is known as ours even if we died before we read Stripe's answer.
CREATE TABLE stripe_svc.checkout_attempts (
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
    CONSTRAINT checkout_attempts_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders (id),
    CONSTRAINT checkout_attempts_session_once UNIQUE (session_id),
    CONSTRAINT checkout_attempts_answer_is_whole
        CHECK ((session_id IS NULL) = (url IS NULL) AND (session_id IS NULL) = (expires_at IS NULL)),
    CONSTRAINT checkout_attempts_end_explained CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX checkout_attempts_by_order ON stripe_svc.checkout_attempts (order_id, created_at);
-- Never a second open payment page beside the first, however many ask for one at once.
CREATE UNIQUE INDEX checkout_attempts_one_live ON stripe_svc.checkout_attempts (order_id) WHERE ended_at IS NULL;


-- Facts about Checkout Sessions, as verified events reported them. Rows of facts are only ever merged (merge_…()), so
-- they end the same in whatever order the events came.
CREATE TABLE stripe_svc.checkout_sessions (
    id stripe_svc.identifier NOT NULL,
    order_id bigint NOT NULL,

    status stripe_svc.session_status NOT NULL,
    payment_status stripe_svc.session_payment_status NOT NULL,
    async_payment_failed boolean NOT NULL DEFAULT false,

    mode stripe_svc.checkout_mode NOT NULL,
    currency text,
    amount_subtotal stripe_svc.amount,
    amount_total stripe_svc.amount,

    -- What it hangs together with: our attempt (NULL or unknown: not our session), the payment, the buyer.
    checkout_attempt_id uuid,
    payment_intent_id stripe_svc.identifier,
    subscription_id stripe_svc.identifier,
    customer_id stripe_svc.identifier,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT checkout_sessions_pkey PRIMARY KEY (id),
    CONSTRAINT checkout_sessions_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders (id)
);

CREATE INDEX checkout_sessions_by_order ON stripe_svc.checkout_sessions (order_id);
-- How an event about a payment or a subscription finds its order.
CREATE INDEX checkout_sessions_by_payment
ON stripe_svc.checkout_sessions (payment_intent_id) WHERE payment_intent_id IS NOT NULL;
CREATE INDEX checkout_sessions_by_subscription
ON stripe_svc.checkout_sessions (subscription_id) WHERE subscription_id IS NOT NULL;


-- Facts about PaymentIntents: of the whole Stripe account, because whose a payment is may become known later. A
-- Checkout Session names its PaymentIntent, and so ties it to an order.
CREATE TABLE stripe_svc.payments (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.payment_status NOT NULL,

    currency text,
    amount stripe_svc.amount,
    amount_received stripe_svc.amount,
    -- The most that its charge ever reported as refunded, pending refunds included.
    amount_refunded stripe_svc.amount,

    -- What it hangs together with: the charge that brought the money, and our attempt if it is of our making.
    charge_id stripe_svc.identifier,
    checkout_attempt_id uuid,

    -- Stripe's time of creation, of the PaymentIntent or, while only that is known, of its charge.
    created_at timestamptz NOT NULL,

    CONSTRAINT payments_pkey PRIMARY KEY (id)
);

CREATE INDEX payments_by_charge ON stripe_svc.payments (charge_id) WHERE charge_id IS NOT NULL;
CREATE INDEX payments_by_attempt ON stripe_svc.payments (checkout_attempt_id) WHERE checkout_attempt_id IS NOT NULL;


-- What the app asked us to refund: one row for each request, written before Stripe is called. Its id travels in the
-- refund's metadata, so that a refund is known as the one asked for even if we died before we read Stripe's answer.
CREATE TABLE stripe_svc.refund_requests (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    order_id bigint NOT NULL,
    payment_intent_id text NOT NULL,
    amount stripe_svc.counter NOT NULL,
    currency text NOT NULL,
    reason text,

    -- The request that made it: the name of its API key, and what recognises a repetition of it.
    client text NOT NULL,
    idempotency_key stripe_svc.identifier NOT NULL,
    request_fingerprint bytea NOT NULL,

    -- Stripe's Idempotency-Key is made of id and tries. A try that Stripe failed to carry out, or may have forgotten,
    -- is followed by another, with a key of its own and a look at what became of the last one.
    tries stripe_svc.counter NOT NULL DEFAULT 1,
    tried_at timestamptz NOT NULL DEFAULT now(),

    -- Stripe's answer: a refund, or a refusal.
    refund_id text,
    refund_status text,
    refused_at timestamptz,
    refusal text,

    created_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT refund_requests_pkey PRIMARY KEY (id),
    CONSTRAINT refund_requests_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders (id),
    CONSTRAINT refund_requests_refund_once UNIQUE (refund_id),
    CONSTRAINT refund_requests_once_per_idempotency_key UNIQUE (client, idempotency_key),
    CONSTRAINT refund_requests_one_answer CHECK (refund_id IS NULL OR refused_at IS NULL),
    CONSTRAINT refund_requests_refund_is_whole CHECK ((refund_id IS NULL) = (refund_status IS NULL)),
    CONSTRAINT refund_requests_refusal_explained CHECK ((refused_at IS NULL) = (refusal IS NULL))
);

CREATE INDEX refund_requests_by_order ON stripe_svc.refund_requests (order_id);


-- Facts about Refunds. They name their payment, their charge or both.
CREATE TABLE stripe_svc.refunds (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.refund_status NOT NULL,
    amount stripe_svc.amount NOT NULL,
    currency text,
    reason text,

    payment_intent_id stripe_svc.identifier,
    charge_id stripe_svc.identifier,
    -- Our request, if it is of our making.
    refund_request_id uuid,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT refunds_pkey PRIMARY KEY (id),
    CONSTRAINT refunds_payment_named CHECK (payment_intent_id IS NOT NULL OR charge_id IS NOT NULL)
);

CREATE INDEX refunds_by_payment ON stripe_svc.refunds (payment_intent_id) WHERE payment_intent_id IS NOT NULL;
CREATE INDEX refunds_by_charge ON stripe_svc.refunds (charge_id) WHERE charge_id IS NOT NULL;
CREATE INDEX refunds_by_request ON stripe_svc.refunds (refund_request_id) WHERE refund_request_id IS NOT NULL;


-- Facts about Disputes. They name their charge and, in all but old API versions, their payment.
CREATE TABLE stripe_svc.disputes (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.dispute_status NOT NULL,
    amount stripe_svc.amount,
    currency text,
    reason text,
    -- Where the disputed money went. It tells nothing about who is right: a part may come back for other reasons.
    funds_withdrawn boolean NOT NULL DEFAULT false,
    funds_reinstated boolean NOT NULL DEFAULT false,

    payment_intent_id stripe_svc.identifier,
    charge_id stripe_svc.identifier,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT disputes_pkey PRIMARY KEY (id),
    CONSTRAINT disputes_payment_named CHECK (payment_intent_id IS NOT NULL OR charge_id IS NOT NULL)
);

CREATE INDEX disputes_by_payment ON stripe_svc.disputes (payment_intent_id) WHERE payment_intent_id IS NOT NULL;
CREATE INDEX disputes_by_charge ON stripe_svc.disputes (charge_id) WHERE charge_id IS NOT NULL;


-- Facts about Subscriptions, of the whole Stripe account. A Checkout Session names its subscription, and so ties it to
-- an order. Each report is all that Stripe knew at reported_at, whole seconds; of two different reports of one second
-- one is kept by a rule, and is_ambiguous asks for a look at Stripe itself.
CREATE TABLE stripe_svc.subscriptions (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.subscription_status NOT NULL,
    reported_at timestamptz NOT NULL,
    -- Fetched from Stripe after that second, so no event of it knows better.
    is_fetched boolean NOT NULL DEFAULT false,
    is_ambiguous boolean NOT NULL DEFAULT false,

    -- The period that is under way, of the item whose period ends first.
    current_period_start timestamptz,
    current_period_end timestamptz,
    trial_end timestamptz,
    -- When it is going to end, or has ended.
    cancel_at timestamptz,
    ended_at timestamptz,
    -- How invoices are dealt with that are not collected for a while; NULL while they are.
    pause_behavior stripe_svc.pause_behavior,

    -- What it hangs together with: the customer, and our attempt if it is of our making.
    customer_id stripe_svc.identifier,
    checkout_attempt_id uuid,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT subscriptions_pkey PRIMARY KEY (id)
);

CREATE INDEX subscriptions_ambiguous ON stripe_svc.subscriptions (reported_at) WHERE is_ambiguous;


-- Subscriptions that Stripe itself has to be asked about, one row for each however often it was marked; the worker asks.
-- Stripe's answer is journalled like an event, and takes the row away. Not a fact: what is marked is in subscriptions.
CREATE TABLE stripe_svc.subscription_refetches (
    subscription_id stripe_svc.identifier NOT NULL,
    -- Nobody else asks before this: set ahead while a worker asks, and further after each failure.
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    attempts bigint NOT NULL DEFAULT 0,
    last_error stripe_svc.error,
    -- Stripe refused to answer: nobody asks again until a new event marks it again.
    refused_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT subscription_refetches_pkey PRIMARY KEY (subscription_id),
    CONSTRAINT subscription_refetches_subscription_exists
        FOREIGN KEY (subscription_id) REFERENCES stripe_svc.subscriptions (id),
    CONSTRAINT subscription_refetches_refusal_explained CHECK (refused_at IS NULL OR last_error IS NOT NULL)
);

CREATE INDEX subscription_refetches_due ON stripe_svc.subscription_refetches (next_attempt_at) WHERE refused_at IS NULL;


-- Facts about Invoices.
CREATE TABLE stripe_svc.invoices (
    id stripe_svc.identifier NOT NULL,
    status stripe_svc.invoice_status NOT NULL,
    currency text,
    amount_paid stripe_svc.amount,
    -- subscription_create is a subscription's first invoice, which its Checkout Session was about.
    billing_reason text,
    -- Once paid: the end of the last period that it paid for.
    paid_through timestamptz,
    payment_failed boolean NOT NULL DEFAULT false,

    -- What it hangs together with. The payment is named by the invoice itself in API versions before 2025-03-31, and
    -- by an InvoicePayment since.
    subscription_id stripe_svc.identifier,
    customer_id stripe_svc.identifier,
    payment_intent_id stripe_svc.identifier,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT invoices_pkey PRIMARY KEY (id)
);

CREATE INDEX invoices_by_subscription ON stripe_svc.invoices (subscription_id) WHERE subscription_id IS NOT NULL;
CREATE INDEX invoices_by_payment ON stripe_svc.invoices (payment_intent_id) WHERE payment_intent_id IS NOT NULL;


-- Whom we know at Stripe: one row for each customer_reference, written before Stripe is asked to create a Customer. Its
-- id is Stripe's Idempotency-Key, so two orders that are started at once get one Customer.
CREATE TABLE stripe_svc.customers (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    reference stripe_svc.identifier NOT NULL,
    -- The parameters as sent. A repetition must send the same ones.
    request jsonb NOT NULL,
    stripe_customer_id text,
    -- Set by customer.deleted: the next order gets a new Customer.
    deleted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Stripe repeats its answer to an idempotency key: whom it refused, or failed to create, is tried again in a new row.
    refused_at timestamptz,

    CONSTRAINT customers_pkey PRIMARY KEY (id),
    CONSTRAINT customers_stripe_customer_once UNIQUE (stripe_customer_id)
);

CREATE UNIQUE INDEX customers_one_living
ON stripe_svc.customers (reference) WHERE deleted_at IS NULL AND refused_at IS NULL;


-- The history: every change of an order's status and the verified event behind it. Append-only.
CREATE TABLE stripe_svc.order_transitions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    order_id bigint NOT NULL,
    from_status stripe_svc.order_status NOT NULL,
    to_status stripe_svc.order_status NOT NULL,
    event_id text NOT NULL,
    source stripe_svc.event_source NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT order_transitions_pkey PRIMARY KEY (order_id, id),
    CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES stripe_svc.orders (id),
    CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES stripe_svc.stripe_events (id),
    -- An event that took effect twice would show here first.
    CONSTRAINT order_transitions_once_per_event UNIQUE (event_id, order_id)
);


-- Money that came, or is to come, for an order, before what went back of it: amount as the order counts it, in currency;
-- amount_received and amount_refunded as its charge reports them, in the payment's currency.
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
    created_at timestamptz
);

-- What became of one payment of an order: a row of order_payments(), which says what each column means.
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
    created_at timestamptz
);


-- What refunds and disputes took of a payment, or may take, as money_back() finds it.
CREATE TYPE stripe_svc.money_back AS (
    amount_refunded bigint, amount_refunding bigint, disputed boolean, lost boolean
);

-- What an event is about, as lock_links() finds it.
CREATE TYPE stripe_svc.event_links AS (payment_intent_ids text[], subscription_ids text[]);


-- lz4 takes a third of the time that pglz takes, where the server has it.
DO $$
BEGIN
    IF 'lz4' = ANY ((SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression')::text[]) THEN
        ALTER TABLE stripe_svc.stripe_events ALTER payload SET COMPRESSION lz4, ALTER facts SET COMPRESSION lz4;
    END IF;
END
$$;


GRANT USAGE ON SCHEMA stripe_svc TO stripe_svc_app;
GRANT SELECT ON ALL TABLES IN SCHEMA stripe_svc TO stripe_svc_app;
GRANT INSERT ON stripe_svc.incoming_events TO stripe_svc_app;
GRANT INSERT (
    mode, currency, amount_subtotal, line_items, trial_period_days, reference, customer_reference, customer_email,
    success_url, cancel_url, metadata, client, idempotency_key, request_fingerprint
) ON stripe_svc.orders TO stripe_svc_app;
GRANT UPDATE (amount_subtotal, updated_at) ON stripe_svc.orders TO stripe_svc_app;
GRANT INSERT (order_id, request) ON stripe_svc.checkout_attempts TO stripe_svc_app;
GRANT UPDATE (session_id, url, expires_at, ended_at, end_reason) ON stripe_svc.checkout_attempts TO stripe_svc_app;
GRANT INSERT (
    order_id, payment_intent_id, amount, currency, reason, client, idempotency_key, request_fingerprint
) ON stripe_svc.refund_requests TO stripe_svc_app;
GRANT UPDATE (tries, tried_at, refund_id, refund_status, refused_at, refusal)
ON stripe_svc.refund_requests TO stripe_svc_app;
GRANT INSERT (reference, request) ON stripe_svc.customers TO stripe_svc_app;
GRANT UPDATE (stripe_customer_id, refused_at) ON stripe_svc.customers TO stripe_svc_app;
GRANT UPDATE (next_attempt_at, attempts, last_error, refused_at)
ON stripe_svc.subscription_refetches TO stripe_svc_app;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
