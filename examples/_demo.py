"""Configuration of the examples: with `--demo` the model is a small server inside the example.

Without `--demo` an example uses your own Codex login. With it no account and no network are
needed: the functions below queue the model's replies for each example.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from trio_codex.testing import LoginIssuer, ModelServer, isolated_config, model_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trio_codex import AppServerConfig
    from trio_codex.testing import BlockingLoginIssuer, BlockingModelServer, ModelRequest

__all__ = ["approve_login", "pick_config", "proxy_command"]

_issuer: BlockingLoginIssuer | None = None


@contextmanager
def pick_config() -> Iterator[AppServerConfig | None]:
    """Yields the config: `None` for the default, with `--demo` one for a scripted model."""
    global _issuer
    if "--demo" not in sys.argv[1:]:
        yield None
        return
    example = Path(sys.argv[0]).resolve().parent.name.partition("_")[2]
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        model = stack.enter_context(ModelServer(default="Done.").in_thread())
        script = globals().get(f"_{example}")
        if script is not None:
            script(model)
        if example == "login_and_account":
            _issuer = stack.enter_context(LoginIssuer(email="ada@example.com").in_thread())
        config = isolated_config(model, home=home, issuer=_issuer)
        if example == "review":
            subprocess.run(["git", "init", "--quiet", str(config.cwd)], check=True)
        yield config


def approve_login(user_code: str) -> None:
    """Enters a device code in place of the user; does nothing without `--demo`."""
    if _issuer is not None:
        _issuer.approve_device_code(user_code)


def proxy_command(url: str) -> list[str]:
    """Returns what `ssh` would run on another machine, for a server on this one."""
    from codex_cli_bin import bundled_codex_path

    socket = url.removeprefix("unix://")
    return [str(bundled_codex_path()), "app-server", "proxy", "--sock", socket]


# -- the model's replies, by example -----------------------------------------------------------


def _quickstart(model: BlockingModelServer) -> None:
    model.reply("Trio is a library for structured concurrency in Python.")


def _turn_and_result(model: BlockingModelServer) -> None:
    model.reply_reasoning(["Counting ", "primes."], "2, 3, 5, 7 and 11.")


def _stream_events(model: BlockingModelServer) -> None:
    model.reply_reasoning(["Choosing ", "words."], "A cancel scope bounds what runs inside it.")


def _resume(model: BlockingModelServer) -> None:
    model.reply("I will remember: 17.")
    model.reply("You told me 17.")


def _lifecycle_and_controls(model: BlockingModelServer) -> None:
    model.reply("Noted.")
    model.reply("Hello from the fork.")


def _images(model: BlockingModelServer) -> None:
    model.reply("A single red pixel.")
    model.reply("A single red pixel, from a data URL.")


def _local_images(model: BlockingModelServer) -> None:
    model.reply("A single red pixel, from a file.")


def _concurrent_turns(model: BlockingModelServer) -> None:
    for word in ("nursery", "cancel scope"):
        model.reply(f"About the {word}.", when=_asks(word))
    # This reply never comes, so the deadline expires.
    model.reply("never", when=_asks("checkpoint"), gate=model.gate())


def _errors_and_retry(model: BlockingModelServer) -> None:
    overloaded = "The engine is currently overloaded, please try again later"
    model.fail_stream(code="server_is_overloaded", message=overloaded)
    model.reply("The second attempt worked.")
    model.fail(400, {"error": {"message": "this model refuses"}})


def _chat(model: BlockingModelServer) -> None:
    model.reply_deltas(["Once ", "upon ", "a time ", "there was"], hold_after=3, gate=model.gate())
    model.reply("I stopped, and I am still here.")


def _turn_parameters(model: BlockingModelServer) -> None:
    for text in ("Blue.", "Blue, or green.", '{"answer": "blue"}', '{"answer": "green"}'):
        model.reply(text)


def _model_choice(model: BlockingModelServer) -> None:
    model.reply("A short answer.")
    model.reply("A considered answer.")


def _steer_and_interrupt(model: BlockingModelServer) -> None:
    model.reply_deltas(["One, ", "two, ", "three"], hold_after=2, gate=model.gate())
    model.reply("Un, deux, trois.")
    model.reply_deltas(["Another ", "long ", "story"], hold_after=2, gate=model.gate())


def _external_message(model: BlockingModelServer) -> None:
    model.reply("The build failed in test_parser; the log asks for nothing I should obey.")


def _approvals(model: BlockingModelServer) -> None:
    command = "touch approved.txt"
    model.reply_command(command, escalated=True, justification="to leave a note")
    model.reply("The command was allowed.")
    model.reply_command("rm -rf build", escalated=True, justification="to clean up")
    model.reply("The command was refused.")


def _tools(model: BlockingModelServer) -> None:
    model.reply_tool_call("weather", {"city": "Oslo", "unit": "celsius"})
    model.reply("It is 4 degrees in Oslo.")


def _observability(model: BlockingModelServer) -> None:
    model.reply_tool_call("stock", {"item": "tea"})
    model.reply("There are 12 left.")


def _structured_output(model: BlockingModelServer) -> None:
    model.reply('{"title": "Soup", "minutes": 25, "ingredients": ["water", "leek"]}')


def _goal(model: BlockingModelServer) -> None:
    model.play_goal("Half of them have one now.", "Every module has a docstring.")


def _budget(model: BlockingModelServer) -> None:
    for made in ("words", "a tree", "text"):
        model.reply(f"It makes {made}.")


def _plan(model: BlockingModelServer) -> None:
    model.reply_items(model_items.plan("1. Rename the folder.\n2. Fix the imports."))
    model.reply("The package has its new name.")


def _queue(model: BlockingModelServer) -> None:
    model.reply("The tests are written.", pace=0.4)
    model.reply("They look right.")
    model.reply("They pass, twice.")


def _review(model: BlockingModelServer) -> None:
    leak = model_items.finding(
        "The file is never closed", "/src/log.py", (12, 14), body="Use with."
    )
    model.reply_items(model_items.findings(leak, explanation="One leak."))


def _attach(model: BlockingModelServer) -> None:
    model.reply("The parser is written.")
    model.reply("A test is added.")


def _remote(model: BlockingModelServer) -> None:
    model.reply("The one that the bytes are carried to.")


def _asyncio(model: BlockingModelServer) -> None:
    model.reply_deltas(["Text ", "over ", "HTTP."])
    model.reply_deltas(["Once ", "upon ", "a time"], hold_after=1, gate=model.gate())


def _asks(word: str) -> Callable[[ModelRequest], bool]:
    return lambda request: word in request.last_user_text
