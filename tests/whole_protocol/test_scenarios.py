"""Each scenario against the real runtime: every reply and every notification is known in full."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trio_codex.protocol.methods import METHODS

from .audit import faults
from .run import play, strange_messages
from .steps import Scenario
from .tables import NOT_REACHED, SCENARIOS

# They use a shell, and methods that would set up a real sandbox elsewhere.
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the tables are about Linux")


def _logs_in_with_a_browser(scenario: Scenario) -> bool:
    params = [call.params for call in scenario.calls if call.method == "account/login/start"]
    return {"type": "chatgpt"} in params


def _marks(scenario: Scenario) -> list[pytest.MarkDecorator]:
    named = {*scenario.notifications, *scenario.server_requests}
    named |= {call.method for call in scenario.calls}
    known = named <= METHODS.keys()
    return [
        *([pytest.mark.browser_login] if _logs_in_with_a_browser(scenario) else []),
        # Some runtimes lack a method of it.
        *([] if known else [pytest.mark.version_bound]),
    ]


each_scenario = pytest.mark.parametrize(
    "scenario",
    [pytest.param(scenario, marks=_marks(scenario), id=scenario.name) for scenario in SCENARIOS],
)


@pytest.mark.requirement("api/request", "types/whole-protocol")
@on_linux
@each_scenario
async def test_all_that_the_runtime_says_is_known_in_full(
    scenario: Scenario, tmp_path: Path
) -> None:
    tape = await play(scenario, tmp_path)

    assert not strange_messages(tape)
    assert not faults(tape.replies[0].body, METHODS["initialize"].result)
    sent = {message.method for message in tape.notifications}
    assert set(scenario.notifications) <= sent, "the table lists notifications that did not arrive"
    asked = {message.method for message in tape.server_requests}
    assert asked == set(scenario.server_requests)
    assert not sent & NOT_REACHED.keys(), "the table says that this cannot be reached"


@each_scenario
def test_a_scenario_calls_methods_of_clients_and_says_why_one_is_refused(
    scenario: Scenario,
) -> None:
    for call in scenario.calls:
        spec = METHODS[call.method]
        assert spec.direction == "client_request"
        assert (call.params is not None) or spec.params_optional
        assert call.refused is None or call.refused.why
