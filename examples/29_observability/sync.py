"""Prints the OpenTelemetry spans of a turn and of its tool, below a span of the program."""

from __future__ import annotations

import sys
from pathlib import Path

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, tool


@tool
def stock(item: str) -> int:
    """Counts the pieces of an item."""
    return {"tea": 12}.get(item, 0)


def describe(span: ReadableSpan) -> str:
    """Returns a line for a span that has ended."""
    seconds = ((span.end_time or 0) - (span.start_time or 0)) / 1e9
    tokens = (span.attributes or {}).get("gen_ai.usage.input_tokens", "no")
    return f"{span.name}: {seconds:.2f} s, {tokens} input tokens\n"


def main() -> None:
    # A program in production exports to a collector: opentelemetry-exporter-otlp has the exporters.
    provider = TracerProvider()
    exporter = ConsoleSpanExporter(formatter=describe)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    report = trace.get_tracer("shop").start_as_current_span("report")
    with report, pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start(tools=[stock])
        result = thread.run("How much tea is there?")
        print(result.final_response)


if __name__ == "__main__":
    main()
