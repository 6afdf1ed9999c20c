"""A collector on 127.0.0.1 that receives OTLP as JSON, from the runtime and from the program."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Sequence
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from trio_codex.testing.http_exchange import Exchange
from trio_codex.testing.http_server import LoopbackServer

SECONDS = 10.0


class Collector(LoopbackServer):
    """Keeps what it receives, by path; `spans` maps span ids to spans of both sides."""

    def __init__(self) -> None:
        super().__init__()
        self.received: list[tuple[str, dict[str, str], bytes]] = []
        self.spans: dict[str, dict[str, Any]] = {}

    async def _handle(self, exchange: Exchange) -> None:
        request = exchange.request
        self.received.append((request.path, dict(request.headers), request.body))
        if request.path == "/v1/traces" and "json" in request.headers["content-type"]:
            for resource in json.loads(request.body)["resourceSpans"]:
                for scope in resource["scopeSpans"]:
                    self.spans |= {span["spanId"]: span for span in scope["spans"]}
        await exchange.respond(200, {})

    def roots(self, trace_id: str) -> list[str]:
        """The names of the spans of a trace whose parents were not received."""
        return [
            span["name"]
            for span in self.spans.values()
            if span["traceId"] == trace_id and span.get("parentSpanId") not in self.spans
        ]


class JsonExporter(SpanExporter):
    """Exports the spans of a program to a collector; in a thread of the span processor."""

    def __init__(self, origin: str) -> None:
        self._url = f"{origin}/v1/traces"

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        written = [_written(span) for span in spans]
        body = {"resourceSpans": [{"scopeSpans": [{"spans": written}]}]}
        request = urllib.request.Request(
            self._url, json.dumps(body).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=SECONDS):
            return SpanExportResult.SUCCESS


def _written(span: ReadableSpan) -> dict[str, Any]:
    assert span.context is not None
    return {
        "name": span.name,
        "traceId": f"{span.context.trace_id:032x}",
        "spanId": f"{span.context.span_id:016x}",
        "parentSpanId": "" if span.parent is None else f"{span.parent.span_id:016x}",
    }
