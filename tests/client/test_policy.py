"""Presets: each has its wire values for threads and turns, which the protocol types know."""

from __future__ import annotations

import pickle
from enum import Enum
from typing import Any

import pytest

from trio_codex import ApprovalMode, InvalidArgumentError, Sandbox
from trio_codex._client.policy import approval_params, sandbox_mode, sandbox_policy
from trio_codex.protocol import (
    ApprovalsReviewer,
    AskForApproval,
    SandboxMode,
    SandboxPolicy,
    UnknownVariant,
)
from trio_codex.protocol.converter import structure


@pytest.mark.parametrize("mode", ApprovalMode)
def test_every_approval_mode_has_known_wire_values(mode: ApprovalMode) -> None:
    params = approval_params(mode)
    policy: Any = structure(params["approvalPolicy"], AskForApproval)
    assert not isinstance(policy, UnknownVariant) and policy.is_known
    if "approvalsReviewer" in params:
        assert ApprovalsReviewer(params["approvalsReviewer"]).is_known


@pytest.mark.parametrize("sandbox", Sandbox)
def test_every_sandbox_has_a_known_mode_and_policy(sandbox: Sandbox) -> None:
    assert SandboxMode(sandbox_mode(sandbox)).is_known
    policy: object = structure(sandbox_policy(sandbox), SandboxPolicy)
    assert not isinstance(policy, UnknownVariant)


@pytest.mark.parametrize("preset", [ApprovalMode, Sandbox])
def test_lower_case_names_are_aliases_of_the_members(preset: type[Enum]) -> None:
    assert [member.name for member in preset] == [member.name.upper() for member in preset]
    for member in preset:
        alias = getattr(preset, member.name.lower())
        assert alias is member is preset[member.name.lower()]
        assert repr(alias) == f"<{preset.__name__}.{member.name}: {member.value!r}>"
        assert pickle.loads(pickle.dumps(alias)) is member


def test_without_a_mode_nothing_is_sent() -> None:
    assert approval_params(None) == {}


def test_each_call_gets_its_own_wire_values() -> None:
    approval_params(ApprovalMode.ASK)["approvalPolicy"] = "never"
    assert approval_params(ApprovalMode.ASK)["approvalPolicy"] == "on-request"


@pytest.mark.parametrize("wrong", ["deny_al", "never", True, 1, object()])
def test_a_wrong_preset_is_refused_with_the_choices(wrong: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"ApprovalMode\.ASK, ApprovalMode\.DENY_ALL"):
        approval_params(wrong)
    for shape in (sandbox_mode, sandbox_policy):
        with pytest.raises(InvalidArgumentError, match=r"Sandbox\.READ_ONLY, Sandbox\.WORKSPACE"):
            shape(wrong)


def test_a_preset_may_be_given_as_its_string() -> None:
    assert approval_params("ask") == approval_params(ApprovalMode.ASK)  # type: ignore[arg-type]
    for preset in Sandbox:
        assert sandbox_mode(preset.value) == sandbox_mode(preset)
        assert sandbox_policy(str(sandbox_mode(preset))) == sandbox_policy(preset)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="not 'read_only'; did you mean 'read-only'"):
        sandbox_mode("read_only")  # type: ignore[arg-type]
