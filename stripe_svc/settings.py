"""The settings, read once from the environment and `.env` into a frozen object. Nothing else reads either."""

import os
import re
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict
from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

T = TypeVar("T", bound="DatabaseSettings")

# Each worker process serves this many requests at once, and none of them needs two database connections.
THREADS = 4
LIVE_KEYS = ("sk_live_", "rk_live_")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class DatabaseSettings(BaseSettings):
    """What `make migrate` needs."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        # A secret in a wrong place must not end up in a log.
        hide_input_in_errors=True,
    )

    database_url: str = Field(description="The database: `postgresql://user:password@host/name`")

    @field_validator("database_url")
    @classmethod
    def _is_postgres(cls, value: str) -> str:
        if not value.startswith(("postgresql://", "postgres://")):
            raise ValueError("must begin with postgresql://")
        try:
            conninfo_to_dict(value)
        except psycopg.ProgrammingError:
            # libpq's own message would show the password.
            raise ValueError("cannot be read; is everything in the password percent-encoded?") from None
        return value


def cores() -> int:
    """How many this process may use: taskset and cpusets count, a container's share of their time does not."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(DatabaseSettings):
    """What the service needs. Descriptions are those of the README's table."""

    stripe_secret_key: str = Field(
        description="Stripe's API key, secret (`sk_…`) or, better, restricted (`rk_…`)",
    )
    stripe_webhook_secret: Annotated[tuple[str, ...], NoDecode] = Field(
        description="The endpoint's signing secret (`whsec_…`); two with a comma while one is rolled"
    )
    stripe_api_base: str | None = Field(
        default=None, description="Where the API is, if not at Stripe: the local Stripe only"
    )
    api_keys: Annotated[dict[str, str], NoDecode] = Field(
        description="Who may call `/v1`: `name:key`, several with commas"
    )
    public_url: str = Field(description="Where buyers' browsers reach this service: `https://pay.example.com`")
    access_grace_days: int = Field(
        default=3,
        ge=0,
        le=365,
        description="For how many days access outlives a subscription's period while its renewal is due",
    )
    port: int = Field(default=8000, ge=1, le=65535, description="The port on loopback that nginx forwards to")
    web_concurrency: int = Field(
        default_factory=lambda: max(2, cores()),
        ge=1,
        le=256,
        description="Worker processes; one for each core, but at least two, unless set",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`"
    )

    @property
    def livemode(self) -> bool:
        """Whether our key moves real money; events of the other mode change nothing here."""
        return self.stripe_secret_key.startswith(LIVE_KEYS)

    @field_validator("stripe_secret_key")
    @classmethod
    def _is_secret_key(cls, value: str) -> str:
        if not re.fullmatch(r"(sk|rk)_(test|live)_\w+", value, re.ASCII):
            raise ValueError("must be sk_test_…, rk_test_…, sk_live_… or rk_live_…, not a publishable key (pk_…)")
        return value

    @field_validator("stripe_webhook_secret", mode="before")
    @classmethod
    def _split_secrets(cls, value: Any) -> Any:
        secrets = tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value
        # An empty secret would verify anybody's signature.
        if not secrets or not all(re.fullmatch(r"whsec_[!-~]+", secret) for secret in secrets):
            raise ValueError("must be whsec_… or, while it is rolled, whsec_…,whsec_…")
        return secrets

    @field_validator("stripe_api_base")
    @classmethod
    def _is_loopback(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and _has_live_key(info):
            raise ValueError("must be unset with a live key: it is for the local Stripe only")
        if value is not None and (not _is_origin(value) or urlsplit(value).hostname not in LOOPBACK):
            raise ValueError("is for the local Stripe only: http://127.0.0.1:8001")
        return value

    @field_validator("api_keys", mode="before")
    @classmethod
    def _split_keys(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = [part.strip().partition(":") for part in value.split(",")]
        if not all(re.fullmatch(r"[\w.-]{1,64}", name) and re.fullmatch(r"[!-~]+", key) for name, _, key in pairs):
            raise ValueError("must be name:key or name:key,name:key (no blanks in either)")
        keys = {name: key for name, _, key in pairs}
        if len(keys) < len(pairs) or len(set(keys.values())) < len(pairs):
            raise ValueError("must not name a client or a key twice")
        return keys

    @field_validator("public_url")
    @classmethod
    def _is_public_origin(cls, value: str, info: ValidationInfo) -> str:
        if not _is_origin(value.rstrip("/")):
            raise ValueError("must be a scheme and a host: https://pay.example.com")
        if _has_live_key(info) and not value.startswith("https://"):
            raise ValueError("must begin with https:// with a live key")
        return value.rstrip("/")

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value


class SettingsError(SystemExit):
    """The settings cannot be used; the message lists everything that is wrong with them."""


def load_settings(kind: type[T]) -> T:
    """Reads the settings; raises SettingsError, which ends the program, with all that is missing or malformed."""
    try:
        return kind()  # type: ignore[call-arg]  # from the environment
    except ValidationError as error:
        problems = "\n".join(f"  {_describe(problem)}" for problem in error.errors())
        raise SettingsError(
            f"stripe-svc cannot start. Set these in the environment or in .env (README.md, Settings):\n{problems}"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"stripe-svc cannot start: .env cannot be read ({type(error).__name__}).") from None


def _describe(problem: Any) -> str:
    message = problem["msg"].removeprefix("Value error, ")
    name = str(problem["loc"][0]).upper()
    return f"{name} is missing" if problem["type"] == "missing" else f"{name}: {message}"


def _has_live_key(info: ValidationInfo) -> bool:
    """The key stands before the settings that depend on it; it is not there if it was malformed itself."""
    return str(info.data.get("stripe_secret_key", "")).startswith(LIVE_KEYS)


def _is_origin(url: str) -> bool:
    """A scheme, a host, perhaps a port."""
    found = re.fullmatch(r"https?://(?:[\w.-]+|\[[0-9A-Fa-f:]+\])(?::([0-9]{1,5}))?", url, re.ASCII)
    return found is not None and (found[1] is None or 0 < int(found[1]) < 65536)
