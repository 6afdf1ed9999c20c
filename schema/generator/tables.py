"""Text of the generated tables: index, unions, methods, versions, overloads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from .emit import Package
from .history import History
from .ir import Method, UnionDef
from .methods import ROUTING_KEYS

__all__ = [
    "exports_text",
    "index_text",
    "methods_text",
    "notifications_text",
    "overloads_text",
    "requests_text",
    "since_text",
    "unions_text",
]

_STEP = re.compile(r"\.[^.\[{<=]+|\[\]|\{\}|<[^>]+>|=.*")

_HEAD = '''"""{what}, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations
'''


def _head(what: str) -> str:
    return _HEAD.format(what=what)


def index_text(package: Package, experimental: frozenset[str]) -> str:
    """Write where each type is, and which types are special."""
    modules = {name: package.domains[name] for name in package.types}
    return f"""{_head("Index of the types: the module that defines each")}
__all__ = ["EXPERIMENTAL", "MODULES", "SENT_ONLY"]

MODULES: dict[str, str] = {json.dumps(modules)}

# Types that only the experimental schema defines.
EXPERIMENTAL: frozenset[str] = frozenset({json.dumps(sorted(experimental))})

# Types the server never sends: their optional fields can be left out or be null.
SENT_ONLY: frozenset[str] = frozenset({json.dumps(sorted(package.sent_only))})
"""


def unions_text(package: Package) -> str:
    """Write how the members of each union are told apart."""
    lines = []
    for name, union in package.types.items():
        if isinstance(union, UnionDef):
            parts = [f"tag={json.dumps(union.tag)}"] if union.tag else []
            parts += [f"variants={json.dumps(union.variants)}"] if union.variants else []
            parts += [f"keys={json.dumps(union.keys)}"] if union.keys else []
            if union.others:
                parts.append(f"others={tuple(other.full for other in union.others)!r}")
            lines.append(f"{json.dumps(name)}: UnionSpec({', '.join(parts)}),")
    body = "\n".join(lines)
    return f"""{_head("Unions: how the member of a value is told")}
from .._model import UnionSpec

__all__ = ["UNIONS"]

UNIONS: dict[str, UnionSpec] = {{
{body}
}}
"""


def methods_text(methods: dict[str, Method]) -> str:
    """Write the rows of `METHODS`: only what differs from a plain, stable message."""
    rows = "\n".join(_row(method) for method in methods.values())
    return f"""{_head("Methods: what the schema says about each")}
from typing import Final

from ..methods import MethodSpec

__all__ = ["ROWS"]

_CLIENT_REQUEST: Final = "client_request"
_SERVER_REQUEST: Final = "server_request"
_SERVER_NOTIFICATION: Final = "server_notification"
_CLIENT_NOTIFICATION: Final = "client_notification"

ROWS: tuple[MethodSpec, ...] = (
{rows}
)
"""


def _row(method: Method) -> str:
    parts = [json.dumps(method.name), f"_{method.direction.upper()}"]
    parts += [repr(method.params), repr(method.result)]
    if method.experimental:
        parts.append("experimental=True")
    if method.params_optional:
        parts.append("params_optional=True")
    if method.experimental_fields:
        parts.append(f"experimental_fields={method.experimental_fields!r}")
    parts += [f"{key}={method.keys[key]!r}" for key in ROUTING_KEYS if key in method.keys]
    return f"MethodSpec({', '.join(parts)}),"


def exports_text(package: Package) -> str:
    """Write the re-exports type checkers see instead of the lazy lookup."""
    by_domain: dict[str, list[str]] = {}
    for name in package.types:
        by_domain.setdefault(package.domains[name], []).append(name)
    blocks = [
        f"from .{domain} import (\n{''.join(f'{n} as {n},' for n in names)}\n)"
        for domain, names in sorted(by_domain.items())
    ]
    body = "\n".join(blocks)
    return f"""{_head("All generated types in one namespace, for type checkers")}
__all__: list[str] = {json.dumps(sorted(package.types))}

{body}
"""


def since_text(package: Package, history: History) -> str:
    """Write which runtime first supported what a client can send."""
    params = {
        method: {path: since for path, since in places.items() if not _is_implied(path, places)}
        for method, places in history.params.items()
    }
    oldest = history.versions[0] if history.versions else package.version
    return f"""{_head("First runtime version that supports what a client can send")}
__all__ = ["METHODS", "OLDEST", "PARAMS"]

# The oldest runtime in the history: what it supports is not listed.
OLDEST = {json.dumps(oldest)}

METHODS: dict[str, str] = {json.dumps(history.methods)}

# Method -> place in the params -> version: `.key`, `[]` an item, `{{}}` a value of a map, `=value`
# of an enum, `<key=value>` the object with this tag. Places inside of one just as new are left out.
PARAMS: dict[str, dict[str, str]] = {json.dumps(params)}
"""


def _is_implied(path: str, places: dict[str, str]) -> bool:
    """Whether a place is inside of one that is just as new."""
    steps: list[str] = _STEP.findall(path)
    for count in range(1, len(steps) + 1):
        outer = "".join(steps[:count])
        if outer.endswith(">"):
            before, _, tag = outer.removesuffix(">").rpartition("<")
            outer = f"{before}.{tag}"
        if outer != path and places.get(outer) == places[path]:
            return True
    return False


def requests_text() -> str:
    """Write the base classes of the clients; their overloads are large and for type checkers."""
    return f"""{_head("Requests: base classes that give each request method its types")}
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._overloads import AsyncRequests, BlockingRequests
else:
    # Base classes without members, which `help()` would show.
    AsyncRequests = BlockingRequests = object

__all__ = ["AsyncRequests", "BlockingRequests"]
"""


def overloads_text(package: Package, methods: dict[str, Method]) -> str:
    """Write the overloads that give each request method its types."""
    requests = [m for m in methods.values() if m.direction == "client_request"]
    used: dict[str, set[str]] = {}
    for method in requests:
        for name in (method.params, method.result):
            if name is not None:
                used.setdefault(package.domains[name], set()).add(name)
    imports = "\n".join(
        f"    from .{domain} import {', '.join(sorted(names))}"
        for domain, names in sorted(used.items())
    )
    return f"""{_head("Overloads: the params and result types of each request, for type checkers")}
# The last overload takes every method, so it overlaps with all others.
# mypy: disable-error-code="overload-overlap"

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal, overload

    from .._model import JsonValue
{imports}

__all__ = ["AsyncRequests", "BlockingRequests"]


{_overloads("AsyncRequests", "async def", requests)}

{_overloads("BlockingRequests", "def", requests)}
"""


def _overloads(name: str, define: str, requests: list[Method]) -> str:
    how = "Awaits" if define.startswith("async") else "Blocks on"
    lines = [f"class {name}:", f'    """{how} a request; nothing of it exists at run time."""\n']
    lines += ["    __slots__ = ()\n", "    if TYPE_CHECKING:\n"]
    for method in requests:
        mapping = "Mapping[str, JsonValue]"
        if method.params is None:
            params = "params: None = None"
        elif method.params_optional:
            params = f"params: {method.params} | {mapping} | None = None"
        else:
            params = f"params: {method.params} | {mapping}"
        literal = f"Literal[{json.dumps(method.name)}]"
        lines += [
            "        @overload",
            f"        {define} request(self, method: {literal}, {params}) -> {method.result}: ...",
        ]
    lines += [
        "        @overload",
        f"        {define} request(self, method: str, params: JsonValue = None) -> JsonValue: ...",
        f"        {define} request(self, method: str, params: object = None) -> object:",
        "            raise NotImplementedError",
    ]
    return "\n".join(lines)


def notifications_text(domains: Mapping[str, str], methods: dict[str, Method]) -> str:
    """Write the classes that tell type checkers which payload a notification's method has."""
    sent = [m for m in methods.values() if m.direction == "server_notification"]
    used: dict[str, set[str]] = {}
    for method in sent:
        if method.params is not None:
            used.setdefault(domains[method.params], set()).add(method.params)
    imports = "\n".join(
        f"    from ...protocol._generated.{domain} import {', '.join(sorted(names))}"
        for domain, names in sorted(used.items())
    )
    bare = any(method.params is None for method in sent)
    json_value = "    from ...protocol import JsonValue\n" if bare else ""
    names = {method.name: _class_name(method.name) for method in sent}
    classes = "\n\n".join(_notification(names[m.name], m.name, m.params) for m in sent)
    return f"""{_head("Notifications by method, for type checkers")}
from typing import TYPE_CHECKING

from ..notification import Notification

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

{json_value}{imports}

{classes}

    TypedNotification: TypeAlias = ({" | ".join(names.values())})
else:
    TypedNotification = Notification
"""


def _class_name(method: str) -> str:
    words = method.replace("/", "_").split("_")
    return "_" + "".join(word[0].upper() + word[1:] for word in words)


def _notification(name: str, method: str, params: str | None) -> str:
    return f"""    class {name}(Notification):
        \'\'\'The notification `{method}`.\'\'\'

        @property
        def method(self) -> Literal[{json.dumps(method)}]: ...
        @property
        def payload(self) -> {params or "JsonValue"}: ..."""
