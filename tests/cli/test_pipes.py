"""The command without a terminal: plain lines, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import run

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex.testing import BlockingModelServer


def test_a_turn_without_a_terminal_writes_plain_lines(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply_command("echo out")
    model.reply("All done.")
    ended = run(config, "run", "-", typed="do it\n")
    assert ended.returncode == 0, ended.stderr
    assert "echo out" in ended.stdout
    assert "All done." in ended.stdout
    assert "waiting for" not in ended.stdout
    assert "\x1b" not in ended.stdout


def test_without_a_terminal_approvals_are_declined(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply_command("touch made.txt", escalated=True, justification="needs to write")
    model.reply("Declined.")
    ended = run(config, "run", "make it")
    assert ended.returncode == 0, ended.stderr
    assert not Path(str(config.cwd), "made.txt").exists()


def test_json_writes_each_notification_as_one_line(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply("Hello.")
    ended = run(config, "run", "--json", "hello")
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert lines[0]["method"] == "turn/started"
    assert lines[-1]["method"] == "turn/completed"
    assert lines[-1]["params"]["turn"]["status"] == "completed"


def test_output_writes_validated_json_and_nothing_else_to_standard_output(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    Path(str(config.cwd), "shapes.py").write_text(
        "import attrs\n\n@attrs.define\nclass Point:\n    x: int\n    y: int\n"
    )
    model.reply('{"x": 1, "y": 2}')
    ended = run(config, "run", "--output", "shapes:Point", "where?")
    assert (ended.returncode, ended.stdout) == (0, '{"x":1,"y":2}\n')
    model.reply('{"x": "one"}')
    ended = run(config, "run", "--output", "shapes:Point", "where?")
    assert (ended.returncode, ended.stdout) == (5, "")


def test_a_failed_turn_exits_with_1_and_shows_the_reason(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.fail(400, {"error": {"message": "no such model"}})
    ended = run(config, "run", "hello")
    assert ended.returncode == 1
    assert "no such model" in ended.stdout
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["run"], 2, "the prompt is empty"),
        (["run", "--output", "shapes", "x"], 2, "--output takes MODULE:TYPE"),
        (["run", "--output", "nosuch:Type", "x"], 2, "No module named 'nosuch'"),
        (["run", "--sandbox", "none", "x"], 2, "invalid choice: 'none'"),
        (["run", "--codex-bin", "/nonexistent", "x"], 4, "/nonexistent"),
        (["chat", "--output", "a:B"], 2, "--output belongs to `run`"),
        (["threads", "show", "not-a-thread"], 1, "invalid session id"),
        ([], 2, "COMMAND"),
    ],
)
def test_mistakes_have_their_exit_code_and_a_line_that_says_why(
    config: AppServerConfig, arguments: list[str], code: int, message: str
) -> None:
    ended = run(config, *arguments)
    assert ended.returncode == code
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr


def test_threads_are_listed_shown_and_resumed(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply("First answer.")
    assert run(config, "run", "remember me").returncode == 0
    listed = run(config, "threads", "list").stdout
    assert "remember me" in listed
    thread = next(line.split()[0] for line in listed.splitlines() if "remember me" in line)
    shown = run(config, "threads", "show", thread).stdout
    assert "> remember me" in shown
    assert "First answer." in shown
    model.reply("Second answer.")
    resumed = run(config, "threads", "resume", thread, typed="and now?\n")
    assert "Second answer." in resumed.stdout
    assert {request.thread_id for request in model.requests} == {thread}


def test_the_doctor_says_what_works_and_what_is_wrong(config: AppServerConfig) -> None:
    ended = run(config, "doctor")
    assert ended.returncode == 0, ended.stdout
    for part in ("runtime: 0.163.0", "settings: ", "login: not needed", "models: ", "sandbox: "):
        assert part in ended.stdout
    settings = Path(str((config.env or {})["CODEX_HOME"]), "config.toml")
    settings.write_text(settings.read_text() + "\nbroken = [\n")
    ended = run(config, "doctor")
    assert ended.returncode == 1
    assert "until then the runtime uses its defaults" in ended.stdout


def test_a_goal_is_pursued_over_its_turns(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.play_goal("Working on it.", "All is done.", ends="complete")
    ended = run(config, "goal", "--token-budget", "100000", "Make it work")
    assert ended.returncode == 0, ended.stderr
    assert "goal complete after" in ended.stderr
    assert ended.stdout.index("Working on it.") < ended.stdout.index("All is done.")
