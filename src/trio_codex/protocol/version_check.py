"""Version check: what in a request a runtime of one version does not support.

A runtime ignores unknown keys, so an option that it is too old for would have no effect and raise
no error. `_generated/_since.py` has the first version that supports each method, key, enum value
and variant; it is imported only for a runtime that is not the pinned one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from ._generated._since import METHODS, OLDEST, PARAMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._model import JsonValue

__all__ = ["TooNew", "VersionCheck", "version_key"]

_Key: TypeAlias = tuple[tuple[int, ...], bool, tuple[tuple[int, str], ...]]

_NO_VERSION: Final[_Key] = ((), False, ())
_VERSION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?\Z")
_STEP: Final = re.compile(r"\.[^.\[{<=]+|\[\]|\{\}|<[^>]+>|=.*")


class TooNew(NamedTuple):
    """Something that a runtime does not support.

    `path` is where it stands in the params, empty for the method itself; `value` is an enum value
    that is too new where its key is not; `since` is the first version that supports it.
    """

    path: str
    value: str | None
    since: str


def version_key(version: str | None) -> _Key | None:
    """The sort key of a version, by the rules of semantic versions; `None` if it is not one."""
    match = _VERSION.match(version or "")
    if match is None:
        return None
    label = match[4] or ""
    parts = tuple((int(part), "") if part.isdigit() else (-1, part) for part in label.split("."))
    return tuple(int(number) for number in match.group(1, 2, 3)), not label, parts


class _Place:
    """What is too new in the values at one place, and below it."""

    __slots__ = ("inside", "since", "values", "variants")

    def __init__(self) -> None:
        self.since: str | None = None
        self.values: dict[str, str] = {}
        # By step: ".key", "[]" for the items of a list, "{}" for the values of a map.
        self.inside: dict[str, _Place] = {}
        self.variants: dict[tuple[str, str], _Place] = {}

    def add(self, path: str, since: str) -> None:
        """Add a place below this one."""
        place = self
        for step in _STEP.findall(path):
            if step.startswith("="):
                place.values[step[1:]] = since
                return
            if step.startswith("<"):
                key, _, value = step[1:-1].partition("=")
                place = place.variants.setdefault((key, value), _Place())
            else:
                place = place.inside.setdefault(step, _Place())
        place.since = since

    def find(self, value: JsonValue, path: str) -> Iterator[TooNew]:
        """Find what is too new in a value."""
        if value is None:
            # A runtime without the field has no value for it either.
            return
        if self.since is not None:
            yield TooNew(path, None, self.since)
        elif isinstance(value, str):
            if value in self.values:
                yield TooNew(path, value, self.values[value])
        elif isinstance(value, list):
            if "[]" in self.inside:
                for index, item in enumerate(value):
                    yield from self.inside["[]"].find(item, f"{path}[{index}]")
        elif isinstance(value, dict):
            yield from self._find_in_object(value, path)

    def _find_in_object(self, value: dict[str, JsonValue], path: str) -> Iterator[TooNew]:
        each = self.inside.get("{}")
        for key, item in value.items():
            place = self.inside.get(f".{key}", each)
            if place is not None:
                yield from place.find(item, f"{path}.{key}")
        for (tag, expected), variant in self.variants.items():
            if value.get(tag) == expected:
                yield from variant.find(value, path)


@final
class VersionCheck:
    """The methods and params that a runtime of one version does not support."""

    def __init__(self, version: str | None) -> None:
        """Makes the check of a version.

        Args:
            version: the version of the runtime. An unknown one, and one older than all in the
                table, counts as the oldest in the table.
        """
        key = version_key(version) or version_key(OLDEST) or _NO_VERSION
        self._newer = {since for since in _versions() if (version_key(since) or key) > key}
        self._places: dict[str, _Place] = {}

    def find(self, method: str, params: JsonValue) -> TooNew | None:
        """Find the first thing in a request that the runtime does not support."""
        since = METHODS.get(method)
        if since in self._newer:
            return TooNew("", None, since)
        if method not in PARAMS:
            return None
        if method not in self._places:
            self._places[method] = self._too_new(PARAMS[method])
        return next(self._places[method].find(params, "$"), None)

    def _too_new(self, places: dict[str, str]) -> _Place:
        root = _Place()
        for path, since in places.items():
            if since in self._newer:
                root.add(path, since)
        return root


def _versions() -> set[str]:
    return {*METHODS.values(), *(since for places in PARAMS.values() for since in places.values())}
