-- Purpose: what the least SQL holds of some orders, to be compared with what pgbench counted.
-- Parameters: first, the id of the first order; orders, how many.
-- Rows: one: events that were journalled, orders that are paid, transitions of these, messages about these.
SELECT
    (
        SELECT count(*) FROM least_sql.stripe_events AS e
        WHERE e.id >= 'evt_' || :'first' AND e.id < 'evt_' || (:'first'::bigint + :'orders'::bigint)
    ) AS events,
    (
        SELECT count(*) FROM least_sql.orders AS o
        WHERE o.id >= :'first'::bigint AND o.id < :'first'::bigint + :'orders'::bigint AND o.status = 'paid'
    ) AS paid,
    (
        SELECT count(*) FROM least_sql.order_transitions AS t
        WHERE t.order_id >= :'first'::bigint AND t.order_id < :'first'::bigint + :'orders'::bigint
    ) AS transitions,
    (
        SELECT count(*) FROM least_sql.outbox AS b
        WHERE
            (b.payload ->> 'order_id')::bigint >= :'first'::bigint
            AND (b.payload ->> 'order_id')::bigint < :'first'::bigint + :'orders'::bigint
    ) AS messages
