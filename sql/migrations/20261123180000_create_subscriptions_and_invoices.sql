-- migrate:up

-- A migration that has to wait gives up rather than hold up everybody behind it; run it again.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';


-- Facts about Subscriptions, as verified events reported them: of the whole Stripe account. A Checkout Session names
-- its subscription, and so ties it to an order. Each report is all that Stripe knew at reported_at, whole seconds;
-- of two different reports of one second one is kept by a rule, and is_ambiguous asks for a look at Stripe itself.
CREATE TABLE subscriptions (
    id text NOT NULL,
    status text NOT NULL,
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
    pause_behavior text,

    -- What it hangs together with: the customer, and our attempt if it is of our making.
    customer_id text,
    checkout_attempt_id uuid,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT subscriptions_pkey PRIMARY KEY (id),
    CONSTRAINT subscriptions_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT subscriptions_status_known CHECK (
        status IN (
            'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete_expired', 'canceled'
        )
    ),
    CONSTRAINT subscriptions_pause_behavior_known CHECK (pause_behavior IN ('keep_as_draft', 'mark_uncollectible', 'void'))
);

CREATE INDEX subscriptions_ambiguous ON subscriptions (reported_at) WHERE is_ambiguous;


-- Facts about Invoices.
CREATE TABLE invoices (
    id text NOT NULL,

    -- draft < open < uncollectible < void < paid.
    status text NOT NULL,
    currency text,
    amount_paid bigint,
    -- subscription_create is a subscription's first invoice, which its Checkout Session was about.
    billing_reason text,
    -- Once paid: the end of the last period that it paid for.
    paid_through timestamptz,
    payment_failed boolean NOT NULL DEFAULT false,

    -- What it hangs together with. The payment is named by the invoice itself in API versions before 2025-03-31, and
    -- by an InvoicePayment since.
    subscription_id text,
    customer_id text,
    payment_intent_id text,

    -- Stripe's time of creation.
    created_at timestamptz NOT NULL,

    CONSTRAINT invoices_pkey PRIMARY KEY (id),
    CONSTRAINT invoices_id_length CHECK (length(id) BETWEEN 1 AND 255),
    CONSTRAINT invoices_status_known CHECK (status IN ('draft', 'open', 'uncollectible', 'void', 'paid')),
    CONSTRAINT invoices_amount_paid_not_negative CHECK (amount_paid >= 0)
);

CREATE INDEX invoices_by_subscription ON invoices (subscription_id) WHERE subscription_id IS NOT NULL;
CREATE INDEX invoices_by_payment ON invoices (payment_intent_id) WHERE payment_intent_id IS NOT NULL;


-- Whom we know at Stripe: one row for each customer_reference, written before Stripe is asked to create a Customer. Its
-- id is Stripe's Idempotency-Key, so two orders that are started at once get one Customer.
CREATE TABLE customers (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    reference text NOT NULL,
    -- The parameters as sent. A repetition must send the same ones.
    request jsonb NOT NULL,
    stripe_customer_id text,
    -- Set by customer.deleted: the next order gets a new Customer.
    deleted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT customers_pkey PRIMARY KEY (id),
    CONSTRAINT customers_reference_length CHECK (length(reference) BETWEEN 1 AND 255),
    CONSTRAINT customers_stripe_customer_once UNIQUE (stripe_customer_id)
);

CREATE UNIQUE INDEX customers_one_living ON customers (reference) WHERE deleted_at IS NULL;


-- The trial that the order's terms give, and, derived, whether its access outlives its end by the grace that a late
-- payment gets.
ALTER TABLE orders
ADD COLUMN trial_period_days bigint,
ADD COLUMN access_has_grace boolean NOT NULL DEFAULT false,
-- squawk-ignore constraint-missing-not-valid
ADD CONSTRAINT orders_trial_is_of_a_subscription
CHECK (trial_period_days IS NULL OR (trial_period_days BETWEEN 1 AND 730 AND mode = 'subscription'));

-- How an event about a subscription finds its order, and a page view its customer's. Not CONCURRENTLY, which cannot be
-- done under dbmate's lock: webhooks wait meanwhile, as long as they would for a row, and Stripe sends them again.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX checkout_sessions_by_subscription ON checkout_sessions (subscription_id) WHERE subscription_id IS NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX orders_by_customer ON orders (customer_reference, id) WHERE customer_reference IS NOT NULL;


GRANT SELECT ON subscriptions, invoices, customers TO stripe_svc_app;
GRANT INSERT (trial_period_days) ON orders TO stripe_svc_app;
GRANT INSERT (reference, request) ON customers TO stripe_svc_app;
GRANT UPDATE (stripe_customer_id) ON customers TO stripe_svc_app;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
