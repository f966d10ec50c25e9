"""Settings: everything that is wrong is said at once, in words that help, and no secret is said at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from stripe_svc.settings import DatabaseSettings, Settings, SettingsError, load_settings
from tests.service import ROOT, free_port

SECRET = "Zq7verysecret"
GOOD = {
    "DATABASE_URL": f"postgresql://app:{SECRET}@127.0.0.1/none",
    "STRIPE_SECRET_KEY": f"sk_test_{SECRET}",
    "STRIPE_WEBHOOK_SECRET": f"whsec_{SECRET}",
    "API_KEYS": f"shop:{SECRET}",
    "PUBLIC_URL": "http://127.0.0.1:8000",
}
LIVE = {"STRIPE_SECRET_KEY": f"rk_live_{SECRET}", "PUBLIC_URL": "https://pay.example.com"}

Load = Callable[[dict[str, str]], Settings]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads settings from exactly this environment, in a folder of its own: tmp_path."""
    monkeypatch.chdir(tmp_path)

    def load(environment: dict[str, str]) -> Settings:
        for name in {field.upper() for field in Settings.model_fields} & set(os.environ):
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return load_settings(Settings)

    return load


def complaints(load: Load, environment: dict[str, str]) -> list[str]:
    """The lines of the message, without the first, which is always there."""
    with pytest.raises(SettingsError) as stop:
        load(environment)
    first, *lines = str(stop.value).splitlines()
    assert first.startswith("stripe-svc cannot start.")
    assert SECRET not in str(stop.value)
    return [line.strip() for line in lines]


def test_what_is_needed_is_enough(load: Load) -> None:
    settings = load(GOOD)

    assert settings.stripe_webhook_secret == (f"whsec_{SECRET}",)
    assert settings.api_keys == {"shop": SECRET}
    assert (settings.port, settings.log_level, settings.stripe_api_base, settings.livemode) == (
        8000,
        "INFO",
        None,
        False,
    )
    assert settings.web_concurrency == max(2, os.cpu_count() or 1)


def test_all_that_is_missing_is_reported_at_once(load: Load) -> None:
    assert complaints(load, {}) == [f"{name} is missing" for name in GOOD]


def test_missing_and_malformed_are_reported_together(load: Load) -> None:
    wrong = {
        "DATABASE_URL": "mysql://x",
        "PUBLIC_URL": "pay",
        "PORT": "http",
        "STRIPE_SECRET_KEY": f"pk_test_{SECRET}",
    }

    reported = complaints(load, wrong)

    assert [line.partition(":")[0].partition(" ")[0] for line in reported] == [*GOOD, "PORT"]


def test_empty_counts_as_unset(load: Load) -> None:
    assert complaints(load, dict.fromkeys(GOOD, "")) == [f"{name} is missing" for name in GOOD]
    assert load(GOOD | {"PORT": "", "STRIPE_API_BASE": "", "LOG_LEVEL": "", "WEB_CONCURRENCY": ""}) == load(GOOD)


MALFORMED = {
    "ACCESS_GRACE_DAYS": ("greater than or equal to 0", ["-1"]),
    "DATABASE_URL": (
        "postgresql://",
        ["x", "mysql://a/b", f"host=a password={SECRET}", f" postgresql://a:{SECRET}@b"],
    ),
    "STRIPE_SECRET_KEY": (
        "sk_test_…",
        [SECRET, f"pk_test_{SECRET}", f"whsec_{SECRET}", "sk_test_", f"sk_test_{SECRET}\n", f"sk_prod_{SECRET}"],
    ),
    "STRIPE_WEBHOOK_SECRET": (
        "whsec_…,whsec_…",
        [
            SECRET,
            "whsec_",
            ",",
            f"whsec_{SECRET},",
            f",whsec_{SECRET}",
            f"whsec_{SECRET},{SECRET}",
            f"whsec_{SECRET} x",
        ],
    ),
    "STRIPE_API_BASE": (
        "http://127.0.0.1:8001",
        [
            "https://api.stripe.com",
            "127.0.0.1:8001",
            "http://127.0.0.1.example.com",
            "http://127.0.0.1:99999",
            "http://[",
        ],
    ),
    "API_KEYS": (
        "name:key",
        [
            SECRET,
            f":{SECRET}",
            "shop:",
            f"shop:{SECRET},",
            f"a b:{SECRET}",
            f"shop:{SECRET} x",
            f"shop:{SECRET}é",
            ",",
        ],
    ),
    "PUBLIC_URL": (
        "https://pay.example.com",
        [
            "pay.example.com",
            "ftp://a",
            "https://",
            "https://a/b",
            "https://a?b",
            f"https://u:{SECRET}@a",
            "https://a:0",
        ],
    ),
    "PORT": ("PORT: Input should be", ["0", "-1", "65536", "http", "80.5"]),
    "WEB_CONCURRENCY": ("WEB_CONCURRENCY: Input should be", ["0", "-1", "257", "two"]),
    "LOG_LEVEL": ("'DEBUG', 'INFO', 'WARNING' or 'ERROR'", ["loud", "10"]),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in MALFORMED for value in MALFORMED[name][1]])
def test_a_malformed_value_is_one_line_that_says_how_it_should_be(load: Load, name: str, value: str) -> None:
    [line] = complaints(load, GOOD | {name: value})

    assert line.startswith(f"{name}: ")
    assert MALFORMED[name][0] in line


def test_every_setting_has_its_malformed_values() -> None:
    assert set(MALFORMED) == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("keys", [f"a:{SECRET},a:other", f"a:{SECRET},b:{SECRET}"])
def test_a_client_or_a_key_that_is_named_twice_is_refused(load: Load, keys: str) -> None:
    assert complaints(load, GOOD | {"API_KEYS": keys}) == ["API_KEYS: must not name a client or a key twice"]


def test_a_database_url_that_libpq_cannot_read_does_not_show_its_password(load: Load) -> None:
    [line] = complaints(load, GOOD | {"DATABASE_URL": f"postgresql://app:{SECRET}%zz@host/name"})

    assert line.startswith("DATABASE_URL: ")
    assert "percent-encoded" in line


def test_an_error_that_is_shown_as_it_is_hides_what_was_given(load: Load) -> None:
    given = {name.lower(): value for name, value in GOOD.items()} | {"stripe_secret_key": f"pk_test_{SECRET}"}

    with pytest.raises(ValidationError) as error:
        Settings(**given)  # type: ignore[arg-type]  # as the environment gives it
    assert SECRET not in str(error.value)


def test_lists_are_split_at_commas(load: Load) -> None:
    settings = load(GOOD | {"STRIPE_WEBHOOK_SECRET": "whsec_a, whsec_b", "API_KEYS": "shop:a:b, till:c"})

    assert settings.stripe_webhook_secret == ("whsec_a", "whsec_b")
    assert settings.api_keys == {"shop": "a:b", "till": "c"}


@pytest.mark.parametrize(
    "given", ["https://pay.example.com", "https://pay.example.com/", "https://pay.example.com:8443"]
)
def test_the_public_url_loses_its_slash(load: Load, given: str) -> None:
    assert load(GOOD | {"PUBLIC_URL": given}).public_url == given.rstrip("/")


@pytest.mark.parametrize("base", ["http://127.0.0.1:8001", "http://localhost:8001", "http://[::1]:8001"])
def test_the_local_stripe_is_on_this_machine(load: Load, base: str) -> None:
    assert load(GOOD | {"STRIPE_API_BASE": base}).stripe_api_base == base


def test_settings_cannot_be_changed(load: Load) -> None:
    settings = load(GOOD)

    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1


# --- a live key ---


@pytest.mark.parametrize(
    ("key", "live"), [("sk_test_1", False), ("rk_test_1", False), ("sk_live_1", True), ("rk_live_1", True)]
)
def test_the_key_says_whether_money_is_real(load: Load, key: str, live: bool) -> None:
    assert load(GOOD | LIVE | {"STRIPE_SECRET_KEY": key}).livemode is live


def test_a_live_key_takes_neither_the_local_stripe_nor_plain_http(load: Load) -> None:
    assert complaints(
        load, GOOD | LIVE | {"STRIPE_API_BASE": "http://127.0.0.1:8001", "PUBLIC_URL": "http://pay"}
    ) == [
        "STRIPE_API_BASE: must be unset with a live key: it is for the local Stripe only",
        "PUBLIC_URL: must begin with https:// with a live key",
    ]


def test_the_rules_for_a_live_key_are_reported_with_the_rest(load: Load) -> None:
    wrong = LIVE | {"PUBLIC_URL": "http://pay.example.com", "PORT": "0"}

    names = [line.replace(":", "").partition(" ")[0] for line in complaints(load, wrong)]

    assert names == ["DATABASE_URL", "STRIPE_WEBHOOK_SECRET", "API_KEYS", "PUBLIC_URL", "PORT"]


# --- .env ---


def dotenv(values: dict[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in values.items())


def test_the_file_is_read_and_the_environment_wins(load: Load, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# a comment\nSOMETHING_ELSE=1\n" + dotenv(GOOD | {"PORT": "8100", "LOG_LEVEL": "debug"})
    )

    settings = load({"PORT": "8200"})

    assert (settings.port, settings.log_level, settings.api_keys) == (8200, "DEBUG", {"shop": SECRET})


def test_empty_in_the_environment_leaves_it_to_the_file(load: Load, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(dotenv(GOOD | {"PORT": "8100", "LOG_LEVEL": ""}))

    settings = load({"PORT": "", "DATABASE_URL": ""})

    assert (settings.port, settings.log_level, settings.database_url) == (8100, "INFO", GOOD["DATABASE_URL"])


def test_what_is_malformed_in_the_file_is_not_shown_either(load: Load, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(dotenv(GOOD | {"STRIPE_SECRET_KEY": f"pk_test_{SECRET}"}))

    [line] = complaints(load, {})

    assert line.startswith("STRIPE_SECRET_KEY: ")


def test_a_file_that_cannot_be_read_is_said_to_be_so(load: Load, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(dotenv(GOOD).encode() + b"X=\xff\n")

    with pytest.raises(SettingsError, match=r"\.env cannot be read") as stop:
        load({})
    assert SECRET not in str(stop.value)


def test_make_migrate_needs_the_database_only(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", GOOD["DATABASE_URL"])

    assert load_settings(DatabaseSettings).database_url == GOOD["DATABASE_URL"]


# --- through gunicorn ---


def start(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a program that is to give up by itself, soon."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )


GUNICORN = ("gunicorn", "-c", str(ROOT / "gunicorn.conf.py"), "wsgi:app")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, [f"  {name} is missing" for name in GOOD]),
        (GOOD | {"STRIPE_SECRET_KEY": f"pk_test_{SECRET}"}, ["  STRIPE_SECRET_KEY: must be sk_test_…"]),
        (GOOD | LIVE | {"PUBLIC_URL": "http://pay"}, ["  PUBLIC_URL: must begin with https:// with a live key"]),
        (GOOD | {"PORT": "0"}, ["  PORT: Input should be greater than or equal to 1"]),
    ],
)
def test_gunicorn_stops_at_once_and_says_why(
    tmp_path: Path, environment: dict[str, str], expected: list[str]
) -> None:
    stopped = start(*GUNICORN, cwd=tmp_path, **environment)

    assert stopped.returncode == 1
    first, *lines = stopped.stderr.splitlines()
    assert first.startswith("stripe-svc cannot start.")
    assert [line[: len(wanted)] for line, wanted in zip(lines, expected, strict=True)] == expected
    said = stopped.stdout + stopped.stderr
    assert SECRET not in said
    assert "Traceback" not in said
    assert "Booting worker" not in said


def test_a_worker_count_in_the_file_is_ours_to_check(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(dotenv(GOOD | {"WEB_CONCURRENCY": "two", "PORT": str(free_port())}))

    stopped = start(*GUNICORN, cwd=tmp_path)

    assert (stopped.returncode, "WEB_CONCURRENCY: Input should be" in stopped.stderr) == (1, True)


def test_make_migrate_stops_and_says_why(tmp_path: Path) -> None:
    stopped = start("stripe_svc.migrate", cwd=tmp_path)

    assert stopped.returncode == 1
    assert "DATABASE_URL is missing" in stopped.stderr
    assert "Traceback" not in stopped.stderr
