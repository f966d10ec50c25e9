-- Purpose: the least SQL that gives an event its outcome: the event is journalled once, its order is locked and paid,
--          the change is in the history, a message is in the outbox. It is the limit that the service is compared with.
-- Why: a limit that the service's own functions do not move. It reads no facts, so it knows of no refund, no dispute, no
--      subscription and no stranger's session, and nothing guards its rows.
CREATE SCHEMA least_sql;

CREATE TABLE least_sql.orders (
    id bigint NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    currency text NOT NULL,
    amount_total bigint NOT NULL,
    paid_at timestamptz,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);

CREATE TABLE least_sql.stripe_events (
    id text NOT NULL,
    type text NOT NULL,
    api_version text,
    livemode boolean NOT NULL,
    created_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    payload jsonb NOT NULL,
    CONSTRAINT stripe_events_pkey PRIMARY KEY (id)
);

CREATE TABLE least_sql.order_transitions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    order_id bigint NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    event_id text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT order_transitions_pkey PRIMARY KEY (order_id, id),
    CONSTRAINT order_transitions_order_exists FOREIGN KEY (order_id) REFERENCES least_sql.orders (id),
    CONSTRAINT order_transitions_event_exists FOREIGN KEY (event_id) REFERENCES least_sql.stripe_events (id)
);

CREATE TABLE least_sql.outbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    topic text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id)
);

CREATE INDEX outbox_undelivered ON least_sql.outbox (id) WHERE delivered_at IS NULL;


CREATE FUNCTION least_sql.receive_event(
    event_id text, event_type text, api_version text, livemode boolean, created bigint, payload jsonb, order_id bigint
)
RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
    from_status text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('stripe_event:' || event_id, 0));

    INSERT INTO least_sql.stripe_events (id, type, api_version, livemode, created_at, payload)
    VALUES (event_id, event_type, api_version, livemode, to_timestamp(created), payload)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN 'duplicate';
    END IF;

    SELECT o.status INTO from_status FROM least_sql.orders AS o WHERE o.id = receive_event.order_id FOR UPDATE;
    IF from_status IS DISTINCT FROM 'pending' THEN
        RETURN 'ignored';
    END IF;

    UPDATE least_sql.orders AS o SET status = 'paid', paid_at = now() WHERE o.id = receive_event.order_id;
    INSERT INTO least_sql.order_transitions (order_id, from_status, to_status, event_id)
    VALUES (order_id, from_status, 'paid', event_id);
    INSERT INTO least_sql.outbox (topic, payload)
    VALUES ('order.paid', jsonb_build_object('order_id', order_id));
    RETURN 'processed';
END
$$;
