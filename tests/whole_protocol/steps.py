"""Steps of a scenario: the calls, the expected replies, and the checks of them."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, final

import attrs
import pytest
import trio

from trio_codex.protocol.methods import METHODS

from .audit import faults
from .tape import Tape

if TYPE_CHECKING:
    from trio_codex.client import AppServerClient
    from trio_codex.errors import AppServerError
    from trio_codex.protocol import JsonValue
    from trio_codex.testing import LoginIssuer, ModelServer

__all__ = ["Await", "Beside", "Call", "Deviation", "Do", "Refusal", "Scenario", "Step", "World"]

SECONDS = 20.0
"""How long one step may take: the runtime answers in milliseconds, a busy machine does not."""


@final
@attrs.frozen
class Refusal:
    """The error a call has to end in, and why it cannot be answered here."""

    error: type[AppServerError]
    message: str
    why: str


@final
@attrs.frozen
class Deviation:
    """The faults of a reply in which the runtime does not keep to its own schema, and in what."""

    faults: tuple[str, ...]
    why: str


@final
@attrs.frozen
class Call:
    """One request: its params, with `{name}` for what earlier replies said, and its outcome.

    Attributes:
        method: the method.
        params: its params.
        keep: names for parts of the reply, each by its path.
        refused: the expected error, for what cannot be answered here.
        deviates: what the runtime is known to get wrong; a fault that no longer occurs fails.
    """

    method: str
    params: Mapping[str, object] | None = None
    keep: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)
    refused: Refusal | None = attrs.field(default=None, kw_only=True)
    deviates: Deviation | None = attrs.field(default=None, kw_only=True)

    async def run(self, world: World) -> None:
        """Make the call and check its outcome."""
        params = world.filled(self.params)
        if self.refused is not None:
            with pytest.raises(self.refused.error, match=self.refused.message):
                await world.client.call(self.method, params)
            return
        known = self.deviates.faults if self.deviates else ()
        if known:
            # What cannot be decoded is looked at as plain JSON.
            await world.client.call(self.method, params)
        else:
            await world.client.request(self.method, params)
        body = world.tape.reply(self.method).body
        found = faults(body, METHODS[self.method].result)
        strange = [fault for fault in found if not any(re.search(p, fault) for p in known)]
        assert not strange, f"{self.method}: {strange}"
        gone = [p for p in known if not any(re.search(p, fault) for fault in found)]
        assert not gone, f"{self.method} does not deviate any more: {gone}"
        for name, path in self.keep.items():
            world.names[name] = part(body, path)


@final
@attrs.frozen
class Await:
    """Wait for the next notification of a method, and keep parts of it."""

    method: str
    where: Mapping[str, object] = attrs.field(factory=dict)
    keep: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)

    async def run(self, world: World) -> None:
        """Wait for it."""
        body = await world.tape.wait(self.method, world.filled(self.where))
        for name, path in self.keep.items():
            world.names[name] = part(body, path)


@final
@attrs.frozen
class Beside:
    """A call that is answered only after further steps."""

    call: Call
    steps: tuple[Step, ...]

    async def run(self, world: World) -> None:
        """Make the call, run the steps while it is open, and see it answered."""
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self.call.run, world)
            for step in self.steps:
                await step.run(world)


Deed: TypeAlias = "Callable[[World], Awaitable[None] | None]"


@final
@attrs.frozen
class Do:
    """Something beside the protocol: script the model, log in with a browser, write a file."""

    deed: Deed

    async def run(self, world: World) -> None:
        """Do it."""
        outcome = self.deed(world)
        if outcome is not None:
            await outcome


class Around(Protocol):
    """A step that does something around other steps."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The other steps."""
        ...

    async def run(self, world: World) -> None:
        """Do it."""
        ...


Step: TypeAlias = "Call | Await | Beside | Do | Around"


def _keep_out(*_: object) -> None:
    """Nothing to prepare."""


@final
@attrs.frozen(kw_only=True)
class Scenario:
    """A run of one runtime.

    Attributes:
        name: what the coverage page calls it.
        about: what happens in it.
        steps: what happens in it, one by one.
        notifications: the notifications it makes the runtime send.
        server_requests: the requests it makes the runtime send.
        answers: what the server's requests are answered with.
        features: runtime features that are switched on or off.
        config: settings of config.toml; `{home}`, `{python}` and such are filled in.
        provider: settings of the model provider.
        env: environment variables of the runtime.
        login: the runtime has a login service.
        prepare: makes the files it needs, before the runtime starts.
    """

    name: str
    about: str
    steps: tuple[Step, ...]
    notifications: tuple[str, ...] = ()
    server_requests: tuple[str, ...] = ()
    answers: Mapping[str, object] = attrs.field(factory=dict)
    features: Mapping[str, bool] = attrs.field(factory=dict)
    config: Mapping[str, object] = attrs.field(factory=dict)
    provider: Mapping[str, object] = attrs.field(factory=dict)
    env: Mapping[str, str] = attrs.field(factory=dict)
    login: bool = False
    prepare: Callable[[Path], None] = _keep_out

    @property
    def calls(self) -> tuple[Call, ...]:
        """The requests among the steps."""
        return tuple(_calls(self.steps))


def _calls(steps: tuple[Step, ...]) -> Iterator[Call]:
    for step in steps:
        if isinstance(step, Beside):
            yield step.call
            yield from _calls(step.steps)
        elif isinstance(step, Call):
            yield step
        elif not isinstance(step, (Await, Do)):
            yield from _calls(step.steps)


@final
@attrs.define
class World:
    """What the steps of a scenario act on."""

    client: AppServerClient
    tape: Tape
    model: ModelServer
    issuer: LoginIssuer | None
    home: Path
    names: dict[str, JsonValue]

    def filled(self, value: object) -> JsonValue:
        """Give JSON with its `{name}`s replaced."""
        return filled(value, self.names)

    async def play(self, steps: tuple[Step, ...]) -> None:
        """Run the steps in order, each within its time."""
        for number, step in enumerate(steps):
            try:
                with trio.fail_after(SECONDS):
                    await step.run(self)
            except Exception as error:
                error.add_note(f"in step {number}: {step}")
                raise


def filled(value: object, names: Mapping[str, JsonValue]) -> JsonValue:
    """Give JSON with each `{name}` replaced by what it stands for."""
    if isinstance(value, str):
        if value[:1] == "{" and value[-1:] == "}" and value[1:-1] in names:
            return names[value[1:-1]]
        for name, text in names.items():
            value = value.replace(f"{{{name}}}", str(text))
        return value
    if isinstance(value, list):
        return [filled(item, names) for item in value]
    if isinstance(value, Mapping):
        return {key: filled(item, names) for key, item in value.items()}
    assert value is None or isinstance(value, (int, float)), f"this is not JSON: {value!r}"
    return value


def part(value: JsonValue, path: str) -> JsonValue:
    """Give the part of JSON at a path such as `data.0.id`."""
    for step in path.split("."):
        if isinstance(value, list):
            value = value[int(step)]
        else:
            assert isinstance(value, dict)
            value = value[step]
    return value
