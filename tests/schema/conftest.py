"""Fixtures: the pinned schema, compiled once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schema.generator.load import Contract, load_contract
from schema.generator.methods import compile_methods
from schema.generator.model import compile_contract

if TYPE_CHECKING:
    from schema.generator.ir import Definition, Method


@pytest.fixture(scope="session")
def contract() -> Contract:
    return load_contract()


@pytest.fixture(scope="session")
def types(contract: Contract) -> dict[str, Definition]:
    return compile_contract(contract)


@pytest.fixture(scope="session")
def methods(contract: Contract, types: dict[str, Definition]) -> dict[str, Method]:
    return compile_methods(contract, types)
