"""What the service needs on a laptop: a real Postgres, a local Stripe, and a shop that uses the service."""
