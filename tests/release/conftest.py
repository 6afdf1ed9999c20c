"""Builds the release files once for the tests of a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from staging import stage_sdk

from trio_codex._version import __version__


@pytest.fixture(scope="session")
def staged_sdk(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel and the sdist of the pinned version."""
    return stage_sdk(__version__, tmp_path_factory.mktemp("sdk"))


@pytest.fixture
def stub_codex(tmp_path: Path) -> Callable[..., Path]:
    """Make a small program that states a version and stands in for the runtime's binary."""

    def make(version: str = "9.9.9", folder: str = "build/bin") -> Path:
        binary = tmp_path / folder / "codex"
        binary.parent.mkdir(parents=True, exist_ok=True)
        binary.write_text(f"#!/bin/sh\necho codex-cli {version}\n", encoding="utf-8")
        binary.chmod(0o755)
        return binary

    return make
