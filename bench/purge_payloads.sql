-- Purpose: forgets the payloads of all events. Their facts, and what they say about persons, stay.
UPDATE stripe_svc.stripe_events SET payload = NULL WHERE payload IS NOT NULL
