"""Export of the runtime's own telemetry: the settings of its OpenTelemetry exporters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, final

import attrs

from ._hints import exported
from ._near import did_you_mean
from ._redaction import redacted
from .errors import InvalidArgumentError

if TYPE_CHECKING:
    from ._config import ConfigOverride

__all__ = ["OtelExport"]

_HTTP: Final = {"http/protobuf": "binary", "http/json": "json"}
_PROTOCOLS: Final = (*_HTTP, "grpc")
# The settings of the exporters: the field here, the runtime's setting, and the path over HTTP.
_SIGNALS: Final = (
    ("traces", "trace_exporter", "/v1/traces"),
    ("metrics", "metrics_exporter", "/v1/metrics"),
    ("logs", "exporter", "/v1/logs"),
)


def _url(_: object, field: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise InvalidArgumentError(
            f"{field.name} must be a URL such as 'http://127.0.0.1:4318', not {value!r:.80}"
        )


def _protocol(_: object, field: attrs.Attribute[str], value: str) -> None:
    if value not in _PROTOCOLS:
        choices = ", ".join(map(repr, _PROTOCOLS))
        hint = did_you_mean(value, _PROTOCOLS) if isinstance(value, str) else ""
        raise InvalidArgumentError(f"{field.name} must be one of {choices}, not {value!r}{hint}")


def _flag(_: object, field: attrs.Attribute[bool], value: bool) -> None:
    if not isinstance(value, bool):
        raise InvalidArgumentError(f"{field.name} must be True or False, not {value!r:.80}")


def _strings(_: object, field: attrs.Attribute[Any], value: object) -> None:
    # Without the value: a header may be a secret.
    if not isinstance(value, Mapping) or not all(
        isinstance(text, str) for item in value.items() for text in item
    ):
        raise InvalidArgumentError(f"{field.name} must be a mapping of str to str")


def _frozen(value: Mapping[str, str] | None) -> Any:
    if value is None:
        return MappingProxyType({})
    return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value


@final
@attrs.frozen(kw_only=True)
class OtelExport:
    """Where the runtime exports its own spans, metrics and log events, as OTLP.

    They are sent by the runtime's process. With the spans of this package, which the program's own
    OpenTelemetry SDK exports, they make one trace. The runtime's command line shows the settings,
    also the headers; use `OtelExport` only where that is acceptable.

    Attributes:
        endpoint: base URL of the collector, such as `http://127.0.0.1:4318`; over HTTP the path
            `/v1/traces`, `/v1/metrics` or `/v1/logs` is appended.
        protocol: `http/protobuf` (default), `http/json` or `grpc`.
        headers: headers of each export, such as an API key; `repr` hides their values.
        traces: whether spans are exported; default: yes.
        metrics: whether metrics are exported; default: yes.
        logs: whether log events are exported; default: no, because they hold the arguments and
            the output of tools.
        span_attributes: attributes that every span of the runtime gets, such as the id of a run.
    """

    endpoint: str = attrs.field(validator=_url)
    protocol: Literal["http/protobuf", "http/json", "grpc"] = attrs.field(
        default="http/protobuf", validator=_protocol
    )
    headers: Mapping[str, str] = attrs.field(
        default=None,
        converter=_frozen,
        validator=_strings,
        repr=lambda it: repr(redacted(it, secret=True)),
    )
    traces: bool = attrs.field(default=True, validator=_flag)
    metrics: bool = attrs.field(default=True, validator=_flag)
    logs: bool = attrs.field(default=False, validator=_flag)
    span_attributes: Mapping[str, str] = attrs.field(
        default=None, converter=_frozen, validator=_strings
    )

    def __reduce__(self) -> tuple[object, ...]:
        # Made again from plain values: a read-only mapping can be neither copied nor pickled.
        fields = attrs.asdict(self, recurse=False)
        for name in ("headers", "span_attributes"):
            fields[name] = dict(fields[name])
        return _remade, (fields,)

    def settings(self) -> dict[str, ConfigOverride]:
        """Returns the runtime's settings, as for `AppServerConfig.config_overrides`."""
        chosen = {
            f"otel.{setting}": self._exporter(path)
            for field, setting, path in _SIGNALS
            if getattr(self, field)
        }
        if self.span_attributes:
            chosen["otel.span_attributes"] = dict(self.span_attributes)
        return chosen

    def _exporter(self, path: str) -> ConfigOverride:
        http = _HTTP.get(self.protocol)
        endpoint = self.endpoint if http is None else self.endpoint.rstrip("/") + path
        exporter: dict[str, ConfigOverride] = {"endpoint": endpoint}
        if http is not None:
            exporter["protocol"] = http
        if self.headers:
            exporter["headers"] = dict(self.headers)
        return {"otlp-grpc" if http is None else "otlp-http": exporter}


def _remade(fields: dict[str, Any]) -> OtelExport:
    return OtelExport(**fields)


exported("trio_codex", OtelExport)
