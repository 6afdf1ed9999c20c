"""Reviews on the real runtime: findings from JSON and from text, and what cannot be reviewed."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.runtime.helpers import collect, held
from trio_codex import (
    AsyncCodex,
    Codex,
    InvalidArgumentError,
    InvalidRequestError,
    TurnFailedError,
)
from trio_codex.protocol import BaseBranchReviewTarget, CommitReviewTarget
from trio_codex.testing import ModelServer, isolated_config, model_items
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AppServerConfig, AsyncThread


@pytest.fixture
def repository(config: AppServerConfig) -> Path:
    assert config.cwd is not None
    path = Path(config.cwd)
    subprocess.run(["git", "init", "-q"], cwd=path, check=True)
    (path / "a.py").write_text("x = 1\n")
    return path


def findings(path: Path) -> Any:
    first = model_items.finding("Wrong", path / "a.py", (1, 2), body="Because.\nReally.")
    return model_items.findings(first, explanation="Not good.", confidence=0.5)


@pytest.mark.requirement("review/findings")
@pytest.mark.parametrize("raw", [True, False])
async def test_a_review_has_typed_findings(
    model: ModelServer, codex: AsyncCodex, repository: Path, raw: bool
) -> None:
    thread = await codex.thread_start(experimental_raw_events=raw or None)
    model.reply_items(findings(repository))
    async with thread.review() as review:
        events = await collect(review.stream())
        result = await review.run()
    assert events[-1].method == "turn/completed"
    (finding,) = result.findings
    assert finding.source == ("json" if raw else "text")
    assert (finding.title, finding.priority) == ("Wrong", 1)
    assert finding.path == str(repository / "a.py") and finding.line_range == (1, 2)
    assert finding.body == "Because.\nReally." and finding.confidence == (0.9 if raw else None)
    assert result.explanation == "Not good."
    assert (result.correctness, result.confidence) == (
        ("patch is incorrect", 0.5) if raw else (None, None)
    )
    assert result.turn.status == TurnStatus.COMPLETED and result.turn.id == review.id
    assert held(codex) == {}


async def test_each_target_reaches_the_reviewer(
    model: ModelServer, codex: AsyncCodex, repository: Path
) -> None:
    thread = await codex.thread_start()
    for target, expected in (
        (None, "staged, unstaged, and untracked"),
        (BaseBranchReviewTarget(branch="main"), "base branch 'main'"),
        (CommitReviewTarget(sha="abcdef0"), "commit abcdef0"),
        ("Review a.py alone.", "Review a.py alone."),
    ):
        model.reply_items(model_items.findings())
        result = await (await thread.review(target)).run()
        assert result.findings == [] and result.explanation == "That is all."
        assert expected in model.requests[-1].last_user_text
    model.reply_items(model_items.findings())
    fork = await codex.thread_fork(thread.id)
    assert (await (await fork.review("Look.")).run()).turn.status == TurnStatus.COMPLETED


@pytest.mark.requirement("review/refused")
async def test_what_cannot_be_reviewed_is_refused_before_it_starts(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread, repository: Path
) -> None:
    for target, key in (
        (" ", "instructions"),
        (BaseBranchReviewTarget(branch=""), "branch"),
        (CommitReviewTarget(sha=""), "sha"),
    ):
        with pytest.raises(InvalidArgumentError, match=f"target needs a non-empty {key}"):
            await thread.review(target)
    with pytest.raises(InvalidRequestError, match=r"detached review; use delivery='inline'"):
        await thread.review("Look.", delivery="detached")
    (repository / ".git" / "HEAD").unlink()
    with pytest.raises(InvalidArgumentError, match=r"is in no Git repository; start the thread"):
        await thread.review()
    assert model.requests == [] and held(codex) == {}


async def test_a_review_that_is_left_is_interrupted(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply("long", gate=model.gate())
    async with thread.review("Look.") as review:
        async for event in review.stream():
            if event.method == "item/started" and "agentMessage" in str(event.params):
                break  # the reviewer's model answers
    result = await review.run()
    assert result.turn.status == TurnStatus.INTERRUPTED and result.findings == []
    model.fail(400)
    with pytest.raises(TurnFailedError):
        await (await thread.review("Look.")).run()
    assert held(codex) == {}


def test_a_blocking_review_is_the_same(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model, Codex(isolated_config(model, home=tmp_path)) as codex:
        thread = codex.thread_start()
        model.reply_items(findings(tmp_path))
        with thread.review("Look.") as review:
            assert [event.method for event in review.stream()][-1] == "turn/completed"
            assert review.turn.id == review.id
            assert [finding.title for finding in review.run().findings] == ["Wrong"]
