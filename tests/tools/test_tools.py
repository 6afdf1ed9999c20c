"""Typed functions become tools: told to the model, called by it, never able to break the caller."""

from __future__ import annotations

import enum
import functools
import logging
import math
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import pytest
import trio

from trio_codex._tools.tool import Tool, tool
from trio_codex._tools.toolset import Toolset
from trio_codex.errors import InvalidArgumentError

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue


class Unit(enum.Enum):
    CELSIUS = "c"
    KELVIN = "k"


@attrs.frozen
class Place:
    """A place."""

    name: str
    height: int = attrs.field(default=0, validator=attrs.validators.ge(0))


@tool
async def weather(
    place: Annotated[Place, "where"], unit: Unit = Unit.CELSIUS, days: int | None = 3
) -> str:
    """Says the weather.

    For some days.

    Args:
        place: not used, as the annotation says more
        unit (Unit): the unit of the
            temperature
        days: how many

    Returns:
        A forecast.
    """
    await trio.lowlevel.checkpoint()
    return f"{place.name} {unit.name} {days}"


def text_of(outcome: Any) -> str:
    (item,) = outcome.content_items
    assert item["type"] == "inputText"
    return str(item["text"])


@pytest.mark.requirement("tool/schema")
def test_a_tool_is_told_to_the_model_with_a_strict_schema() -> None:
    assert weather.spec() == {
        "type": "function",
        "name": "weather",
        "description": "Says the weather.\n\nFor some days.",
        "inputSchema": {
            "type": "object",
            "properties": {
                "place": {
                    "type": "object",
                    "description": "where",
                    "properties": {"name": {"type": "string"}, "height": {"type": "integer"}},
                    "required": ["name", "height"],
                    "additionalProperties": False,
                },
                "unit": {
                    "anyOf": [{"type": "string", "enum": ["c", "k"]}, {"type": "null"}],
                    "description": "the unit of the temperature (null means the default)",
                },
                "days": {
                    "anyOf": [{"type": "integer"}, {"type": "null"}],
                    "description": "how many",
                },
            },
            "required": ["place", "unit", "days"],
            "additionalProperties": False,
        },
    }


async def test_a_tool_stays_the_function_it_was() -> None:
    assert await weather(Place("Rome"), days=1) == "Rome CELSIUS 1"
    assert (weather.__name__, weather.__wrapped__.__name__) == ("weather", "weather")  # type: ignore[attr-defined]
    assert repr(weather) == "<Tool weather>"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ({"place": {"name": "Rome", "height": 2}, "unit": "k", "days": 1}, "Rome KELVIN 1"),
        ({"place": {"name": "Rome"}}, "Rome CELSIUS 3"),
        ({"place": {"name": "Rome"}, "unit": None, "days": None}, "Rome CELSIUS None"),
    ],
)
async def test_null_or_nothing_means_the_default_unless_null_is_a_value(
    arguments: JsonValue, answer: str
) -> None:
    outcome = await weather.invoke(arguments)
    assert (outcome.success, text_of(outcome)) == (True, answer)


@pytest.mark.requirement("tool/failures")
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({}, "$.place: is missing"),
        (None, "$.place: is missing"),
        ([], "$: expected object, got array"),
        ({"place": {"name": 1}}, "$.place.name: expected string, got integer"),
        ({"place": {"name": "x"}, "colour": 1}, "$.colour: is not a key of weather"),
        ({"place": {"name": "x", "height": -77}}, "$.place: Place refuses it"),
    ],
)
async def test_bad_arguments_are_told_to_the_model_and_logged_without_their_values(
    arguments: JsonValue, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        outcome = await weather.invoke(arguments, ids={"call_id": "c1"})
    assert not outcome.success
    assert text_of(outcome).startswith(f"invalid arguments for weather: {reason}")
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("trio_codex.tools", "ERROR")
    assert (record.tool, record.call_id) == ("weather", "c1")  # type: ignore[attr-defined]
    assert "-77" not in caplog.text


@pytest.mark.requirement("tool/failures")
async def test_an_exception_becomes_text_without_a_traceback_and_a_record_with_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    @tool
    def breaks() -> None:
        raise LookupError("no such row")

    outcome = await breaks.invoke({})
    assert outcome.to_wire() == {
        "contentItems": [{"type": "inputText", "text": "breaks failed: LookupError: no such row"}],
        "success": False,
    }
    assert isinstance(outcome.error, LookupError)
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.exc_info is not None
    assert "test_tools.py" in caplog.text


async def test_a_group_of_exceptions_is_one_failure() -> None:
    @tool
    async def breaks() -> None:
        async with trio.open_nursery():
            raise ValueError("inner")

    outcome = await breaks.invoke({})
    assert not outcome.success
    assert "ExceptionGroup" in text_of(outcome)


async def test_a_tool_that_takes_too_long_is_stopped(
    autojump_clock: trio.testing.MockClock, caplog: pytest.LogCaptureFixture
) -> None:
    ended = trio.Event()

    @tool(timeout=2)
    async def slow() -> None:
        try:
            await trio.sleep_forever()
        finally:
            ended.set()

    started = trio.current_time()
    outcome = await slow.invoke({})
    assert trio.current_time() - started == pytest.approx(2)
    assert ended.is_set()
    assert (outcome.success, text_of(outcome)) == (False, "slow timed out after 2 seconds")
    assert isinstance(outcome.error, trio.TooSlowError)
    assert "timed out after 2 s" in caplog.text


async def test_a_timeout_of_the_tools_own_is_its_failure_and_not_the_calls() -> None:
    @tool(timeout=60)
    async def slow() -> None:
        with trio.fail_after(0):
            await trio.sleep_forever()

    assert text_of(await slow.invoke({})) == "slow failed: TooSlowError"


async def test_cancelling_the_call_cancels_the_tool() -> None:
    entered, left = trio.Event(), trio.Event()

    @tool
    async def waits() -> None:
        entered.set()
        try:
            await trio.sleep_forever()
        finally:
            left.set()

    with trio.fail_after(10):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(waits.invoke, {})
            await entered.wait()
            nursery.cancel_scope.cancel()
    assert left.is_set()


async def test_a_tool_that_fails_while_it_is_cancelled_only_cancels(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails_late() -> None:
        try:
            await trio.sleep_forever()
        finally:
            raise ValueError("on the way out")

    @tool
    async def waits() -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(fails_late)
            nursery.start_soon(trio.sleep_forever)

    with trio.move_on_after(0.01) as scope:
        await waits.invoke({})
    assert scope.cancelled_caught
    assert "on the way out" in caplog.text


async def test_a_plain_function_runs_in_a_thread_and_may_be_left_behind() -> None:
    release, threads = threading.Event(), []

    @tool
    def blocks(wait: bool) -> str:
        threads.append(threading.current_thread())
        if wait:
            release.wait(10)
        return "done"

    assert text_of(await blocks.invoke({"wait": False})) == "done"
    try:
        with trio.fail_after(5), trio.move_on_after(0.05) as scope:
            await blocks.invoke({"wait": True})
        assert scope.cancelled_caught
        assert threading.current_thread() not in threads
    finally:
        release.set()


async def test_a_plain_wrapper_of_an_async_function_is_awaited_in_the_loop() -> None:
    def logged(function: Any) -> Any:
        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            return function(*args, **kwargs)

        return wrapper

    @logged
    async def wrapped(x: int) -> int:
        await trio.lowlevel.checkpoint()
        return x + 1

    assert text_of(await tool(wrapped).invoke({"x": 1})) == "2"


class Service:
    def __init__(self, start: int) -> None:
        self.start = start

    @tool(name="add-up", description="Adds.")
    async def add(self, more: int) -> int:
        await trio.lowlevel.checkpoint()
        return self.start + more

    @tool
    @staticmethod
    def double(x: int) -> int:
        return 2 * x

    @classmethod
    def build(cls, start: int) -> int:
        return cls(start).start


async def test_a_method_is_a_tool_of_its_instance() -> None:
    one, two = Service(1), Service(10)
    assert await one.add(1) == 2
    assert [text_of(await each.add.invoke({"more": 5})) for each in (one, two)] == ["6", "15"]
    spec = one.add.spec()
    assert (spec["name"], spec["description"]) == ("add-up", "Adds.")
    assert text_of(await tool(Service.build).invoke({"start": 4})) == "4"
    assert text_of(await Service.double.invoke({"x": 4})) == "8"
    with pytest.raises(InvalidArgumentError, match="is a method; take it from an instance"):
        Service.add.spec()
    assert not (await Service.add.invoke({"more": 1})).success


async def test_closures_partials_and_callable_objects_are_tools_too() -> None:
    factor = 3

    @attrs.frozen
    class Local:
        n: int

    @tool
    def times(x: Local) -> int:
        return x.n * factor

    class Callable:
        async def __call__(self, y: int) -> int:
            await trio.lowlevel.checkpoint()
            return y

    async def power(base: int, exponent: int) -> int:
        await trio.lowlevel.checkpoint()
        return int(math.pow(base, exponent))

    assert text_of(await times.invoke({"x": {"n": 2}})) == "6"
    assert text_of(await tool(name="same")(Callable()).invoke({"y": 4})) == "4"
    square = tool(name="square")(functools.partial(power, exponent=2))
    assert text_of(await square.invoke({"base": 5})) == "25"


async def test_an_annotation_may_name_what_is_defined_further_down() -> None:
    assert text_of(await early.invoke({"x": {"n": 1}})) == "1"


@tool
def early(x: Later) -> int:
    return x.n


@attrs.frozen
class Later:
    n: int


async def test_a_toolset_groups_by_namespace_and_finds_its_tools(
    caplog: pytest.LogCaptureFixture,
) -> None:
    @tool(namespace="crm", namespace_description="Customers.", defer_loading=True)
    def find(name: str) -> str:
        return f"crm {name}"

    @tool(namespace="crm", name="weather")
    def crm_weather() -> str:
        return "always sunny"

    tools = Toolset([find, weather, crm_weather])
    assert len(tools) == 3
    group, single = tools.to_wire()
    assert isinstance(group, Mapping)
    assert isinstance(single, Mapping)
    assert (group["type"], group["name"], group["description"]) == (
        "namespace",
        "crm",
        "Customers.",
    )
    assert group["tools"] == [find.spec(), crm_weather.spec()]
    assert find.spec()["deferLoading"] is True
    assert single["name"] == "weather"

    assert text_of(await tools.dispatch("crm", "weather", {})) == "always sunny"
    assert text_of(await tools.dispatch(None, "weather", {"place": {"name": "X"}})).startswith("X")
    outcome = await tools.dispatch("crm", "delete", {}, ids={"thread_id": "t1"})
    assert (outcome.success, text_of(outcome)) == (False, "the tool crm.delete is not available")
    (record,) = caplog.records
    assert "crm.find, weather, crm.weather" in record.getMessage()
    assert "tools=" in record.getMessage()
    assert record.thread_id == "t1"  # type: ignore[attr-defined]


def test_no_tools_are_no_wire() -> None:
    assert Toolset([]).to_wire() == []
    assert isinstance(weather, Tool)
