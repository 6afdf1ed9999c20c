"""The first version of each thing: two neighbouring schemas compared, from the oldest upwards."""

from __future__ import annotations

import json
from pathlib import Path

from .history import History, version_key
from .ir import Schema, SchemaError
from .load import flatten
from .patches import is_required
from .places import param_places
from .replies import Comparison, compare_replies

__all__ = ["cut_back", "extend", "history_of", "read_bundles"]


def history_of(bundles: dict[str, dict[str, Schema]]) -> History:
    """Compute the history of several versions from their flattened experimental bundles."""
    oldest, *later = sorted(bundles, key=version_key)
    history = History((oldest,))
    for version in later:
        history = extend(history, version, bundles[history.versions[-1]], bundles[version])
    return history


def extend(
    history: History, version: str, old: dict[str, Schema], new: dict[str, Schema]
) -> History:
    """Add a version to a history.

    Args:
        history: The history up to the version before.
        version: The version that is added.
        old: The definitions of the history's newest version.
        new: The definitions of the version that is added.

    Raises:
        SchemaError: The version is not newer than all others.
    """
    if version_key(version) <= version_key(history.versions[-1]):
        raise SchemaError(f"{version} is not newer than {history.versions[-1]}")
    comparison = compare_replies(new, old)
    methods, params = _since(history, version, comparison, old, new)
    optional = _optional(history, version, comparison)
    return History((*history.versions, version), methods, params, optional)


def cut_back(history: History, version: str, defs: dict[str, Schema]) -> History:
    """Remove what is newer than a version from a history, as if it were the newest.

    What newer versions no longer have is not in the history, so it stays unlisted. Extending the
    result by the same versions gives the same history again.

    Args:
        history: The history.
        version: The version that becomes the newest.
        defs: The definitions of that version.

    Raises:
        SchemaError: The version is not in the history.
    """
    if version not in history.versions:
        raise SchemaError(
            f"{version} is neither newer than {history.versions[-1]} nor in history.json"
        )
    newest = version_key(version)

    def older(entries: dict[str, str]) -> dict[str, str]:
        return {key: since for key, since in entries.items() if version_key(since) <= newest}

    params = {method: older(places) for method, places in history.params.items()}
    return History(
        history.versions[: history.versions.index(version) + 1],
        older(history.methods),
        {method: places for method, places in params.items() if places},
        {
            place: since
            for place, since in older(history.optional).items()
            if is_required(defs, place)
        },
    )


def _since(
    history: History,
    version: str,
    comparison: Comparison,
    old: dict[str, Schema],
    new: dict[str, Schema],
) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    before, now = param_places(old), param_places(new)
    methods: dict[str, str] = {}
    params: dict[str, dict[str, str]] = {}
    for method, places in sorted(now.items()):
        # A method whose older results cannot be read is of no use with the older version.
        if method not in before or method in comparison.unreadable:
            methods[method] = version
            continue
        if method in history.methods:
            methods[method] = history.methods[method]
        known = history.params.get(method, {})
        kept = {path: known[path] for path in places.known if path in known}
        added = {path: version for path in places.known if not before[method].allow(path)}
        if kept or added:
            params[method] = dict(sorted({**kept, **added}.items()))
    return methods, params


def _optional(history: History, version: str, comparison: Comparison) -> dict[str, str]:
    optional: dict[str, str] = {}
    for place, former in sorted(comparison.fields.items()):
        if None in former:
            optional[place] = version
            continue
        since = [history.optional[name] for name in former if name in history.optional]
        if since:
            optional[place] = max(since, key=version_key)
    return optional


def read_bundles(directory: Path) -> dict[str, dict[str, Schema]]:
    """Read the experimental bundles of several versions: one file `VERSION.json` for each."""
    return {
        path.stem: flatten(json.loads(path.read_text(encoding="utf-8")))
        for path in directory.glob("*.json")
    }
