"""What `make run` runs with: what .env and the environment say, and for the rest something local and secret."""

import json
import os
import secrets
import shlex
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "stripe_svc"


class ConfigurationError(SystemExit):
    """`make run` cannot start; the message says what to change."""


@dataclass(frozen=True)
class Configuration:
    """The service's settings, and the ports of what is started beside it (None: Stripe itself is used)."""

    service: Mapping[str, str]
    stripe_port: int | None
    shop_port: int | None

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.service['PORT']}"


def given_settings() -> dict[str, str]:
    """What is set, in .env or, before that, in the environment. Empty counts as unset."""
    return {name: value for name, value in {**dotenv_values(ROOT / ".env"), **os.environ}.items() if value}


def complete(given: Mapping[str, str], database_url: str, data: Path) -> Configuration:
    """Fills in what is not set. Everything of Stripe is local or nothing is."""
    kept = _kept_secrets(data)
    port = _port(given, "PORT", 8000, taken=set())
    service = {
        "API_KEYS": kept["API_KEYS"],
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        **given,
        "DATABASE_URL": database_url,
        "PORT": str(port),
    }
    if "STRIPE_SECRET_KEY" in given:
        return Configuration(service, None, None)

    stripe_port = _port(given, "SANDBOX_STRIPE_PORT", 8001, taken={port})
    shop_port = _port(given, "SANDBOX_SHOP_PORT", 8002, taken={port, stripe_port})
    local = {
        "STRIPE_SECRET_KEY": kept["STRIPE_SECRET_KEY"],
        "STRIPE_WEBHOOK_SECRET": given.get("STRIPE_WEBHOOK_SECRET", kept["STRIPE_WEBHOOK_SECRET"]),
        "STRIPE_API_BASE": f"http://127.0.0.1:{stripe_port}",
    }
    return Configuration({**service, **local}, stripe_port, shop_port)


def write_shell_settings(configuration: Configuration, data: Path) -> None:
    """`.data/env`, for `. .data/env` before the README's curl lines."""
    service = configuration.service
    settings = {
        "BASE": configuration.base,
        "API_KEY": service["API_KEYS"].split(",")[0].partition(":")[2],
        **{
            name: service[name]
            for name in ("DATABASE_URL", "STRIPE_API_BASE", "STRIPE_SECRET_KEY")
            if name in service
        },
    }
    _write_private(data / "env", "".join(f"{name}={shlex.quote(value)}\n" for name, value in settings.items()))


def _kept_secrets(data: Path) -> dict[str, str]:
    """Made once, then kept: what was signed or noted before a restart is still good after it."""
    path = data / "secrets.json"
    if not path.exists():
        made = {
            "API_KEYS": f"local:{secrets.token_hex(16)}",
            "STRIPE_SECRET_KEY": f"sk_test_{secrets.token_hex(16)}",
            "STRIPE_WEBHOOK_SECRET": f"whsec_{secrets.token_hex(16)}",
        }
        _write_private(path, json.dumps(made))
    kept: dict[str, str] = json.loads(path.read_text())
    return kept


def _write_private(path: Path, text: str) -> None:
    """Writes a file that only we may read, whole or not at all."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    new.rename(path)


def _port(given: Mapping[str, str], setting: str, default: int, taken: set[int]) -> int:
    """The port that is set, which must be free; else the first free one from the default on."""
    if setting in given:
        if not given[setting].isdecimal() or not 0 < int(given[setting]) < 65536:
            raise ConfigurationError(
                f"{setting} is {given[setting]!r}, which is no port. Set it to a number to 65535."
            )
        if not _is_free(int(given[setting])):
            raise ConfigurationError(f"Port {given[setting]} is in use. Set {setting} to another one.")
        return int(given[setting])
    return next(port for port in range(default, 65536) if port not in taken and _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
