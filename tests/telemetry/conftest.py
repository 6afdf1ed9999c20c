"""OpenTelemetry for one test, with its own providers; the tests of other modules run without."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

API = ("opentelemetry.trace", "opentelemetry.metrics")


@functools.cache
def _imported() -> dict[str, ModuleType]:
    """The modules whose presence switches telemetry on; removed again until a test uses them."""
    importlib.import_module("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    importlib.import_module("opentelemetry.sdk.metrics.export")
    return {name: sys.modules.pop(name) for name in API}


class Telemetry:
    """What the program of a test collects: its finished spans and its metrics."""

    def __init__(self) -> None:
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import InMemoryMetricReader
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self.tracers = TracerProvider(shutdown_on_exit=False)
        self.tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.meters = MeterProvider([self._reader], shutdown_on_exit=False)
        self.tracer = self.tracers.get_tracer("program")

    @property
    def spans(self) -> list[Any]:
        return list(self._exporter.get_finished_spans())

    def span(self, name: str) -> Any:
        (found,) = (span for span in self.spans if span.name == name)
        return found

    def tree(self) -> dict[str, str | None]:
        """The name of each span's parent."""
        names = {span.context.span_id: span.name for span in self.spans}
        return {
            span.name: None if span.parent is None else names[span.parent.span_id]
            for span in self.spans
        }

    def metrics(self) -> dict[str, list[Any]]:
        """The data points of each metric."""
        data = self._reader.get_metrics_data()
        assert data is not None
        scopes = [scope for resource in data.resource_metrics for scope in resource.scope_metrics]
        return {
            metric.name: list(metric.data.data_points)
            for scope in scopes
            for metric in scope.metrics
        }


@pytest.fixture
def telemetry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Telemetry]:
    """A program that has imported OpenTelemetry and set its providers."""
    modules = _imported()
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    telemetry = Telemetry()
    trace, metrics = (modules[name] for name in API)
    monkeypatch.setattr(trace, "get_tracer", telemetry.tracers.get_tracer)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: telemetry.meters)
    yield telemetry
    telemetry.meters.shutdown()
