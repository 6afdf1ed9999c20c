"""Project types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, SortDirection

__all__ = [
    "Project",
    "ProjectChangeType",
    "ProjectChangedNotification",
    "ProjectCreateParams",
    "ProjectCreateResponse",
    "ProjectDeleteParams",
    "ProjectDeleteResponse",
    "ProjectImportParams",
    "ProjectImportResponse",
    "ProjectListParams",
    "ProjectListResponse",
    "ProjectMoveParams",
    "ProjectMoveResponse",
    "ProjectReadParams",
    "ProjectReadResponse",
    "ProjectRoot",
    "ProjectSortKey",
    "ProjectUpdateParams",
    "ProjectUpdateResponse",
]


class ProjectChangeType(OpenEnum):
    """An open enum, used by `ProjectChangedNotification`."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"


class ProjectSortKey(OpenEnum):
    """An open enum, used by `ProjectListParams`."""

    POSITION = "position"
    RECENCY_AT = "recencyAt"


class Project(WireModel):
    """An object, used by `ProjectCreateResponse` and 4 more."""

    created_at: int = wire("createdAt", format="int64")
    id: str = wire("id")
    metadata: dict[str, str] = wire("metadata")
    name: str = wire("name")
    position: int = wire("position", format="int64")
    roots: list[ProjectRoot] = wire("roots")
    updated_at: int = wire("updatedAt", format="int64")
    recency_at: int | None = wire("recencyAt", default=None, format="int64")


class ProjectChangedNotification(WireModel):
    """Payload of the `project/changed` notification."""

    change_type: ProjectChangeType = wire("changeType")
    project_id: str = wire("projectId")


class ProjectCreateParams(WireModel):
    """Params of `project/create`."""

    idempotency_key: str = wire("idempotencyKey")
    name: str = wire("name")
    roots: list[ProjectRoot] = wire("roots")
    metadata: dict[str, str] | None | Omitted = wire("metadata", default=OMITTED)


class ProjectCreateResponse(WireModel):
    """Result of `project/create`."""

    project: Project = wire("project")


class ProjectDeleteParams(WireModel):
    """Params of `project/delete`."""

    project_id: str = wire("projectId")


class ProjectDeleteResponse(WireModel):
    """Result of `project/delete`."""


class ProjectImportParams(WireModel):
    """Params of `project/import`."""

    idempotency_key: str = wire("idempotencyKey")
    name: str = wire("name")
    roots: list[ProjectRoot] = wire("roots")
    metadata: dict[str, str] | None | Omitted = wire("metadata", default=OMITTED)
    threads: list[str] | None | Omitted = wire("threads", default=OMITTED)


class ProjectImportResponse(WireModel):
    """Result of `project/import`."""

    project: Project = wire("project")


class ProjectListParams(WireModel):
    """Params of `project/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)
    sort_key: ProjectSortKey | None | Omitted = wire("sortKey", default=OMITTED)


class ProjectListResponse(WireModel):
    """Result of `project/list`."""

    data: list[Project] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ProjectMoveParams(WireModel):
    """Params of `project/move`."""

    project_id: str = wire("projectId")
    before_project_id: str | None | Omitted = wire("beforeProjectId", default=OMITTED)


class ProjectMoveResponse(WireModel):
    """Result of `project/move`."""


class ProjectReadParams(WireModel):
    """Params of `project/read`."""

    project_id: str = wire("projectId")


class ProjectReadResponse(WireModel):
    """Result of `project/read`."""

    project: Project = wire("project")


class ProjectRoot(WireModel):
    """An object, used by `Project` and 3 more."""

    path: AbsolutePathBuf = wire("path")


class ProjectUpdateParams(WireModel):
    """Params of `project/update`."""

    project_id: str = wire("projectId")
    metadata: dict[str, str] | None | Omitted = wire("metadata", default=OMITTED)
    name: str | None | Omitted = wire("name", default=OMITTED)
    roots: list[ProjectRoot] | None | Omitted = wire("roots", default=OMITTED)


class ProjectUpdateResponse(WireModel):
    """Result of `project/update`."""

    project: Project = wire("project")
