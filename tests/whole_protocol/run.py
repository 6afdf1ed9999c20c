"""Runs one scenario against the real runtime and checks everything that it sent."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import trio

from trio_codex import ServerRequestHandlers
from trio_codex._transport.process import open_process
from trio_codex.client import AppServerClient
from trio_codex.protocol import AttestationGenerateParams, AttestationGenerateResponse
from trio_codex.protocol.methods import METHODS
from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

from .audit import faults
from .steps import SECONDS, Scenario, World, filled
from .tape import RecordingTransport, Tape

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex._requests.decisions import IncomingRequest
    from trio_codex.protocol import JsonValue

__all__ = ["play"]

HERE = Path(__file__).resolve().parent
ATTESTATION = "attestation/generate"
ANSWER = "Hello from the model."


async def play(scenario: Scenario, home: Path) -> Tape:
    """Run a scenario to its end, with every reply checked, and give what was said in it."""
    async with ModelServer(default=ANSWER) as model, LoginIssuer() as service:
        issuer = service if scenario.login else None
        scenario.prepare(home)
        names: dict[str, JsonValue] = {
            "home": str(home),
            "python": sys.executable,
            "here": str(HERE),
            "issuer": issuer.origin if issuer else "",
        }
        config = _config(scenario, home, model, issuer, names)
        names["cwd"] = str(config.cwd)
        names["user_home"] = str(Path(str(config.cwd)).parent / "home")
        tape = Tape()
        transport = RecordingTransport(await open_process(config), tape)
        client = AppServerClient(config, handlers=_handlers(scenario, names), transport=transport)
        async with client:
            world = World(
                client=client, tape=tape, model=model, issuer=issuer, home=home, names=names
            )
            await world.play(scenario.steps)
            await _wait_for_rest(scenario, tape)
    return tape


def _config(
    scenario: Scenario,
    home: Path,
    model: ModelServer,
    issuer: LoginIssuer | None,
    names: dict[str, JsonValue],
) -> AppServerConfig:
    return isolated_config(
        model,
        home=home,
        issuer=issuer,
        provider=cast("dict[str, Any]", filled(scenario.provider, names)),
        features=scenario.features,
        env={name: str(filled(text, names)) for name, text in scenario.env.items()},
        config=cast("dict[str, Any]", filled(scenario.config, names)),
    )


def _handlers(scenario: Scenario, names: dict[str, JsonValue]) -> ServerRequestHandlers:
    async def answer(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        return filled(scenario.answers[request.method], names)

    async def attest(_: AttestationGenerateParams) -> AttestationGenerateResponse:
        await trio.lowlevel.checkpoint()
        return AttestationGenerateResponse(token="proof")

    # The client says that it can attest when it has this very handler, and is asked only then.
    attests = ATTESTATION in scenario.server_requests
    return ServerRequestHandlers(fallback=answer, attestation=attest if attests else None)


async def _wait_for_rest(scenario: Scenario, tape: Tape) -> None:
    """Wait for announced notifications that come after what the last step waited for."""
    for method in scenario.notifications:
        if not any(seen.method == method for seen in tape.notifications):
            with trio.move_on_after(SECONDS / 2):
                await tape.wait(method, {})


def strange_messages(tape: Tape) -> list[str]:
    """List what the runtime sent by itself and the protocol does not know in full."""
    found = []
    for message in (*tape.notifications, *tape.server_requests):
        spec = METHODS.get(message.method)
        unknown = ["unknown method"] if spec is None else faults(message.body, spec.params)
        found += [f"{message.method}: {fault}" for fault in unknown]
    return found
