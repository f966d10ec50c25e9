-- Purpose: refuses to forget a checkout attempt, or to change what it was for and which session came of it.
-- Why: whether a session is ours, and so whether its money pays the order, is decided by the attempt.
CREATE OR REPLACE FUNCTION stripe_svc.refuse_rewritten_attempt()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION '% of checkout_attempts refused: sessions are recognised by them', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'An attempt may only be ended: ended_at, end_reason.';
END
$$;

CREATE OR REPLACE TRIGGER checkout_attempts_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.checkout_attempts
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_rewritten_attempt();

CREATE OR REPLACE TRIGGER checkout_attempts_fixed
BEFORE UPDATE ON stripe_svc.checkout_attempts
FOR EACH ROW
WHEN (
    (new.id, new.order_id, new.request, new.created_at)
    IS DISTINCT FROM (old.id, old.order_id, old.request, old.created_at)
    OR (old.session_id IS NOT NULL AND new.session_id IS DISTINCT FROM old.session_id)
)
EXECUTE FUNCTION stripe_svc.refuse_rewritten_attempt();
