"""Threads that meet a type for the first time at once do not get into each other's way."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.protocol.samples import TYPE_NAMES, smallest
from trio_codex.protocol._nodes import ModelNode, Node
from trio_codex.protocol._registry import registry
from trio_codex.protocol._structure import StructureCompiler


def test_two_threads_meeting_new_types_at_once_do_not_mix_them_up() -> None:
    names = [name for name in TYPE_NAMES if isinstance(registry.named(name), ModelNode)]
    compiler = StructureCompiler()
    samples = {name: smallest(name) for name in names}

    def decode(order: list[str]) -> bool:
        made = (compiler.function(registry.named(name))(samples[name]) for name in order)
        return all(type(value).__name__ == name for value, name in zip(made, order, strict=True))

    orders = [names, names[::-1], names[1::2] + names[::2], names]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(decode, orders))
    finally:
        sys.setswitchinterval(interval)


def test_a_name_is_known_only_once_something_stands_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiler = StructureCompiler()
    make_stub = compiler._stub

    def stub(node: Node, name: str) -> Callable[[Any], Any]:
        monkeypatch.undo()
        # What another thread would meet at this moment.
        assert compiler._name_of(node) in compiler._names
        return make_stub(node, name)

    monkeypatch.setattr(compiler, "_stub", stub)
    made = compiler.function(registry.named("InputTextContentItem"))(
        smallest("InputTextContentItem")
    )
    assert type(made).__name__ == "InputTextContentItem"
