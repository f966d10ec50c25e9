"""What the service does. Only these modules open transactions; none of them knows HTTP."""
