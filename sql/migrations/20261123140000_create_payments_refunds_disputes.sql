-- migrate:up

-- A migration that has to wait gives up rather than hold up everybody behind it; run it again.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';


-- Facts about PaymentIntents, as verified events reported them: of the whole Stripe account, because whose
-- a payment is may become known later. A Checkout Session names its PaymentIntent, and so ties it to an order.
CREATE TABLE payments (
    id text NOT NULL,

    -- requires_payment_method < processing < canceled < succeeded. A failed attempt is not final.
    status text NOT NULL,

    currency text,
    amount bigint,
    amount_received bigint,
    -- The most that its charge ever reported as refunded, pending refunds included.
    amount_refunded bigint,

    -- What it hangs together with: the charge that brought the money, and our attempt if it is of our making.
    charge_id text,
    checkout_attempt_id uuid,

    -- Stripe's time of creation, of the PaymentIntent or, while only that is known, of its charge.
    created_at timestamptz NOT NULL,

    CONSTRAINT payments_pkey PRIMARY KEY (id),
    CONSTRAINT payments_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT payments_charge_id_length CHECK (length(charge_id) BETWEEN 1 AND 255),
    CONSTRAINT payments_status_known
        CHECK (status IN ('requires_payment_method', 'processing', 'canceled', 'succeeded')),
    CONSTRAINT payments_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT payments_amount_received_not_negative CHECK (amount_received >= 0),
    CONSTRAINT payments_amount_refunded_not_negative CHECK (amount_refunded >= 0)
);

CREATE INDEX payments_by_charge ON payments (charge_id) WHERE charge_id IS NOT NULL;
CREATE INDEX payments_by_attempt ON payments (checkout_attempt_id) WHERE checkout_attempt_id IS NOT NULL;


-- What the app asked us to refund: one row for each request, written before Stripe is called. Its id travels in the
-- refund's metadata, so that a refund is known as the one asked for even if we died before we read Stripe's answer.
CREATE TABLE refund_requests (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    order_id bigint NOT NULL,
    payment_intent_id text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    reason text,

    -- The request that made it: the name of its API key, and what recognises a repetition of it.
    client text NOT NULL,
    idempotency_key text NOT NULL,
    request_fingerprint bytea NOT NULL,

    -- Stripe's Idempotency-Key is made of id and tries. A try that Stripe failed to carry out, or may have forgotten,
    -- is followed by another, with a key of its own and a look at what became of the last one.
    tries bigint NOT NULL DEFAULT 1,
    tried_at timestamptz NOT NULL DEFAULT now(),

    -- Stripe's answer: a refund, or a refusal.
    refund_id text,
    refund_status text,
    refused_at timestamptz,
    refusal text,

    created_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT refund_requests_pkey PRIMARY KEY (id),
    CONSTRAINT refund_requests_order_exists FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT refund_requests_refund_once UNIQUE (refund_id),
    CONSTRAINT refund_requests_once_per_idempotency_key UNIQUE (client, idempotency_key),
    CONSTRAINT refund_requests_idempotency_key_length CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    CONSTRAINT refund_requests_amount_positive CHECK (amount > 0),
    CONSTRAINT refund_requests_tries_positive CHECK (tries > 0),
    CONSTRAINT refund_requests_one_answer CHECK (refund_id IS NULL OR refused_at IS NULL),
    CONSTRAINT refund_requests_refund_is_whole CHECK ((refund_id IS NULL) = (refund_status IS NULL)),
    CONSTRAINT refund_requests_refusal_explained CHECK ((refused_at IS NULL) = (refusal IS NULL))
);

CREATE INDEX refund_requests_by_order ON refund_requests (order_id);


-- Facts about Refunds. They name their payment, their charge or both.
CREATE TABLE refunds (
    id text NOT NULL,

    -- requires_action < pending < succeeded < canceled < failed: a refund may fail after it had succeeded.
    status text NOT NULL,
    amount bigint NOT NULL,
    currency text,
    reason text,

    payment_intent_id text,
    charge_id text,
    -- Our request, if it is of our making.
    refund_request_id uuid,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT refunds_pkey PRIMARY KEY (id),
    CONSTRAINT refunds_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT refunds_status_known
        CHECK (status IN ('requires_action', 'pending', 'succeeded', 'canceled', 'failed')),
    CONSTRAINT refunds_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT refunds_payment_named CHECK (payment_intent_id IS NOT NULL OR charge_id IS NOT NULL)
);

CREATE INDEX refunds_by_payment ON refunds (payment_intent_id) WHERE payment_intent_id IS NOT NULL;
CREATE INDEX refunds_by_charge ON refunds (charge_id) WHERE charge_id IS NOT NULL;
CREATE INDEX refunds_by_request ON refunds (refund_request_id) WHERE refund_request_id IS NOT NULL;


-- Facts about Disputes. They name their charge and, in all but old API versions, their payment.
CREATE TABLE disputes (
    id text NOT NULL,

    -- The open ones (warning_…: an inquiry) come before the closed ones, and a win comes last: banks revise losses.
    status text NOT NULL,
    amount bigint,
    currency text,
    reason text,
    -- Where the disputed money went. It tells nothing about who is right: a part may come back for other reasons.
    funds_withdrawn boolean NOT NULL DEFAULT false,
    funds_reinstated boolean NOT NULL DEFAULT false,

    payment_intent_id text,
    charge_id text,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT disputes_pkey PRIMARY KEY (id),
    CONSTRAINT disputes_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT disputes_status_known CHECK (
        status IN (
            'warning_needs_response', 'warning_under_review', 'needs_response', 'under_review',
            'warning_closed', 'charge_refunded', 'prevented', 'lost', 'won'
        )
    ),
    CONSTRAINT disputes_amount_not_negative CHECK (amount >= 0),
    CONSTRAINT disputes_payment_named CHECK (payment_intent_id IS NOT NULL OR charge_id IS NOT NULL)
);

CREATE INDEX disputes_by_payment ON disputes (payment_intent_id) WHERE payment_intent_id IS NOT NULL;
CREATE INDEX disputes_by_charge ON disputes (charge_id) WHERE charge_id IS NOT NULL;


-- How an event about a payment finds its order. Not CONCURRENTLY, which cannot be done under dbmate's lock: webhooks
-- wait meanwhile, as long as they would for a row, and after that Stripe sends them again.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX checkout_sessions_by_payment ON checkout_sessions (payment_intent_id) WHERE payment_intent_id IS NOT NULL;


GRANT SELECT ON payments, refunds, disputes, refund_requests TO stripe_svc_app;
GRANT INSERT (
    order_id, payment_intent_id, amount, currency, reason, client, idempotency_key, request_fingerprint
) ON refund_requests TO stripe_svc_app;
GRANT UPDATE (tries, tried_at, refund_id, refund_status, refused_at, refusal) ON refund_requests TO stripe_svc_app;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
