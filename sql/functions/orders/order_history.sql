-- Purpose: an order's changes of status, oldest first, as the API shows them.
-- Rows: one: [{from, to, event_id, event_type, source, at}], empty while nothing has happened.
CREATE OR REPLACE FUNCTION stripe_svc.order_history(order_id bigint)
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
    FROM stripe_svc.order_transitions AS t
    INNER JOIN stripe_svc.stripe_events AS e ON e.id = t.event_id
    WHERE t.order_id = order_history.order_id
$$;
