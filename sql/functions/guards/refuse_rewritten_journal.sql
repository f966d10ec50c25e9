-- Purpose: refuses to write the journal by hand, to forget an event or to take back what became of it.
-- Why: a journal row is what keeps an event from being applied again, and its absence what lets one in. Payloads may be
--      purged and what is personal erased; an event of the first release gets the facts that its payload tells, once.
CREATE OR REPLACE FUNCTION stripe_svc.refuse_rewritten_journal()
RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    allowed stripe_svc.stripe_events := old;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- What is still to be read in a payload is not forgotten.
        IF new.payload IS NULL AND old.status <> 'failed' AND NOT (old.status = 'processed' AND old.facts IS NULL) THEN
            allowed.payload := NULL;
        END IF;
        allowed.personal := CASE WHEN new.personal IS NOT NULL THEN old.personal END;
        IF old.facts IS NULL AND old.status = 'processed' THEN
            allowed.facts := new.facts;
        END IF;
        -- The type json has no equality: the stored bytes are compared.
        IF new *= allowed THEN
            RETURN new;
        END IF;
    END IF;
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only payload and personal may be set to NULL, and no failed event''s payload.';
END
$$;

CREATE OR REPLACE TRIGGER stripe_events_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.stripe_events
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();

CREATE OR REPLACE TRIGGER stripe_events_received
BEFORE INSERT ON stripe_svc.stripe_events
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();

CREATE OR REPLACE TRIGGER stripe_events_final
BEFORE UPDATE ON stripe_svc.stripe_events
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_rewritten_journal();
