"""Telemetry of the real runtime: one tree of spans, and what it exports."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import trio

from tests.telemetry.conftest import Telemetry
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    Codex,
    InvalidArgumentError,
    OtelExport,
    aio,
    tool,
)
from trio_codex._transport.launch import resolve_runtime
from trio_codex.testing import BlockingModelServer, ModelServer, isolated_config

SECONDS = 60.0
TURN = "invoke_agent codex"


@pytest.fixture
def model() -> Iterator[BlockingModelServer]:
    with ModelServer(default="unasked").in_thread() as server:
        yield server


def prepared(model: BlockingModelServer) -> None:
    model.reply_tool_call("add", {"a": 1, "b": 2})
    model.reply("3")


async def exported(
    model: BlockingModelServer, telemetry: Telemetry, tmp_path: Path, collector: Any
) -> None:
    """Runs a turn with a tool; both sides export to the collector."""
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    from tests.telemetry.collector import JsonExporter

    @tool
    async def add(a: int, b: int) -> int:
        """Adds."""
        with telemetry.tracer.start_as_current_span("inside"):
            await trio.lowlevel.checkpoint()
        return a + b

    prepared(model)
    telemetry.tracers.add_span_processor(BatchSpanProcessor(JsonExporter(collector.origin)))
    export = OtelExport(
        endpoint=collector.origin, protocol="http/json", span_attributes={"run.id": "42"}
    )
    config = attrs.evolve(isolated_config(model, home=tmp_path), otel=export)
    with telemetry.tracer.start_as_current_span("program"):
        async with AsyncCodex(config) as codex:
            await (await codex.thread_start(tools=[add])).run("What is 1 + 2?")
    await trio.to_thread.run_sync(telemetry.tracers.force_flush)


@pytest.mark.requirement("telemetry/tree")
async def test_the_spans_of_both_sides_make_one_tree(
    model: BlockingModelServer, telemetry: Telemetry, tmp_path: Path
) -> None:
    from tests.telemetry.collector import Collector

    with trio.fail_after(SECONDS):
        async with Collector() as collector:
            await exported(model, telemetry, tmp_path, collector)
    assert telemetry.tree() == {
        "program": None,
        "trio_codex.connect": "program",
        TURN: "program",
        "execute_tool add": TURN,
        "inside": "execute_tool add",
    }
    program, turn = (telemetry.span(name).context for name in ("program", TURN))
    # Every span of the trace, of either side, hangs below the program's.
    assert collector.roots(f"{program.trace_id:032x}") == ["program"]
    ours = f"{turn.span_id:016x}"
    below = {it["name"]: it for it in collector.spans.values() if it.get("parentSpanId") == ours}
    found = {each["key"]: each["value"] for each in below["turn/start"]["attributes"]}
    assert found["run.id"] == {"stringValue": "42"}
    names = [
        it["name"]
        for it in collector.spans.values()
        if it["traceId"] == below["turn/start"]["traceId"]
    ]
    assert "session_task.turn" in names and len(names) > 100


@pytest.mark.requirement("telemetry/tree")
def test_a_blocking_call_and_its_tool_are_below_the_callers_span(
    model: BlockingModelServer, telemetry: Telemetry, tmp_path: Path
) -> None:
    @tool
    def add(a: int, b: int) -> int:
        """Adds."""
        with telemetry.tracer.start_as_current_span("inside"):
            return a + b

    prepared(model)
    with (
        telemetry.tracer.start_as_current_span("program"),
        Codex(isolated_config(model, home=tmp_path)) as codex,
    ):
        codex.thread_start(tools=[add]).run("What is 1 + 2?", timeout=SECONDS)
    tree = telemetry.tree()
    assert (tree["inside"], tree[TURN]) == ("execute_tool add", "program")


@pytest.mark.requirement("telemetry/tree")
def test_an_asyncio_call_and_its_tool_are_below_the_callers_span(
    model: BlockingModelServer, telemetry: Telemetry, tmp_path: Path
) -> None:
    @tool
    async def add(a: int, b: int) -> int:
        """Adds."""
        with telemetry.tracer.start_as_current_span("inside"):
            await asyncio.sleep(0)
        return a + b

    async def main() -> None:
        async with asyncio.timeout(SECONDS):
            with telemetry.tracer.start_as_current_span("program"):
                async with aio.AsyncCodex(isolated_config(model, home=tmp_path)) as codex:
                    thread = await codex.thread_start(tools=[add])
                    await thread.run("What is 1 + 2?")

    prepared(model)
    asyncio.run(main())
    tree = telemetry.tree()
    assert (tree["inside"], tree[TURN]) == ("execute_tool add", "program")


@pytest.mark.requirement("telemetry/export")
async def test_the_runtime_exports_what_is_chosen_with_its_headers(
    model: BlockingModelServer, telemetry: Telemetry, tmp_path: Path
) -> None:
    from tests.telemetry.collector import Collector

    model.reply_tool_call("look_up", {"key": "an argument"})
    model.reply("done")
    with trio.fail_after(SECONDS):
        async with Collector() as collector:
            export = OtelExport(
                endpoint=collector.origin, headers={"x-key": "k"}, metrics=False, logs=True
            )
            config = attrs.evolve(isolated_config(model, home=tmp_path), otel=export)
            async with AsyncCodex(config) as codex:
                await (await codex.thread_start(tools=[look_up])).run("the words of a user")
    assert {path for path, _, _ in collector.received} == {"/v1/traces", "/v1/logs"}
    logs = b"".join(body for path, _, body in collector.received if path == "/v1/logs")
    # As the documentation warns.
    assert b"an argument" in logs and b"an output" in logs and b"words of a user" not in logs
    for _, headers, _ in collector.received:
        assert headers["content-type"] == "application/x-protobuf"
        assert headers["x-key"] == "k"


@tool
async def look_up(key: str) -> str:
    """Looks something up."""
    await trio.lowlevel.checkpoint()
    return "an output"


EXPORT = OtelExport(endpoint="http://127.0.0.1:4318/", protocol="http/json", headers={"a": "b"})


@pytest.mark.requirement("telemetry/export")
def test_the_settings_stand_before_those_of_the_caller() -> None:
    config = AppServerConfig(otel=EXPORT, config_overrides={"otel.metrics_exporter": "none"})
    arguments = [text for text in resolve_runtime(config).argv if text.startswith("otel.")]
    exporter = (
        'otlp-http = {{endpoint = "http://127.0.0.1:4318/v1/{}", '
        'protocol = "json", headers = {{a = "b"}}}}'
    )
    assert arguments == [
        f"otel.trace_exporter={{{exporter.format('traces')}}}",
        f"otel.metrics_exporter={{{exporter.format('metrics')}}}",
        'otel.metrics_exporter="none"',
    ]
    grpc = OtelExport(endpoint="http://127.0.0.1:4317", protocol="grpc", metrics=False)
    assert grpc.settings() == {
        "otel.trace_exporter": {"otlp-grpc": {"endpoint": "http://127.0.0.1:4317"}}
    }


def test_the_headers_are_no_part_of_a_repr_and_the_value_pickles() -> None:
    export = OtelExport(endpoint="http://c:4318", headers={"x-key": "hunter2"})
    assert "hunter2" not in repr(AppServerConfig(otel=export))
    assert pickle.loads(pickle.dumps(export)) == export
    assert json.dumps(export.settings())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"endpoint": "127.0.0.1:4318"}, "endpoint must be a URL such as"),
        ({"protocol": "http/protobof"}, r"protocol must be one of .*did you mean 'http/protobuf'"),
        ({"headers": {"a": 1}}, "headers must be a mapping of str to str"),
        ({"logs": "yes"}, "logs must be True or False, not 'yes'"),
    ],
)
def test_a_wrong_field_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        OtelExport(**{"endpoint": "http://127.0.0.1:4318", **fields})


def test_an_export_that_cannot_reach_the_runtime_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="otel must be an OtelExport or None"):
        AppServerConfig(otel="http://127.0.0.1:4318")  # type: ignore[arg-type]
    config = AppServerConfig(otel=EXPORT, launch_args_override=("codex", "app-server"))
    with pytest.raises(InvalidArgumentError, match="cannot be combined with launch_args_override"):
        resolve_runtime(config)
