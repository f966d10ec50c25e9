-- Purpose: refuses an order whose derived columns are not what derive_order() says, or whose change of status
--          is not in its history.
-- Why: the status is a pure function of the facts. settle_order() keeps that; this finds any code that does not.
CREATE OR REPLACE FUNCTION refuse_underived_status()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
    facts record;
BEGIN
    -- What settle_order() has just derived is taken for that; anything else is derived here.
    IF current_setting('stripe_svc.derived', true) IS DISTINCT FROM new.id || ROW(
        new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded,
        new.duplicate_payment, new.access_granted, new.access_until, new.access_has_grace
    )::text THEN
        SELECT * INTO facts FROM derive_order(new.id);
        IF (new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded,
            new.duplicate_payment, new.access_granted, new.access_until, new.access_has_grace)
            IS DISTINCT FROM
           (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
            facts.duplicate_payment, facts.access_granted, facts.access_until, facts.access_has_grace)
        THEN
            RAISE EXCEPTION 'order % cannot be %: its verified facts say %', new.id, new.status, facts.status
                USING ERRCODE = 'integrity_constraint_violation',
                    HINT = format('See SELECT * FROM derive_order(%s);', new.id);
        END IF;
    END IF;

    IF TG_OP = 'UPDATE' AND new.status <> old.status AND NOT EXISTS (
        SELECT FROM order_transitions AS t
        WHERE t.event_id = current_setting('stripe_svc.event_id', true) AND t.order_id = new.id
            AND t.from_status = old.status AND t.to_status = new.status
    ) THEN
        RAISE EXCEPTION 'order % went from % to % without a row in order_transitions', new.id, old.status, new.status
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER orders_derived_on_insert
AFTER INSERT ON orders
FOR EACH ROW
WHEN (
    (new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded, new.duplicate_payment,
        new.access_granted, new.access_until, new.access_has_grace)
    IS DISTINCT FROM ('pending', NULL, NULL, 0, 0, false, false, NULL, false)
)
EXECUTE FUNCTION refuse_underived_status();

CREATE OR REPLACE TRIGGER orders_derived_on_update
AFTER UPDATE ON orders
FOR EACH ROW
WHEN (
    (new.status, new.failure_reason, new.review_reason, new.amount_paid, new.amount_refunded, new.duplicate_payment,
        new.access_granted, new.access_until, new.access_has_grace)
    IS DISTINCT FROM
    (old.status, old.failure_reason, old.review_reason, old.amount_paid, old.amount_refunded, old.duplicate_payment,
        old.access_granted, old.access_until, old.access_has_grace)
)
EXECUTE FUNCTION refuse_underived_status();
