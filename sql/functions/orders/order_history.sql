-- Purpose: an order's changes of status, oldest first, as the API shows them.
-- Rows: one: [{from, to, event_id, event_type, source, at}], empty while nothing has happened.
-- A function's type cannot be replaced. As a table it becomes a part of the query that joins it, and is planned with it.
DROP FUNCTION IF EXISTS order_history(bigint);
CREATE OR REPLACE FUNCTION order_history(order_id bigint)
RETURNS TABLE (history json)
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
