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
    notes: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.service['PORT']}"


def given_settings() -> dict[str, str]:
    """What is set, in .env or, before that, in the environment. Empty counts as unset."""
    return {
        name: value
        for settings in (dotenv_values(ROOT / ".env"), os.environ)
        for name, value in settings.items()
        if value
    }


def complete(given: Mapping[str, str], database_url: str, data: Path) -> Configuration:
    """Fills in what is not set. Everything of Stripe is local or nothing is."""
    kept = _kept_secrets(data)
    if "STRIPE_SECRET_KEY" in given:
        ports, notes = _ports(given, {"PORT": 8000})
        local = {}
    elif "STRIPE_API_BASE" in given:
        raise ConfigurationError(
            "STRIPE_API_BASE is set without STRIPE_SECRET_KEY. Unset it, too, to have a local Stripe started."
        )
    else:
        ports, notes = _ports(given, {"PORT": 8000, "SANDBOX_STRIPE_PORT": 8001, "SANDBOX_SHOP_PORT": 8002})
        local = {
            "STRIPE_SECRET_KEY": kept["STRIPE_SECRET_KEY"],
            "STRIPE_WEBHOOK_SECRET": given.get("STRIPE_WEBHOOK_SECRET", kept["STRIPE_WEBHOOK_SECRET"]),
            "STRIPE_API_BASE": f"http://127.0.0.1:{ports['SANDBOX_STRIPE_PORT']}",
            # The service finds the local Stripe here, not behind a proxy. The small name is read first.
            "no_proxy": ",".join(filter(None, [given.get("no_proxy") or given.get("NO_PROXY"), "127.0.0.1"])),
        }
    service = {
        "API_KEYS": kept["API_KEYS"],
        "PUBLIC_URL": f"http://127.0.0.1:{ports['PORT']}",
        **given,
        **local,
        "DATABASE_URL": database_url,
        "PORT": str(ports["PORT"]),
    }
    return Configuration(service, ports.get("SANDBOX_STRIPE_PORT"), ports.get("SANDBOX_SHOP_PORT"), tuple(notes))


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


def _ports(given: Mapping[str, str], defaults: Mapping[str, int]) -> tuple[dict[str, int], list[str]]:
    """A free port for each setting: what is set must be free, a default that is taken moves on, with a note."""
    ports: dict[str, int] = {}
    notes = []
    # Those that are set first: a default must not move onto one of them.
    for setting in sorted(defaults, key=lambda setting: setting not in given):
        if setting in given:
            ports[setting] = _given_port(setting, given[setting], taken=set(ports.values()))
            continue
        default = defaults[setting]
        others = {*ports.values(), *defaults.values()} - {default}
        ports[setting] = next(port for port in range(default, 65536) if port not in others and _is_free(port))
        if ports[setting] != default:
            notes.append(f"Port {default} is in use, so {setting} is {ports[setting]}.")
    return ports, notes


def _given_port(setting: str, value: str, taken: set[int]) -> int:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise ConfigurationError(f"{setting} is {value!r}, which is no port. Set it to a number to 65535.")
    if int(value) in taken or not _is_free(int(value)):
        raise ConfigurationError(f"Port {value} is in use. Set {setting} to another one.")
    return int(value)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
