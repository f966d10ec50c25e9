-- Purpose: notes which refund Stripe made for a request. Writing the same answer again changes nothing.
-- Rows: none.
UPDATE refund_requests
SET refund_id = :'refund_id', refund_status = :'status'
WHERE id = :'request_id'::uuid AND refund_id IS NULL
