-- Purpose: the texts in a JSON array.
-- Why: in PL/pgSQL, whose expressions need no plan; a query for it would be planned anew each time before PostgreSQL 18.
-- Rows: one text[]; empty for an empty array.
CREATE OR REPLACE FUNCTION stripe_svc.texts(elements jsonb)
RETURNS text[]
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    found text[] := '{}';
BEGIN
    FOR position IN 0 .. jsonb_array_length(elements) - 1 LOOP
        found := array_append(found, elements ->> position);
    END LOOP;
    RETURN found;
END
$$;
