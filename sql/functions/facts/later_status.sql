-- Purpose: the later of two statuses on a ladder of them, lowest first.
-- Why: a row that keeps the latest status ends the same in whatever order the reports came.
-- Rows: one text; the known one if the other is NULL.
CREATE OR REPLACE FUNCTION later_status(ladder text[], a text, b text)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT ladder[greatest(array_position(ladder, a), array_position(ladder, b))]
$$;
