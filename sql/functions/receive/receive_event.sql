-- Purpose: gives one verified Stripe event its effect, exactly once: journal, facts, status, history.
-- Why: one statement is one transaction and one round trip; either all of it happens or nothing. It is the trigger of
--      incoming_events because triggers are all that the guards let write: see refuse_unverified_write().
-- Outcome: processed, duplicate, ignored (nothing of ours in it), quarantined (not for this installation) or failed
--      (an error was reported: see record_event_failure()).
CREATE OR REPLACE FUNCTION stripe_svc.receive_event()
RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
-- Plans are made once and kept, for years perhaps: by index also where a table is still so small that reading all of it
-- would be quicker.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
-- How long a copy waits for the copy before it; after that it fails with lock_not_available.
SET lock_timeout = '5s'
AS $$
DECLARE
    links stripe_svc.event_links;
    order_id bigint;
BEGIN
    -- Copies of one event come in one after the other. The second waits here until the first has
    -- committed (then it is a duplicate) or failed (then it takes its place). Without the lock the
    -- journal's primary key would still let only one of them through; a copy would wait there instead.
    PERFORM pg_advisory_xact_lock(hashtextextended('stripe_event:' || new.id, 0));

    IF new.error IS NOT NULL THEN
        new.outcome := 'failed';
        new.attempts := stripe_svc.record_event_failure(new);
        RETURN new;
    END IF;

    new.outcome := stripe_svc.record_event(new);
    IF new.outcome = 'processed' THEN
        -- Events about one payment or subscription come in one after the other, too: the second sees the first's facts.
        links := stripe_svc.lock_links(new.facts);
        FOREACH order_id IN ARRAY stripe_svc.record_facts(new.facts, links) LOOP
            PERFORM stripe_svc.settle_order(order_id, new.id, new.source);
        END LOOP;
    END IF;
    RETURN new;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.receive_event() FROM PUBLIC;

CREATE OR REPLACE TRIGGER incoming_events_received
INSTEAD OF INSERT ON stripe_svc.incoming_events
FOR EACH ROW EXECUTE FUNCTION stripe_svc.receive_event();
