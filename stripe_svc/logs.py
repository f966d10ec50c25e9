"""Logs: one JSON line each, with a stable `action` and ids; never a secret, a card detail or a payload."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

_logger = logging.getLogger("stripe_svc")


def log(action: str, level: int = logging.INFO, **fields: Any) -> None:
    """Writes one line: `action` names what happened (`event.duplicate`), `fields` are ids and numbers."""
    if _logger.isEnabledFor(level):
        _logger.log(level, action, exc_info=fields.pop("exc_info", None), extra={"fields": fields})


def configure_logs(level: str) -> None:
    """Sends this service's lines to standard error. Called once, by create_app."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLine())
    _logger.handlers = [handler]
    _logger.propagate = False
    _logger.setLevel(level)


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "action": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)
