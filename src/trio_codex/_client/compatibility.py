"""Version compatibility: refuses requests that the connected runtime is too old for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, final

from .._version import RUNTIME_VERSION
from ..errors import RuntimeVersionError
from ..protocol.methods import METHODS
from ..protocol.version_check import VersionCheck
from ._generated.option_names import OPTION_NAMES

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["Compatibility"]

# Wire keys that are made of an argument with another name, besides those of `OPTION_NAMES`.
_ARGUMENTS: Final = {"dynamicTools": "tools", "toolOutput": "ExternalMessage"}


@final
class Compatibility:
    """Checks requests to a runtime of another or unknown version."""

    def __init__(self, version: str | None) -> None:
        self._version = version
        self._newer = VersionCheck(version)

    def check(self, method: str, params: JsonValue) -> None:
        """Refuses a request that the runtime does not fully support.

        Raises:
            RuntimeVersionError: the method, a key, an enum value or a variant is too new.
        """
        found = self._newer.find(method, params)
        if found is None:
            return
        what = method
        if found.path:
            what = f"{method}: {found.path}{_option(method, found.path)}"
        if found.value is not None:
            what = f"{what} = {json.dumps(found.value)}"
        connected = f"is version {self._version}" if self._version else "reported no version"
        raise RuntimeVersionError(
            f"{what} needs runtime {found.since} or newer; the connected runtime {connected} and "
            "would ignore or refuse it, so nothing was sent. Connect to a newer runtime (this SDK "
            f"was made for {RUNTIME_VERSION}), {'leave it out, ' if found.path else ''}or set "
            'AppServerConfig(version_policy="ignore") to send such requests unchecked',
            expected=RUNTIME_VERSION,
            actual=self._version,
            needed=found.since,
        )


def _option(method: str, path: str) -> str:
    """Returns the Python option of the key that a path begins with, if its name differs."""
    import attrs

    key = path.removeprefix("$.").partition(".")[0].partition("[")[0]
    params = METHODS[method].params
    names = {
        field.metadata["wire"]: field.name
        for field in (attrs.fields(params) if isinstance(params, type) else ())
    }
    renamed = {**names, **_ARGUMENTS, **OPTION_NAMES.get(method, {})}
    name = renamed.get(key, key)
    return f" ({name})" if name != key else ""
