"""`trio-codex login` and `trio-codex logout`."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

import trio

from .outcomes import ExitCode, UsageError
from .session import add_client_options, make_client

if TYPE_CHECKING:
    import argparse

    from .. import AsyncCodex

__all__ = ["add_commands"]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the commands to the parser."""
    login = commands.add_parser("login", help="log in with a browser, a device code or an API key")
    ways = login.add_mutually_exclusive_group()
    ways.add_argument("--device-code", action="store_true", help="with a code on another device")
    ways.add_argument(
        "--api-key", action="store_true", help="with an API key, read from standard input"
    )
    login.set_defaults(handler=_login)
    logout = commands.add_parser("logout", help="log out")
    logout.set_defaults(handler=_logout)
    for parser in (login, logout):
        add_client_options(parser)


async def _login(options: argparse.Namespace) -> int:
    async with make_client(options) as codex:
        if options.api_key:
            await codex.login_api_key(await trio.to_thread.run_sync(_read_key))
            print("Logged in with an API key.")
            return ExitCode.COMPLETED
        return await _chatgpt(codex, device_code=options.device_code)


async def _chatgpt(codex: AsyncCodex, *, device_code: bool) -> int:
    if device_code:
        async with await codex.login_chatgpt_device_code() as attempt:
            print(f"Open {attempt.verification_url} and enter the code {attempt.user_code}")
            completed = await attempt.wait()
    else:
        async with await codex.login_chatgpt() as browser:
            print(f"Open {browser.auth_url}")
            completed = await browser.wait()
    if completed.success:
        print("Logged in.")
        return ExitCode.COMPLETED
    print(f"trio-codex: the login failed: {completed.error}", file=sys.stderr)
    return ExitCode.NOT_LOGGED_IN


def _read_key() -> str:
    """Returns the key: never an argument, which other users could see in the process list."""
    key = getpass("API key: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not key.strip():
        raise UsageError("the API key is empty")
    return key.strip()


async def _logout(options: argparse.Namespace) -> int:
    async with make_client(options) as codex:
        await codex.logout()
    print("Logged out.")
    return ExitCode.COMPLETED
