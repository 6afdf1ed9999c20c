"""Settings every test shares: bounded property tests and the project's own pytest plugin."""

from __future__ import annotations

import importlib
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.browser_login import browser_login_lock

# A real child process or a busy CI machine makes single examples slow; the whole test is bounded
# by pytest's own timeout instead.
# CI draws the same examples every time: what fails there fails for the change that was made.
settings.register_profile(
    "trio_codex",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("trio_codex")


# Tests that need /proc and process descriptors, and tests that need POSIX signals and terminals.
LINUX_ONLY = (
    "benchmarks",
    "faults",
    "transport/test_closing.py",
    "transport/test_process.py",
    "transport/test_runtime.py",
)
POSIX_ONLY = (
    "requests/test_terminal.py",
    "requests/test_terminal_text.py",
    "runtime/test_deaths.py",
    "session/test_failures.py",
    "soak",
    "sync/test_ending.py",
    "sync/test_interrupting.py",
    "transport/test_pipes.py",
)
collect_ignore = [
    *(LINUX_ONLY if sys.platform != "linux" else ()),
    *(POSIX_ONLY if sys.platform == "win32" else ()),
]


# A shell that runs this in the background has its children ignore Ctrl+C, and so would the tests.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """Load our plugin where the package is on the path but not installed."""
    if importlib.util.find_spec("trio_codex.testing.plugin") is None:
        return
    if not config.pluginmanager.has_plugin("trio_codex"):
        plugin = importlib.import_module("trio_codex.testing.plugin")
        config.pluginmanager.register(plugin, "trio_codex")


@pytest.fixture(autouse=True)
def _one_browser_login(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("browser_login") is None:
        yield
    else:
        with browser_login_lock():
            yield
