-- migrate:up

-- Copies a database of the first release, whose tables were in schema public, into the tables of schema stripe_svc, and
-- drops the old ones. Elsewhere it does nothing. The old release must not run meanwhile: CHANGELOG.md says how long that
-- takes. Whatever in the database depends on the old tables, a view of somebody's say, stops it with an error that names it.

SET LOCAL lock_timeout = '5s';
-- One statement copies everything, whatever limit the team's database sets for its own.
SET LOCAL statement_timeout = 0;

DO $$
DECLARE
    -- Each after those that it refers to.
    old_tables text[] := '{stripe_events,orders,checkout_attempts,checkout_sessions,payments,refund_requests,refunds,'
        'disputes,subscriptions,invoices,customers,order_transitions}';
    old_functions regprocedure[];
    old_versions text[] := '{20261123090000,20261123140000,20261123180000,20261123220000}';
    found text[];
    added text;
    dependent text;
    each record;
BEGIN
    -- The table of migrations may be another framework's, with rows of its own.
    IF to_regclass('public.stripe_events') IS NULL OR to_regclass('public.checkout_attempts') IS NULL
        OR to_regclass('public.schema_migrations') IS NULL
    THEN
        RETURN;
    END IF;
    EXECUTE 'SELECT array_agg(version::text ORDER BY version) FROM public.schema_migrations WHERE version = ANY ($1)'
    INTO found USING old_versions;
    IF found IS DISTINCT FROM old_versions THEN
        RAISE EXCEPTION 'the tables in schema public are not quite those of the first release of stripe-svc: run its '
            '"make migrate" first, then this one again';
    END IF;

    -- By their arguments, too: functions of the same name may be somebody else's.
    old_functions := ARRAY(
        SELECT to_regprocedure('public.' || f.signature)
        FROM unnest(ARRAY[
            'access_ends(timestamptz, boolean, integer)', 'derive_order(bigint)', 'later_status(text[], text, text)',
            'lock_facts(jsonb)', 'lock_ids(text, text[])', 'merge_checkout_session(jsonb)',
            'merge_customer_deletion(jsonb)', 'merge_dispute(jsonb)', 'merge_invoice(jsonb)', 'merge_payment(jsonb)',
            'merge_refund(jsonb)', 'merge_subscription(jsonb)', 'order_access(public.orders, integer)',
            'order_checkout(bigint)', 'order_history(bigint)', 'order_payments(bigint)',
            'receive_event(text, text, text, text, boolean, text, timestamptz, text, json, jsonb, text)',
            'record_event_failure(text, text, text, text, boolean, text, timestamptz, text, json, text)',
            'refuse_changed_terms()', 'refuse_rewritten_attempt()', 'refuse_rewritten_journal()',
            'refuse_underived_status()', 'refuse_unverified_write()', 'settle_order(bigint, text, text)',
            'subscription_access(text, timestamptz, timestamptz)', 'subscription_phase(text)',
            'subscription_picture(public.subscriptions)', 'subscription_rank(public.subscriptions)'
        ]) AS f (signature)
        WHERE to_regprocedure('public.' || f.signature) IS NOT NULL
    );

    FOR each IN SELECT t.name FROM unnest(old_tables) AS t (name) LOOP
        EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', each.name);
    END LOOP;

    SELECT string_agg(a.added, ', ' ORDER BY a.added)
    INTO added
    FROM (
        SELECT format('column %I of table %I', old.attname, o.name)
        FROM unnest(old_tables) AS o (name)
        INNER JOIN pg_attribute AS old
            ON old.attrelid = format('public.%I', o.name)::regclass AND old.attnum > 0 AND NOT old.attisdropped
        LEFT JOIN pg_attribute AS new
            ON new.attrelid = format('stripe_svc.%I', o.name)::regclass AND new.attname = old.attname AND NOT new.attisdropped
        WHERE new.attname IS NULL
        UNION ALL
        SELECT format('trigger %I of table %I', t.tgname, o.name)
        FROM unnest(old_tables) AS o (name)
        INNER JOIN pg_trigger AS t ON t.tgrelid = format('public.%I', o.name)::regclass AND NOT t.tgisinternal
        WHERE t.tgfoid <> ALL (old_functions)
    ) AS a (added);
    IF added IS NOT NULL THEN
        RAISE EXCEPTION 'somebody has added to the tables of the first release what would be lost; move or drop it, then run '
            'make migrate again: %', added;
    END IF;

    -- Column by column: words become values of their types.
    FOR each IN
        SELECT
            t.name,
            string_agg(quote_ident(new.attname), ', ' ORDER BY new.attnum) AS columns,
            string_agg(
                format(CASE y.typtype WHEN 'e' THEN '%I::text::%s' ELSE '%I::%s' END, new.attname, new.atttypid::regtype),
                ', ' ORDER BY new.attnum
            ) AS expressions
        FROM unnest(old_tables) WITH ORDINALITY AS t (name, place)
        INNER JOIN pg_attribute AS new
            ON new.attrelid = format('stripe_svc.%I', t.name)::regclass AND new.attnum > 0 AND NOT new.attisdropped
        INNER JOIN pg_attribute AS old
            ON old.attrelid = format('public.%I', t.name)::regclass AND old.attname = new.attname AND NOT old.attisdropped
        INNER JOIN pg_type AS y ON y.oid = new.atttypid
        GROUP BY t.name, t.place
        ORDER BY t.place
    LOOP
        EXECUTE format(
            'INSERT INTO stripe_svc.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM public.%1$I',
            each.name, each.columns, each.expressions
        );
    END LOOP;
    PERFORM setval(pg_get_serial_sequence('stripe_svc.orders', 'id'), max(o.id)) FROM stripe_svc.orders AS o;
    PERFORM setval(pg_get_serial_sequence('stripe_svc.order_transitions', 'id'), max(t.id))
    FROM stripe_svc.order_transitions AS t;
    INSERT INTO stripe_svc.subscription_refetches (subscription_id)
    SELECT s.id FROM stripe_svc.subscriptions AS s WHERE s.is_ambiguous;

    BEGIN
        FOR each IN
            SELECT t.tgname, t.tgrelid::regclass AS relation FROM pg_trigger AS t
            INNER JOIN unnest(old_tables) AS o (name) ON t.tgrelid = format('public.%I', o.name)::regclass
            WHERE NOT t.tgisinternal
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', each.tgname, each.relation);
        END LOOP;
        FOR each IN SELECT f.signature FROM unnest(old_functions) AS f (signature) LOOP
            EXECUTE format('DROP FUNCTION %s', each.signature);
        END LOOP;
        EXECUTE 'DROP TABLE ' || (SELECT string_agg(format('public.%I', o.name), ', ') FROM unnest(old_tables) AS o (name));
    EXCEPTION
        WHEN dependent_objects_still_exist THEN
            -- All in the message: dbmate shows no details.
            GET STACKED DIAGNOSTICS dependent = PG_EXCEPTION_DETAIL;
            RAISE EXCEPTION 'something else depends on the tables of the first release; drop it, run make migrate again, '
                'then create it anew for the tables in schema stripe_svc: %', dependent;
    END;

    INSERT INTO stripe_svc.schema_migrations (version) SELECT unnest(old_versions) ON CONFLICT DO NOTHING;
    EXECUTE 'DELETE FROM public.schema_migrations WHERE version = ANY ($1)' USING old_versions;
    EXECUTE 'SELECT array_agg(version::text) FROM public.schema_migrations' INTO found;
    IF found IS NULL THEN
        DROP TABLE public.schema_migrations;
    END IF;

    -- The first release let its role read every table that was in schema public at the time.
    FOR each IN
        SELECT c.oid::regclass AS relation FROM pg_class AS c
        CROSS JOIN LATERAL aclexplode(c.relacl) AS granted
        WHERE c.relnamespace = 'public'::regnamespace AND granted.privilege_type = 'SELECT'
            AND granted.grantee = 'stripe_svc_app'::regrole AND granted.grantor = current_user::regrole
    LOOP
        EXECUTE format('REVOKE SELECT ON %s FROM stripe_svc_app', each.relation);
    END LOOP;
END
$$;


-- migrate:down

-- Migrations only go forward: going back would forget payments.
DO $$ BEGIN RAISE EXCEPTION 'migrations only go forward; restore a backup instead'; END $$;
