-- Purpose: notes which refund Stripe made for a request. Writing the same answer again changes nothing.
-- Why: of two tries at once one may have been refused because the other had refunded already: the refund counts.
-- Rows: none.
UPDATE stripe_svc.refund_requests
SET refund_id = :'refund_id', refund_status = :'status', refused_at = NULL, refusal = NULL
WHERE id = :'request_id'::uuid AND refund_id IS NULL
