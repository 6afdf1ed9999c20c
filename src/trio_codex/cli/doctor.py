"""`trio-codex doctor`: what is wrong with the set-up, and what to do about it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
from rich.console import Console
from rich.text import Text

from .. import __version__
from ..errors import AppServerError, RuntimeNotFoundError
from ..protocol import CommandExecParams, ReadOnlySandboxPolicy
from .outcomes import ExitCode
from .render import shown
from .session import add_client_options, make_client

if TYPE_CHECKING:
    import argparse

    from .. import AsyncCodex

__all__ = ["Finding", "add_commands"]

_NO_OPERATION = ["cmd", "/c", "exit 0"] if sys.platform == "win32" else ["true"]


@attrs.frozen
class Finding:
    """One line of the report: what was looked at, how it is, what to do."""

    part: str
    state: Literal["ok", "warning", "wrong"]
    text: str
    advice: str | None = None


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("doctor", help="check the runtime, the login, the sandbox")
    add_client_options(parser)
    parser.set_defaults(handler=_doctor)


async def _doctor(options: argparse.Namespace) -> int:
    findings = await _examine(options)
    console = Console()
    marks = {"ok": ("✔", "green"), "warning": ("!", "yellow"), "wrong": ("✘", "red")}
    for finding in findings:
        mark, style = marks[finding.state]
        console.print(
            Text.assemble((f"{mark} ", style), (f"{finding.part}: ", "bold"), finding.text)
        )
        if finding.advice is not None:
            console.print(Text(f"  {finding.advice}", "dim"))
    wrong = {finding.part for finding in findings if finding.state == "wrong"}
    if "runtime" in wrong:
        return ExitCode.NO_RUNTIME
    if wrong == {"login"}:
        return ExitCode.NOT_LOGGED_IN
    return ExitCode.FAILED if wrong else ExitCode.COMPLETED


async def _examine(options: argparse.Namespace) -> list[Finding]:
    try:
        async with make_client(options) as codex:
            return [
                _runtime(codex),
                _settings(codex),
                await _login(codex),
                await _model(codex),
                await _sandbox(codex),
            ]
    except RuntimeNotFoundError as error:
        advice = "Install openai-codex-cli-bin, or name the binary with --codex-bin."
        return [Finding("runtime", "wrong", shown(str(error)), advice)]
    except AppServerError as error:
        advice = "Check the settings given with -c, and config.toml in CODEX_HOME."
        return [Finding("runtime", "wrong", shown(str(error)), advice)]


def _runtime(codex: AsyncCodex) -> Finding:
    version = codex.metadata.server_version
    text = f"{version or 'unknown version'} on {codex.metadata.platform_os}"
    if version == __version__.partition(".post")[0]:
        return Finding("runtime", "ok", f"{text}, CODEX_HOME {codex.metadata.codex_home}")
    advice = f"This SDK was made for {__version__}; newer options are refused."
    return Finding("runtime", "warning", text, advice)


async def _login(codex: AsyncCodex) -> Finding:
    response = await codex.account()
    if response.account is not None:
        kind = getattr(response.account, "type", "an account")
        return Finding("login", "ok", f"logged in ({shown(str(kind))})")
    if response.requires_openai_auth:
        advice = "Run `trio-codex login`, or `trio-codex login --api-key`."
        return Finding("login", "wrong", "not logged in", advice)
    return Finding("login", "ok", "not needed by the model provider")


async def _model(codex: AsyncCodex) -> Finding:
    try:
        models = (await codex.models()).data
    except AppServerError as error:
        advice = "Check the network, and the proxy variables of the environment."
        return Finding("models", "wrong", shown(str(error)), advice)
    default = next((model.id for model in models if model.is_default), "none")
    return Finding("models", "ok", f"{len(models)} models, default {shown(default)}")


async def _sandbox(codex: AsyncCodex) -> Finding:
    """Runs a command that does nothing in the runtime's read-only sandbox."""
    policy = ReadOnlySandboxPolicy()
    params = CommandExecParams(command=_NO_OPERATION, sandbox_policy=policy)
    advice = "On Linux install bubblewrap (bwrap) and allow user namespaces."
    try:
        reply = await codex.request("command/exec", params)
    except AppServerError as error:
        return Finding("sandbox", "wrong", shown(str(error)), advice)
    if reply.exit_code != 0:
        return Finding("sandbox", "wrong", shown(reply.stderr.strip())[:200], advice)
    return Finding("sandbox", "ok", "commands run in the read-only sandbox")


def _settings(codex: AsyncCodex) -> Finding:
    path = Path(codex.metadata.codex_home, "config.toml")
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Finding("settings", "ok", "no config.toml")
    except (OSError, ValueError) as error:
        advice = f"Correct {path}: until then the runtime uses its defaults."
        return Finding("settings", "wrong", shown(str(error)), advice)
    return Finding("settings", "ok", shown(str(path)))
