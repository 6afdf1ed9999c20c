"""A fake server for every test of the engine."""

from __future__ import annotations

import pytest

from trio_codex.testing import FakeAppServer


@pytest.fixture
def fake() -> FakeAppServer:
    return FakeAppServer()
