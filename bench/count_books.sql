-- Purpose: what the books hold of some orders, to be compared with what was answered.
-- Parameters: first, the id of the first order; orders, how many.
-- Rows: one: events that were processed, orders that are paid.
SELECT
    (
        SELECT count(*) FROM stripe_svc.stripe_events AS e
        WHERE
            e.status = 'processed' AND e.id >= 'evt_' || :'first'
            AND e.id < 'evt_' || (:'first'::bigint + :'orders'::bigint)
    ) AS events,
    (
        SELECT count(*) FROM stripe_svc.orders AS o
        WHERE o.id >= :'first'::bigint AND o.id < :'first'::bigint + :'orders'::bigint AND o.status = 'paid'
    ) AS paid
