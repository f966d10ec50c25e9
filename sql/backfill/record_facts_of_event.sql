-- Purpose: notes the facts that an event's payload tells. The journal lets that be done once.
-- Rows: none.
UPDATE stripe_svc.stripe_events AS e
SET facts = :'facts'::jsonb
WHERE e.id = :'event_id' AND e.facts IS NULL AND e.status = 'processed'
