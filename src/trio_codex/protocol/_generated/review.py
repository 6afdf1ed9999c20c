"""Review types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .turn import Turn

__all__ = [
    "BaseBranchReviewTarget",
    "CommitReviewTarget",
    "CustomReviewTarget",
    "ReviewDelivery",
    "ReviewStartParams",
    "ReviewStartResponse",
    "ReviewTarget",
    "UncommittedChangesReviewTarget",
]


class ReviewDelivery(OpenEnum):
    """An open enum, used by `ReviewStartParams`."""

    INLINE = "inline"
    DETACHED = "detached"


class BaseBranchReviewTarget(WireModel):
    """One shape of `ReviewTarget`, tagged `baseBranch`."""

    type: Literal["baseBranch"] = wire("type", default="baseBranch")
    branch: str = wire("branch")


class CommitReviewTarget(WireModel):
    """One shape of `ReviewTarget`, tagged `commit`."""

    type: Literal["commit"] = wire("type", default="commit")
    sha: str = wire("sha")
    title: str | None | Omitted = wire("title", default=OMITTED)


class CustomReviewTarget(WireModel):
    """One shape of `ReviewTarget`, tagged `custom`."""

    type: Literal["custom"] = wire("type", default="custom")
    instructions: str = wire("instructions")


class ReviewStartParams(WireModel):
    """Params of `review/start`."""

    target: ReviewTarget = wire("target")
    thread_id: str = wire("threadId")
    delivery: ReviewDelivery | None | Omitted = wire("delivery", default=OMITTED)


class ReviewStartResponse(WireModel):
    """Result of `review/start`."""

    review_thread_id: str = wire("reviewThreadId")
    turn: Turn = wire("turn")


class UncommittedChangesReviewTarget(WireModel):
    """One shape of `ReviewTarget`, tagged `uncommittedChanges`."""

    type: Literal["uncommittedChanges"] = wire("type", default="uncommittedChanges")


ReviewTarget: TypeAlias = (
    UncommittedChangesReviewTarget
    | BaseBranchReviewTarget
    | CommitReviewTarget
    | CustomReviewTarget
    | UnknownVariant
)
"""A union, used by `ReviewStartParams`."""
