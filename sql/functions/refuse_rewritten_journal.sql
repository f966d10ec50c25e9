-- Purpose: refuses to forget an event or to take back what became of it.
-- Why: a journal row is what keeps an event from being applied again. Payloads may be purged, ids never.
CREATE OR REPLACE FUNCTION refuse_rewritten_journal()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only the payload may be set to NULL.';
END
$$;

CREATE OR REPLACE TRIGGER stripe_events_kept
BEFORE DELETE OR TRUNCATE ON stripe_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewritten_journal();

CREATE OR REPLACE TRIGGER stripe_events_final
BEFORE UPDATE ON stripe_events
FOR EACH ROW
WHEN (
    (new.id, new.type, new.livemode, new.created_at) IS DISTINCT FROM (old.id, old.type, old.livemode, old.created_at)
    OR (
        old.status <> 'failed' AND new.status <> old.status
        -- An event turns out not to be ours while it is processed, in the same transaction.
        AND NOT (old.status = 'processed' AND new.status = 'ignored' AND old.processed_at = now())
    )
)
EXECUTE FUNCTION refuse_rewritten_journal();
