"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import project as t

new_Project = blank(globals(), "Project")


def read_Project(v):
    o = new_Project()
    if type(x := v["createdAt"]) is not int:
        raise Unfit
    o.created_at = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["metadata"]) is not dict:
        raise Unfit
    for y in x.values():
        if type(y) is not str:
            raise Unfit
    o.metadata = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["position"]) is not int:
        raise Unfit
    o.position = x
    if type(x := v["roots"]) is not list:
        raise Unfit
    o.roots = [read_ProjectRoot(y) for y in x]
    if type(x := v["updatedAt"]) is not int:
        raise Unfit
    o.updated_at = x
    if (x := v.get("recencyAt")) is not None and type(x) is not int:
        raise Unfit
    o.recency_at = x
    o.__class__ = t.Project
    return o


read_ProjectChangeType = Members(t.ProjectChangeType).__getitem__
new_ProjectChangedNotification = blank(globals(), "ProjectChangedNotification")


def read_ProjectChangedNotification(v):
    o = new_ProjectChangedNotification()
    o.change_type = read_ProjectChangeType(v["changeType"])
    if type(x := v["projectId"]) is not str:
        raise Unfit
    o.project_id = x
    o.__class__ = t.ProjectChangedNotification
    return o


new_ProjectCreateResponse = blank(globals(), "ProjectCreateResponse")


def read_ProjectCreateResponse(v):
    o = new_ProjectCreateResponse()
    o.project = read_Project(v["project"])
    o.__class__ = t.ProjectCreateResponse
    return o


new_ProjectDeleteResponse = blank(globals(), "ProjectDeleteResponse")


def read_ProjectDeleteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProjectDeleteResponse()
    o.__class__ = t.ProjectDeleteResponse
    return o


new_ProjectImportResponse = blank(globals(), "ProjectImportResponse")


def read_ProjectImportResponse(v):
    o = new_ProjectImportResponse()
    o.project = read_Project(v["project"])
    o.__class__ = t.ProjectImportResponse
    return o


new_ProjectListResponse = blank(globals(), "ProjectListResponse")


def read_ProjectListResponse(v):
    o = new_ProjectListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_Project(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ProjectListResponse
    return o


new_ProjectMoveResponse = blank(globals(), "ProjectMoveResponse")


def read_ProjectMoveResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProjectMoveResponse()
    o.__class__ = t.ProjectMoveResponse
    return o


new_ProjectReadResponse = blank(globals(), "ProjectReadResponse")


def read_ProjectReadResponse(v):
    o = new_ProjectReadResponse()
    o.project = read_Project(v["project"])
    o.__class__ = t.ProjectReadResponse
    return o


new_ProjectRoot = blank(globals(), "ProjectRoot")


def read_ProjectRoot(v):
    o = new_ProjectRoot()
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ProjectRoot
    return o


new_ProjectUpdateResponse = blank(globals(), "ProjectUpdateResponse")


def read_ProjectUpdateResponse(v):
    o = new_ProjectUpdateResponse()
    o.project = read_Project(v["project"])
    o.__class__ = t.ProjectUpdateResponse
    return o
