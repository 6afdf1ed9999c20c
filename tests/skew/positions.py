"""Payloads of a newer server: an unknown key, value or variant in each position in turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.protocol.samples import fullest
from trio_codex import protocol
from trio_codex.protocol.methods import METHODS, MethodSpec
from trio_codex.testing.strategies import NearMiss
from trio_codex.testing.strategies.misses import sites, turned

NOTIFICATIONS = [spec for spec in METHODS.values() if spec.direction == "server_notification"]
QUESTIONS = [spec for spec in METHODS.values() if spec.direction == "server_request"]
CALLS = [spec for spec in METHODS.values() if spec.direction == "client_request"]


class Skewed(NamedTuple):
    """A payload and the one thing in it that the schema does not know."""

    raw: Any
    news: NearMiss


def received_types() -> dict[str, str]:
    """The type of everything the server sends, and where: by method."""
    found = {spec.method: spec.params_name for spec in [*NOTIFICATIONS, *QUESTIONS]}
    found |= {f"the result of {spec.method}": spec.result_name for spec in CALLS}
    return {method: name for method, name in found.items() if name is not None}


def skewed(name: str) -> Iterator[Skewed]:
    """A type's fullest payloads with an unknown key, enum value or variant in each place."""
    cls = getattr(protocol, name)
    for sample in fullest(name):
        for site in sites(cls, sample, ()):
            if site.kind in ("unknown_tag", "unknown_value", "extra_key"):
                news = turned(sample, site)
                yield Skewed(news.json, news)


def payload_of(spec: MethodSpec, raw: Any) -> dict[str, Any]:
    """A notification as it comes over the wire."""
    return {"method": spec.method, "params": raw, "emittedAtMs": 1_790_000_000_000}
