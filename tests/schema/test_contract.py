"""The merged contract: counts, stability and routing keys."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from schema.generator.ir import ClassDef, Definition, Method, SchemaError
from schema.generator.load import Contract, bundle_path, flatten, merge
from schema.generator.methods import ROUTING_KEYS, compile_methods
from tests.many_cases import in_one_case
from trio_codex import protocol
from trio_codex.protocol import METHODS
from trio_codex.protocol._generated._index import EXPERIMENTAL, MODULES, SENT_ONLY


@pytest.mark.version_bound
@pytest.mark.requirement("types/methods")
def test_every_method_of_the_runtime_is_there() -> None:
    assert Counter(spec.direction for spec in METHODS.values()) == {
        "client_request": 172,
        "server_request": 11,
        "server_notification": 85,
        "client_notification": 1,
    }
    assert sum(spec.experimental for spec in METHODS.values()) == 68


def _definitions(stability: str) -> set[str]:
    bundle = json.loads(bundle_path(stability).read_text(encoding="utf-8"))
    return set(bundle["definitions"]) - {"v2"} | set(bundle["definitions"]["v2"])


@pytest.mark.requirement("types/every-definition")
@pytest.mark.parametrize("stability", ["stable", "experimental"])
def test_every_definition_of_a_bundle_has_a_type(stability: str) -> None:
    assert not _definitions(stability) - MODULES.keys()


@pytest.mark.version_bound
def test_the_bundles_have_the_definitions_of_the_runtime() -> None:
    assert len(_definitions("stable")) == 734
    assert len(_definitions("experimental")) == 885


def test_every_name_of_the_namespace_is_a_type() -> None:
    assert len(set(protocol.__all__)) == len(protocol.__all__)
    for name in protocol.__all__:
        assert getattr(protocol, name) is not None
    assert set(protocol.__all__) <= set(dir(protocol))


def test_a_name_the_protocol_has_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'NoSuchType'"):
        protocol.NoSuchType  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.requirement("types/methods")
def test_the_methods_table_says_what_the_schema_says(methods: dict[str, Method]) -> None:
    assert METHODS.keys() == methods.keys()
    for name, spec in METHODS.items():
        method = methods[name]
        said = (spec.params_name, spec.result_name, spec.experimental, spec.params_optional)
        assert said == (
            method.params,
            method.result,
            method.experimental,
            method.params_optional,
        )
        assert spec.experimental_fields == method.experimental_fields
        keys = {key: getattr(spec, key) for key in ROUTING_KEYS}
        assert {key: path for key, path in keys.items() if path} == method.keys


@in_one_case(METHODS.values())
def test_every_method_names_types_that_exist(spec: protocol.MethodSpec) -> None:
    assert (spec.params is None) == (spec.params_name is None)
    assert (spec.result is None) == (not spec.direction.endswith("request"))


def test_every_response_belongs_to_a_method(types: dict[str, Definition]) -> None:
    results = {spec.result_name for spec in METHODS.values()}
    responses = {d.origin for d in types.values() if d.origin.endswith("Response")}

    assert responses - results == {"JSONRPCResponse"}


@pytest.mark.requirement("types/methods")
@pytest.mark.parametrize(
    ("method", "keys"),
    [
        ("turn/completed", {"thread_key": ("threadId",), "turn_key": ("turn", "id")}),
        ("thread/started", {"thread_key": ("thread", "id")}),
        ("account/login/completed", {"login_key": ("loginId",)}),
        ("account/login/cancel", {"login_key": ("loginId",)}),
        ("serverRequest/resolved", {"thread_key": ("threadId",)}),
        ("configWarning", {}),
        (
            "item/completed",
            {"thread_key": ("threadId",), "turn_key": ("turnId",), "item_key": ("item", "id")},
        ),
        (
            "item/agentMessage/delta",
            {"thread_key": ("threadId",), "turn_key": ("turnId",), "item_key": ("itemId",)},
        ),
        (
            "item/tool/call",
            {"thread_key": ("threadId",), "turn_key": ("turnId",), "call_key": ("callId",)},
        ),
        (
            "mcpServer/elicitation/request",
            {"thread_key": ("threadId",), "turn_key": ("turnId",)},
        ),
        ("applyPatchApproval", {"thread_key": ("conversationId",), "call_key": ("callId",)}),
        # The item of a realtime session is none of a thread's items.
        ("thread/realtime/item/completed", {"thread_key": ("threadId",)}),
    ],
)
def test_routing_keys_are_found(method: str, keys: dict[str, tuple[str, ...]]) -> None:
    spec = METHODS[method]
    assert {key: getattr(spec, key) for key in ROUTING_KEYS} == {
        **dict.fromkeys(ROUTING_KEYS),
        **keys,
    }


def test_stability_is_kept_per_method_field_and_type(contract: Contract) -> None:
    assert METHODS["thread/queue/list"].experimental
    assert not METHODS["thread/start"].experimental
    assert "dynamicTools" in METHODS["thread/start"].experimental_fields
    assert "cwd" not in METHODS["thread/start"].experimental_fields
    assert contract.experimental <= EXPERIMENTAL
    assert "ThreadQueueListParams" in EXPERIMENTAL
    assert "ThreadStartParams" not in EXPERIMENTAL
    # One shape of a stable union.
    assert "OpenaiUserVerificationMcpServerElicitationRequestParams" in EXPERIMENTAL


def test_params_are_optional_only_where_null_is_allowed() -> None:
    assert METHODS["account/rateLimits/read"].params_optional
    assert METHODS["account/logout"].params_optional
    assert not METHODS["thread/list"].params_optional


def test_only_types_the_server_never_sends_can_be_omitted(types: dict[str, Definition]) -> None:
    assert "ThreadStartParams" in SENT_ONLY
    assert "CommandExecutionRequestApprovalResponse" in SENT_ONLY
    # Both directions: in `turn/start` and in the user's message.
    assert not SENT_ONLY & {"TextUserInput", "Turn", "CommandExecutionRequestApprovalParams"}
    for definition in types.values():
        if not isinstance(definition, ClassDef):
            continue
        cls = getattr(protocol, definition.name)
        omittable = any(said.default is protocol.OMITTED for said in cls.__wire_fields__.values())
        optional = any(not field.required for field in definition.fields)
        assert omittable == (optional and definition.name in SENT_ONLY), definition.name


def test_a_request_without_a_known_response_is_refused(
    contract: Contract, types: dict[str, Definition]
) -> None:
    fewer = {name: d for name, d in types.items() if name != "TurnStartResponse"}

    with pytest.raises(SchemaError, match="no response is known for turn/start"):
        compile_methods(contract, fewer)


def test_definitions_that_differ_under_one_name_are_refused() -> None:
    bundle = {"definitions": {"A": {"type": "string"}, "v2": {"A": {"type": "integer"}}}}

    with pytest.raises(SchemaError, match="two different definitions are called A"):
        flatten(bundle)


def test_the_experimental_bundle_must_hold_the_stable_one() -> None:
    with pytest.raises(SchemaError, match="only the stable bundle defines A"):
        merge("1", {"A": {}}, {})
    with pytest.raises(SchemaError, match="only the stable A has x"):
        merge("1", {"A": {"properties": {"x": {}}}}, {"A": {"properties": {}}})
