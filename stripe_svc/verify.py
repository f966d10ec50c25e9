"""`make verify`: runs sql/ops/verify_books.sql and fails if it finds anything wrong."""

import sys

import psycopg

from stripe_svc.queries import SQL_DIR
from stripe_svc.settings import DatabaseSettings, load_settings


def main() -> None:
    print("Checking every order and event; a million take some minutes ...", file=sys.stderr)
    wrong = verify_books(load_settings(DatabaseSettings).database_url)
    for rule, order_id, event_id, detail in wrong:
        place = f"order {order_id}" if order_id else None
        print(": ".join(part for part in (rule, place, event_id, detail) if part))
    if wrong:
        sys.exit(f"The books do not hold: {len(wrong)} findings. sql/README.md says what to do about them.")
    print("The books hold.")


def verify_books(url: str) -> list[tuple[str, int | None, str | None, str]]:
    """What is wrong with the books: rule, order id, event id, detail; nothing if they hold."""
    with psycopg.connect(url) as connection:
        return connection.execute((SQL_DIR / "ops" / "verify_books.sql").read_bytes()).fetchall()


if __name__ == "__main__":
    main()
