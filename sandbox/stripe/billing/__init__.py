"""Subscriptions, the invoices that they make, and the portal where customers manage them.

https://docs.stripe.com/billing/subscriptions/overview. `subscriptions` is what a shop asks for, `renewals` what time
does, `invoices` what is owed, `collection` how it is collected, `periods` and `prorations` the arithmetic, `portal`
what a customer sees.
"""
