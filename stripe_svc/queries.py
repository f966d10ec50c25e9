"""Loads the SQL files. One file serves the application and psql: `psql -v order_id=42 -f sql/queries/get_order.sql`.

Parameters are written in psql's quoted form, `:'order_id'`; psycopg wants `%(order_id)s`.
"""

import inspect
import re
from functools import cache
from pathlib import Path

SQL_DIR = Path(__file__).resolve().parent.parent / "sql"

_LEADING_COMMENT = re.compile(r"\A(?:--[^\n]*\n)+")
_PARAMETER = re.compile(r":'(\w+)'")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def load_queries(directory: Path = SQL_DIR / "queries") -> dict[str, str]:
    """The statements by file name, without its ending, ready for psycopg."""
    return {path.stem: translate(path.read_text("utf-8")) for path in sorted(directory.glob("*.sql"))}


def translate(statement: str) -> str:
    """A statement in psql's form -> psycopg's. The opening comment is left out: it need not travel each time."""
    return _PARAMETER.sub(r"%(\1)s", _LEADING_COMMENT.sub("", statement).replace("%", "%%")).strip()


@cache
def number_parameters(statement: str) -> tuple[bytes, list[str]]:
    """A translated statement -> one for libpq, with the names of its parameters in the order of their numbers."""
    names = list(dict.fromkeys(_PLACEHOLDER.findall(statement)))
    text = _PLACEHOLDER.sub(lambda found: f"${names.index(found[1]) + 1}", statement).replace("%%", "%")
    return text.encode(), names


def check_names(queries: dict[str, str], dao: dict[str, object]) -> None:
    """Raises at start for a file without its DAO function, or the reverse."""
    functions = {
        name
        for name, value in dao.items()
        if inspect.isfunction(value) and value.__module__ == dao["__name__"] and not name.startswith("_")
    }
    if unmatched := functions ^ set(queries):
        raise RuntimeError(f"sql/queries/ and dao.py do not match: {', '.join(sorted(unmatched))}")
