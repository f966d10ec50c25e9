-- Purpose: orders that wait for their payment, for the least SQL.
-- Parameters: first, the id of the first one; orders, how many.
INSERT INTO least_sql.orders (id, currency, amount_total)
SELECT :'first'::bigint + i, 'eur', 1998 FROM generate_series(0, :'orders'::bigint - 1) AS series (i)
