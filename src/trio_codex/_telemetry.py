"""Telemetry: spans, metrics and trace context, when the program uses OpenTelemetry.

Nothing here imports OpenTelemetry. A program that uses it has imported `opentelemetry.trace`, and
`opentelemetry.metrics` for metrics; without them each function returns after one look-up.
The names are those of the OpenTelemetry conventions for generative AI and for JSON-RPC, where they
have one, and begin with `trio_codex.` otherwise. No span and no metric has content of a turn.
"""

from __future__ import annotations

import contextvars
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, final
from weakref import WeakSet

from ._json import text_at
from ._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType
    from typing import Self

    from ._json import JsonValue

__all__ = [
    "RequestSpan",
    "TurnSpan",
    "connection_span",
    "measure",
    "request_span",
    "trace_member",
    "turn_span",
    "with_span",
]

_TRACE: Final = "opentelemetry.trace"
_METRICS: Final = "opentelemetry.metrics"
_TOOL_CALL: Final = "item/tool/call"
_COMMON: Final = {"gen_ai.provider.name": "openai"}
_AGENT: Final = {"gen_ai.operation.name": "invoke_agent", **_COMMON}
_COUNTS: Final = {
    "inputTokens": "gen_ai.usage.input_tokens",
    "outputTokens": "gen_ai.usage.output_tokens",
    "cachedInputTokens": "gen_ai.usage.cache_read.input_tokens",
    "reasoningOutputTokens": "gen_ai.usage.reasoning.output_tokens",
}
# The boundaries that the conventions recommend; those of the duration end at hours, for long turns.
_SECONDS: Final = [0.01 * 2**power for power in range(20)]
_TOKENS: Final = [4**power for power in range(14)]


def _api(name: str) -> Any:
    """Returns a module of the API that the program has imported, completely, else `None`."""
    module = sys.modules.get(name)
    # Another thread may be importing it.
    return module if module is not None and not module.__spec__._initializing else None  # type: ignore[union-attr]


# -- trace context ---------------------------------------------------------------------------------


def trace_member() -> dict[str, JsonValue] | None:
    """Returns the `trace` member of a request that is sent now: the current span's context.

    The runtime takes only the flags 00 and 01 and lower-case digits; of anything else it makes a
    new trace, without a word. Without a valid span there is no member.
    """
    api = _api(_TRACE)
    if api is None:
        return None
    context = api.get_current_span().get_span_context()
    if not context.is_valid:
        return None
    flags = context.trace_flags & 1
    header = f"00-{context.trace_id:032x}-{context.span_id:016x}-{flags:02x}"
    state = context.trace_state.to_header() if context.trace_state else ""
    return {"traceparent": header, "tracestate": state} if state else {"traceparent": header}


def with_span(context: contextvars.Context) -> contextvars.Context:
    """Returns context variables with the current span instead of theirs, if one is current."""
    api = _api(_TRACE)
    if api is None or not api.get_current_span().get_span_context().is_valid:
        return context
    context = context.copy()
    attach = sys.modules["opentelemetry.context"].attach
    context.run(attach, api.set_span_in_context(api.get_current_span()))
    return context


# -- spans -----------------------------------------------------------------------------------------


class Span(AbstractContextManager["Span"]):
    """A span that is current in its block; it ends with `end`, or with an error of the block."""

    def __init__(
        self, api: Any, name: str, kind: str, attributes: Mapping[str, object], parent: Any = None
    ) -> None:
        self._api = api
        self._context = sys.modules["opentelemetry.context"]
        tracer = api.get_tracer("trio_codex", __version__)
        context = None if parent is None else api.set_span_in_context(parent)
        self.span: Any = tracer.start_span(
            name, context=context, kind=getattr(api.SpanKind, kind), attributes=dict(attributes)
        )
        self._token: Any = None

    def __enter__(self) -> Self:
        self._token = self._context.attach(self._api.set_span_in_context(self.span))
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._context.detach(self._token)
        if exc_type is not None:
            # Without its message, which may quote what a user or the model wrote.
            self.end(exc_type.__name__)

    def set(self, attributes: Mapping[str, Any]) -> None:
        """Sets the attributes that have a value."""
        for name, value in attributes.items():
            if value is not None:
                self.span.set_attribute(name, value)

    def end(self, error: str | None = None) -> None:
        """Ends the span; with the kind of an error, as failed."""
        if error is not None:
            self.span.set_attribute("error.type", error)
            self.span.set_status(self._api.StatusCode.ERROR)
        self.span.end()


@final
class _BlockSpan(Span):
    """A span that ends with its block."""

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        super().__exit__(exc_type, exc, traceback)
        if exc_type is None:
            self.end()


def connection_span(name: str) -> AbstractContextManager[object]:
    """Returns a span for opening a connection (`connect` or `reconnect`); its block is the span."""
    api = _api(_TRACE)
    return _BlockSpan(api, f"trio_codex.{name}", "CLIENT", {}) if api is not None else nullcontext()


# -- turns -----------------------------------------------------------------------------------------


@final
class TurnSpan(Span):
    """The span and the metrics of one turn, as one of its handles follows it.

    The block sends the request of the start; the turn ends later, with `leave`.
    """

    def __init__(self, thread_id: str, method: str, params: JsonValue, model: str | None) -> None:
        named = params.get("model") if isinstance(params, dict) else None
        self._model = named if isinstance(named, str) else model
        self._start, self._first_delta, self._ended = time.perf_counter(), 0.0, False
        attributes: dict[str, object] = {
            **_AGENT,
            "gen_ai.agent.name": "codex",
            "gen_ai.conversation.id": thread_id,
            "rpc.method": method,
        }
        if self._model is not None:
            attributes["gen_ai.request.model"] = self._model
        super().__init__(_api(_TRACE), "invoke_agent codex", "CLIENT", attributes)

    @property
    def answered(self) -> bool:
        """Whether the first piece of the answer has come."""
        return self._first_delta > 0

    def on_delta(self) -> None:
        """Notes the first piece of the answer."""
        self._first_delta = self._first_delta or time.perf_counter()

    def leave(self, channel: Any) -> None:
        """Ends the span with the state of the turn's channel, and records the metrics; only once.

        Args:
            channel: the `TurnChannel`, whose turn or connection has ended, or which was left.
        """
        tokens = channel.route.tokens if channel.route is not None else None
        status = text_at(channel.terminal, "turn", "status")
        error: str | None = None
        if channel.terminal is None:
            status, error = "left", type(channel.failure).__name__
        elif status == "failed":
            error = _kind_of(channel.terminal["turn"].get("error"))
        self._finish(
            status or "completed",
            {"trio_codex.turn.id": channel.turn_id, "trio_codex.turn.joined": channel.joined},
            None if tokens is None else tokens.cost,
            error,
        )

    def end(self, error: str | None = None) -> None:
        """Ends a turn that could not be started, or whose start was cancelled."""
        self._finish("not started", {}, None, error)

    def _finish(
        self,
        status: str,
        attributes: Mapping[str, Any],
        tokens: Mapping[str, Any] | None,
        error: str | None,
    ) -> None:
        if self._ended:
            return
        self._ended = True
        counts = tokens or {}
        usage = {name: counts.get(key) for key, name in _COUNTS.items()}
        self.set({"trio_codex.turn.status": status, **attributes, **usage})
        super().end(error)
        if not attributes.get("trio_codex.turn.joined"):
            self._measure(status, counts, error)

    def _measure(self, status: str, counts: Mapping[str, Any], error: str | None) -> None:
        instruments = _instruments()
        if instruments is None:
            return
        common = {**_AGENT, **({"gen_ai.request.model": self._model} if self._model else {})}
        failed = {"error.type": error} if error else {}
        instruments.turns.add(1, {**common, "trio_codex.turn.status": status})
        instruments.duration.record(time.perf_counter() - self._start, {**common, **failed})
        if self._first_delta:
            instruments.first_delta.record(self._first_delta - self._start, common)
        for key, kind in (("inputTokens", "input"), ("outputTokens", "output")):
            if isinstance(counts.get(key), int):
                instruments.tokens.record(counts[key], {**common, "gen_ai.token.type": kind})


def _kind_of(error: Any) -> str:
    """Returns the kind of a turn's failure, which has one of few values."""
    kind = error.get("codexErrorInfo") if isinstance(error, dict) else None
    if isinstance(kind, dict):
        kind = next(iter(kind), None)
    return kind if isinstance(kind, str) else "_OTHER"


def turn_span(thread_id: str, method: str, params: JsonValue, model: str | None) -> TurnSpan | None:
    """Returns the span of a turn that is about to be started; `None` without OpenTelemetry."""
    if _api(_TRACE) is not None:
        return TurnSpan(thread_id, method, params, model)
    return None


# -- requests of the server ------------------------------------------------------------------------


@final
class RequestSpan(Span):
    """The span of a request of the server, from its arrival to its answer."""

    def __init__(
        self, method: str, request_id: object, thread_id: str | None, params: Any, parent: Any
    ) -> None:
        name, kind = method, "SERVER"
        self._error: str | None = None
        attributes: dict[str, object] = {
            "rpc.system.name": "jsonrpc",
            "rpc.method": method,
            "jsonrpc.request.id": str(request_id),
        }
        if thread_id is not None:
            attributes["gen_ai.conversation.id"] = thread_id
        if method == _TOOL_CALL and isinstance(params, dict):
            name, kind = f"execute_tool {params.get('tool')}", "INTERNAL"
            attributes |= {
                "gen_ai.operation.name": "execute_tool",
                "gen_ai.tool.name": str(params.get("tool")),
                "gen_ai.tool.call.id": str(params.get("callId")),
                "gen_ai.tool.type": "function",
            }
        super().__init__(_api(_TRACE), name, kind, attributes, parent)

    def context(self) -> contextvars.Context:
        """Returns the context variables of the task that answers, with this span as the current."""
        context = contextvars.copy_context()
        context.run(self.__enter__)
        return context

    def fail(self, error: str) -> None:
        """Notes why the request gets no answer of its handler."""
        self._error = self._error or error

    def answered(self, answer: object) -> None:
        """Ends the span with the answer."""
        if isinstance(answer, dict) and answer.get("success") is False:
            self.fail("tool_error")
        self.end(self._error)


def request_span(
    method: str, request_id: object, thread_id: str | None, params: Any, turn: TurnSpan | None
) -> RequestSpan | None:
    """Returns the span of a request of the server, below its turn's; `None` without tracing."""
    if _api(_TRACE) is None:
        return None
    return RequestSpan(method, request_id, thread_id, params, turn and turn.span)


# -- metrics ---------------------------------------------------------------------------------------


# What reports the load of an open connection; read by the thread of the metric reader.
_connections: Final[WeakSet[Any]] = WeakSet()


def measure(connection: object) -> None:
    """Includes an open connection in the gauges: its `requests_in_flight` and `events_behind`."""
    _connections.add(connection)
    _instruments()


@final
class _Instruments:
    """The instruments of one meter provider."""

    def __init__(self, provider: Any) -> None:
        meter = provider.get_meter("trio_codex", __version__)
        self.turns = meter.create_counter("trio_codex.turns", "{turn}", "Turns that ended.")
        self.duration = meter.create_histogram(
            "gen_ai.client.operation.duration",
            "s",
            "GenAI operation duration.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self.first_delta = meter.create_histogram(
            "gen_ai.client.operation.time_to_first_chunk",
            "s",
            "Time to the first piece of the answer.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self.tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=_TOKENS,
        )
        for name, unit, description in (
            ("requests_in_flight", "{request}", "Requests that have no answer yet."),
            ("events_behind", "{event}", "Events that wait for their consumers."),
        ):
            meter.create_observable_gauge(
                f"trio_codex.{name}", [_observer(name)], unit, description
            )


def _observer(name: str) -> Any:
    api = sys.modules[_METRICS]

    def observe(_: object) -> Iterator[Any]:
        try:
            yield api.Observation(sum(getattr(each, name) for each in tuple(_connections)))
        except RuntimeError:
            # A table of the connection changed meanwhile, in its own thread: measured next time.
            return

    return observe


def _instruments() -> _Instruments | None:
    api = _api(_METRICS)
    return None if api is None else _instruments_of(api.get_meter_provider())


@lru_cache(maxsize=4)
def _instruments_of(provider: Any) -> _Instruments:
    return _Instruments(provider)
