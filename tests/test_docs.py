"""The README says what is so: its tables against the code, its curl lines through a shell."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, get_args

import psycopg
import pytest

from stripe_svc.handlers import HANDLERS
from stripe_svc.models import OrderStatus
from stripe_svc.settings import Settings
from tests.local_stripe import LocalStripe
from tests.service import API_KEY, ROOT, Service, free_port

README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def table(heading: str) -> dict[str, list[str]]:
    """The first table below a heading: the code in a row's first cell -> its other cells."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \|(.*)\|$", section, re.MULTILINE)
    assert rows
    return {name: [cell.strip() for cell in cells.split(" | ")] for name, cells in rows}


def test_the_table_of_settings_is_the_settings() -> None:
    documented = table("Settings")
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}

    assert set(documented) == set(fields)
    for name, (meaning, default) in documented.items():
        assert meaning == fields[name].description
        assert (default == "required") == fields[name].is_required()


def test_the_table_of_events_is_the_handlers() -> None:
    assert list(table("Events")) == list(HANDLERS)


def test_the_table_of_statuses_is_the_statuses() -> None:
    assert list(table("What a status means")) == list(get_args(OrderStatus))


def test_the_state_diagram_shows_every_status_and_only_legal_steps(db: psycopg.Connection) -> None:
    diagram = README.split("stateDiagram-v2")[1].split("```")[0]
    steps = re.findall(r"^ +(\S+) --> (\w+)(: \w.*)?$", diagram, re.MULTILINE)
    # The rule as make verify has it.
    books = (ROOT / "sql" / "ops" / "verify_books.sql").read_text()
    illegal = re.search(r"'step_not_legal'.*?WHERE\n(.*?)\n\nUNION ALL", books, re.DOTALL)
    assert illegal

    assert {to for _, to, _ in steps} == set(get_args(OrderStatus))
    for came_from, to, why in steps:
        assert (came_from == "[*]") or why, f"{came_from} --> {to} says why"
        rule = f"SELECT {illegal[1]} FROM (SELECT %s AS from_status, %s AS to_status) AS h"
        assert db.execute(rule.encode(), [came_from, to]).fetchone() == (came_from == "[*]",)


def test_the_table_of_commands_is_the_makefile() -> None:
    commands = {
        f"make {name}": text for name, text in re.findall(r"^([a-z]+):[^#\n]*## (.*)$", MAKEFILE, re.MULTILINE)
    }
    documented = {name: re.sub("`", "", cells[0]) for name, cells in table("Commands").items()}

    assert set(documented) == set(commands)
    for name in set(documented) - {"make help"}:
        assert documented[name] == commands[name]


def test_make_help_shows_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    phony = MAKEFILE.split(".PHONY:")[1].split("\n")[0].split()

    assert sorted(re.findall(r"^make (\w+)", shown, re.MULTILINE)) == sorted(phony)


def test_the_layout_and_the_diagram_name_what_exists() -> None:
    for path in table("What is where"):
        assert (ROOT / path).exists(), path
    diagram = README.split("```mermaid")[1].split("```")[0]
    named = set(re.findall(r"[\w/]+\.(?:py|sql)", diagram))
    assert len(named) >= 8
    for name in named:
        assert list(ROOT.glob(f"stripe_svc/**/{Path(name).name}")) + list(ROOT.glob(f"sql/**/{Path(name).name}")), (
            name
        )
    rooms = set(re.findall(r"`(\w+)/`", table("What is where")["sql/functions/"][0]))
    assert rooms == {room.name for room in (ROOT / "sql" / "functions").iterdir()}


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "sql/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", (ROOT / page).read_text())
    for path, heading in links:
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), path
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(), re.MULTILINE)
            assert heading in {re.sub(r"[^\w-]", "", each.lower().replace(" ", "-")) for each in headings}, heading


def test_the_changelog_names_what_exists() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text()
    commands = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

    assert re.findall(r"^## (.*)$", changelog, re.MULTILINE)[0] == "Unreleased"
    assert set(re.findall(r"`make (\w+)`", changelog)) <= commands
    for path in re.findall(r"`(\w+/[\w/]+\.\w+)`", changelog):
        assert (ROOT / path).exists(), path


def test_every_pinned_package_has_its_reason() -> None:
    pinned = set()
    for name in ("requirements.txt", "requirements-dev.txt"):
        pinned |= set(re.findall(r"^([\w-]+)(?:\[.*\])?==", (ROOT / name).read_text(), re.MULTILINE))
    section = README.split("\n## Dependencies\n")[1]
    reasons = {
        name.strip() for cell in re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)[1:] for name in cell.split(",")
    }

    assert reasons - {"---"} == pinned


CURL_SECTIONS = ["Take a payment with curl", "Refund an order"]


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_curl_lines_do_what_the_readme_shows(app_url: str, tmp_path: Path) -> None:
    sections = [README.split(f"\n## {heading}\n")[1].split("\n## ")[0] for heading in CURL_SECTIONS]
    # Each block of lines for the shell, and the answer that is shown below it, if there is one.
    blocks = re.findall(r"```sh\n(.*?)```(?:\n\n```json\n(.*?)```)?", "\n".join(sections), re.DOTALL)
    script = "\n".join(f"{{\n{lines}}} && echo '%%'\n" for lines, _ in blocks)
    port = free_port()
    with (
        LocalStripe.running(
            forward_to=f"http://127.0.0.1:{port}/webhooks/stripe", webhook_secret="whsec_readme"
        ) as stripe,
        Service.running(app_url, stripe_api_base=stripe.url, webhook_secret="whsec_readme", port=port) as service,
    ):
        (tmp_path / ".data").mkdir()
        (tmp_path / ".data" / "env").write_text(
            f"BASE={service.base}\nAPI_KEY={API_KEY}\nSTRIPE_API_BASE={stripe.url}\n"
        )
        ran = subprocess.run(["sh", "-eu"], input=script, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    answers = [json.loads(answer) for answer in ran.stdout.split("%%")[:-1]]
    for answer, (_, shown) in zip(answers, blocks, strict=True):
        assert not shown or shape(answer) == shape(json.loads(shown))
    listed = next(answer for answer in answers if "data" in answer)
    assert listed["data"][0]["status"] == "paid"


def shape(value: Any) -> Any:
    """A value without what is new each time: ids, times, addresses."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return "…" if isinstance(value, str) and re.match(r"cs_|evt_|pi_|re_|http|\d{4}-\d\d-\d\dT", value) else value
