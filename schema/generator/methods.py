"""Compiler of the method table: types, stability and routing keys from the envelope definitions."""

from __future__ import annotations

from .ir import ClassDef, Definition, Field, Method, Schema, SchemaError, UnionDef
from .load import ENVELOPES, Contract

__all__ = ["ROUTING_KEYS", "compile_methods", "result_name"]

# The schema does not say which response belongs to a request. `XParams` goes with `XResponse`;
# these are the methods without params of their own, or with a response of another name.
_RESULTS = {
    "account/gatewayOAuth/cancel": "GatewayOAuthCancelResponse",
    "account/gatewayOAuth/login": "GatewayOAuthLoginResponse",
    "account/gatewayOAuth/read": "GatewayOAuthReadResponse",
    "account/logout": "LogoutAccountResponse",
    "account/workspaceMessages/read": "GetWorkspaceMessagesResponse",
    "config/batchWrite": "ConfigWriteResponse",
    "config/mcpServer/reload": "McpServerRefreshResponse",
    "config/value/write": "ConfigWriteResponse",
    "configRequirements/read": "ConfigRequirementsReadResponse",
    "externalAgentConfig/import/readHistories": "ExternalAgentConfigImportHistoriesReadResponse",
    "memory/reset": "MemoryResetResponse",
    "remoteControl/status/read": "RemoteControlStatusReadResponse",
    "rollout/compress": "RolloutCompressResponse",
    "windowsSandbox/readiness": "WindowsSandboxReadinessResponse",
}

# Routing key -> the places it can stand in, with the type an enclosing object must have.
ROUTING_KEYS: dict[str, tuple[tuple[tuple[str, ...], str | None], ...]] = {
    "thread_key": (
        (("threadId",), None),
        (("thread", "id"), "Thread"),
        (("conversationId",), None),
    ),
    "turn_key": ((("turnId",), None), (("turn", "id"), "Turn")),
    "login_key": ((("loginId",), None),),
    "item_key": ((("itemId",), None), (("item", "id"), "ThreadItem")),
    "call_key": ((("callId",), None),),
}


def compile_methods(contract: Contract, types: dict[str, Definition]) -> dict[str, Method]:
    """Compile all methods, sorted by name.

    Raises:
        SchemaError: A request has no known response, or two methods share a name.
    """
    methods: dict[str, Method] = {}
    unused = set(_RESULTS)
    for envelope, direction in ENVELOPES.items():
        for variant in contract.defs[envelope]["oneOf"]:
            method = _method(contract, types, variant, direction)
            if method.name in methods:
                raise SchemaError(f"{method.name} is two methods")
            methods[method.name] = method
            unused.discard(method.name)
    if unused:
        raise SchemaError(f"responses are named for unknown methods: {sorted(unused)}")
    return dict(sorted(methods.items()))


def _method(
    contract: Contract, types: dict[str, Definition], variant: Schema, direction: str
) -> Method:
    name = variant["properties"]["method"]["enum"][0]
    params, nullable = _params(variant["properties"].get("params", {"type": "null"}))
    experimental = name in contract.experimental_methods
    return Method(
        name=name,
        direction=direction,
        params=params,
        result=_result(name, params, types) if direction.endswith("request") else None,
        params_optional=nullable or "params" not in variant["required"],
        experimental=experimental,
        experimental_fields=tuple(
            sorted(contract.experimental_fields.get(params or "", ())) if not experimental else ()
        ),
        keys=_routing_keys(params, types),
    )


def _params(schema: Schema) -> tuple[str | None, bool]:
    """Give the params type and whether `null` may stand for it."""
    if schema.get("type") == "null":
        return None, True
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2], False
    refs = [option["$ref"] for option in schema.get("anyOf", []) if "$ref" in option]
    if len(refs) != 1 or {"type": "null"} not in schema["anyOf"]:
        raise SchemaError(f"params of an unknown form: {schema}")
    return refs[0].rpartition("/")[2], True


def result_name(method: str, params: str | None) -> str:
    """Name the response of a request, by the name of its params."""
    return _RESULTS.get(method) or f"{(params or '').removesuffix('Params')}Response"


def _result(name: str, params: str | None, types: dict[str, Definition]) -> str:
    result = result_name(name, params)
    if result not in types:
        raise SchemaError(f"no response is known for {name} (not {result})")
    return result


def _routing_keys(params: str | None, types: dict[str, Definition]) -> dict[str, tuple[str, ...]]:
    fields = _common_fields(types[params], types) if params is not None else {}
    keys: dict[str, tuple[str, ...]] = {}
    for key, places in ROUTING_KEYS.items():
        for path, owner in places:
            field = fields.get(path[0])
            if field is not None and (owner is None or field.expr.text == owner):
                keys[key] = path
                break
    return keys


def _common_fields(definition: Definition, types: dict[str, Definition]) -> dict[str, Field]:
    """The fields of a class, or those all members of a union have."""
    if isinstance(definition, ClassDef):
        return {field.wire: field for field in definition.fields}
    if not isinstance(definition, UnionDef):
        return {}
    members = [_common_fields(types[m.text], types) for m in definition.members if m.text in types]
    shared = set.intersection(*(set(member) for member in members))
    return {wire: members[0][wire] for wire in sorted(shared)}
