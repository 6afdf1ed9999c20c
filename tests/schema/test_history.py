"""The history of the protocol: which version first knew a thing, and what older ones leave out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from schema.generator import __main__ as command
from schema.generator.history import History, history_text, read_history, version_key
from schema.generator.ir import Schema, SchemaError
from schema.generator.load import SCHEMA_DIR, Contract, read_bundle, read_pin
from schema.generator.patches import optional_fields
from schema.generator.places import param_places
from schema.generator.since import extend, history_of, read_bundles

TEXT: Schema = {"type": "string"}


def ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def record(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required)}


def contract(methods: dict[str, str], **defs: Schema) -> dict[str, Schema]:
    """Definitions with a request for each method, by the name of its params."""
    variants = [
        {
            "properties": {"method": {"enum": [method]}, "params": ref(params)},
            "required": ["method", "params"],
        }
        for method, params in methods.items()
    ]
    return {"ClientRequest": {"oneOf": variants}, **defs}


def tagged(value: str, **properties: Schema) -> Schema:
    return record(("type", *properties), type={"type": "string", "enum": [value]}, **properties)


def say(params: Schema, **defs: Schema) -> dict[str, Schema]:
    return contract({"say": "SayParams"}, SayParams=params, **defs)


def params_since(old: Schema, new: Schema) -> dict[str, str]:
    history = history_of({"1.0.0": say(old), "1.1.0": say(new)})
    return history.params.get("say", {})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (record(a=TEXT), record(a=TEXT, b=TEXT), {".b": "1.1.0"}),
        (record(a=TEXT), record(a={"enum": ["x"]}), {".a=x": "1.1.0"}),
        (record(a={"enum": ["x"]}), record(a={"enum": ["x", "y"]}), {".a=y": "1.1.0"}),
        (
            record(a={"type": "array", "items": record(b=TEXT)}),
            record(a={"type": ["array", "null"], "items": record(b=TEXT, c=TEXT)}),
            {".a[].c": "1.1.0"},
        ),
        (
            record(a={"type": "object", "additionalProperties": record(b=TEXT)}),
            record(a={"type": "object", "additionalProperties": record(c=TEXT)}),
            {".a{}.c": "1.1.0"},
        ),
        (
            record(a={"oneOf": [tagged("x", b=TEXT)]}),
            record(a={"oneOf": [tagged("x", b=TEXT, c=TEXT), tagged("y", d=TEXT)]}),
            {".a.type=y": "1.1.0", ".a<type=x>.c": "1.1.0", ".a<type=y>.d": "1.1.0"},
        ),
        (
            record(a={"enum": ["x"]}),
            record(a={"anyOf": [{"enum": ["x"]}, record(b=TEXT), {"type": "null"}]}),
            {".a.b": "1.1.0"},
        ),
        # Free-form JSON takes everything, under its own name only.
        (record(a={}), record(a=record(b=TEXT), ab=TEXT), {".ab": "1.1.0"}),
        ({"type": "object"}, record(a=TEXT), {}),
    ],
    ids=["key", "closed", "value", "item", "map value", "variant", "shape", "free JSON", "map"],
)
def test_each_kind_of_place_has_a_first_version(
    old: Schema, new: Schema, expected: dict[str, str]
) -> None:
    assert params_since(old, new) == expected


def test_a_type_may_be_renamed_and_a_version_after_the_next_changes_nothing() -> None:
    old = say(record(a=ref("Old")), Old=record(b=TEXT))
    new = say(record(a=ref("New")), New=record(b=TEXT, c=TEXT))
    history = history_of({"0.9.0": old, "0.10.0": new, "0.11.0": new, "0.10.1-alpha.1": new})
    assert history.versions == ("0.9.0", "0.10.0", "0.10.1-alpha.1", "0.11.0")
    assert history.params == {"say": {".a.c": "0.10.0"}}
    assert history.methods == history.optional == {}


def test_what_comes_with_its_method_is_left_out_and_what_comes_later_is_not() -> None:
    first = contract({"say": "SayParams"}, SayParams=record())
    second = {**first, **contract({"say": "SayParams", "ask": "AskParams"})}
    second["AskParams"] = record(a=TEXT)
    third = {**second, "AskParams": record(a=TEXT, b=TEXT)}
    history = history_of({"1.0.0": first, "1.1.0": second, "1.2.0": third})
    assert history.methods == {"ask": "1.1.0"}
    assert history.params == {"ask": {".b": "1.2.0"}}


def test_what_goes_and_comes_back_is_as_old_as_its_return() -> None:
    there, gone = say(record(a=TEXT, b=TEXT)), say(record(a=TEXT))
    history = history_of({"1.0.0": there, "1.1.0": gone, "1.2.0": there, "1.3.0": there})
    assert history.params == {"say": {".b": "1.2.0"}}


def test_params_inside_of_themselves_are_refused() -> None:
    with pytest.raises(SchemaError, match=r"the params contain Tree in itself, at \.a\.b"):
        param_places(say(record(a=ref("Tree")), Tree=record(b=ref("Tree"))))


def test_a_version_is_added_in_order() -> None:
    history = History(("1.0.0", "1.2.0"))
    with pytest.raises(SchemaError, match=r"1\.1\.0 is not newer than 1\.2\.0"):
        extend(history, "1.1.0", say(record()), say(record()))
    assert version_key("1.10.0-beta.2") < version_key("1.10.0") < version_key("1.10.1")
    assert version_key("1.9.0") < version_key("1.10.0-beta.2")


def replies(**defs: Schema) -> dict[str, Schema]:
    return say(record(), **defs)


OLD_REPLY = record(("a",), a=TEXT, b=TEXT, c={"type": ["string", "null"]})


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (record(("a", "d"), a=TEXT, d=TEXT), {"SayResponse.d": "1.1.0"}),
        (record(("a", "b"), a=TEXT, b=TEXT), {"SayResponse.b": "1.1.0"}),
        (record(("c",), c=TEXT), {"SayResponse.c": "1.1.0"}),
        (record(("a",), a=TEXT, d=TEXT), {}),
    ],
    ids=["missing", "not required", "null", "not required now"],
)
def test_a_required_field_that_older_replies_lack_is_optional(
    new: Schema, expected: dict[str, str]
) -> None:
    bundles = {"1.0.0": replies(SayResponse=OLD_REPLY), "1.1.0": replies(SayResponse=new)}
    history = history_of({**bundles, "1.2.0": bundles["1.1.0"]})
    assert history.optional == expected
    patched = optional_fields(bundles["1.1.0"], history.optional)
    assert not any(
        place.partition(".")[2] in patched["SayResponse"]["required"] for place in expected
    )


def test_a_field_stays_optional_when_its_type_is_renamed_and_not_when_it_goes() -> None:
    def version(name: str, *required: str) -> dict[str, Schema]:
        items = {"type": "array", "items": ref(name)}
        thing = record(required, a=TEXT, b=TEXT)
        return replies(SayResponse=record(("list",), list=items), **{name: thing})

    steps = {"1.0.0": version("Old"), "1.1.0": version("Old", "a"), "1.2.0": version("New", "a")}
    assert history_of(steps).optional == {"New.a": "1.1.0"}
    assert history_of({**steps, "1.3.0": version("New")}).optional == {}


def test_a_union_that_was_an_object_is_compared_variant_by_variant() -> None:
    kind = {"enum": ["x"]}
    old = record(("type",), type=kind, b=TEXT)
    new = {"oneOf": [tagged("x", b=TEXT), tagged("y", c=TEXT)]}
    bundles = {"1.0.0": replies(SayResponse=old), "1.1.0": replies(SayResponse=new)}
    history = history_of(bundles)
    assert history.optional == {"SayResponse<type=x>.b": "1.1.0"}
    patched = optional_fields(bundles["1.1.0"], history.optional)["SayResponse"]["oneOf"]
    assert [option["required"] for option in patched] == [["type"], ["type", "c"]]
    assert history.methods == {}


def test_a_method_is_as_old_as_results_that_can_be_read() -> None:
    old = replies(SayResponse=record(("a",), a={"oneOf": [tagged("x")]}))
    new = replies(SayResponse=record(("a",), a=record(("b",), b=TEXT)))
    assert history_of({"1.0.0": old, "1.1.0": new}).methods == {"say": "1.1.0"}


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("Gone.a", "there is no Gone.a"),
        ("nonsense", "there is no nonsense"),
        ("A.b", "A.b is not required"),
        ("A.c[].d", "A.c[].d is not required"),
    ],
)
def test_a_patch_that_nothing_needs_any_more_is_refused(place: str, message: str) -> None:
    defs = {"A": record(("a",), a=TEXT, b=TEXT)}
    with pytest.raises(SchemaError) as caught:
        optional_fields(defs, [place])
    assert str(caught.value) == f"{message}: drop it from the history"
    assert optional_fields(defs, [place], partly=True) == defs


def test_a_patch_reaches_fields_inside_of_lists_and_maps() -> None:
    def inner() -> Schema:
        return record(("a",), a=TEXT)

    nullable = {"anyOf": [inner(), {"type": "null"}]}
    fields = record(b={"items": inner()}, c={"additionalProperties": inner()}, d=nullable)
    places = ["A.b[].a", "A.c{}.a", "A.d.a"]
    patched = optional_fields({"A": fields}, places)["A"]["properties"]
    mended = record(a={"anyOf": [TEXT, {"type": "null"}]})
    assert patched["b"]["items"] == patched["c"]["additionalProperties"] == mended
    assert patched["d"]["anyOf"][0] == mended
    assert fields["properties"]["b"]["items"] == inner()


def test_the_history_of_this_project_ends_with_the_pin_and_names_what_there_is(
    contract: Contract,
) -> None:
    history = contract.history
    assert history == read_history(SCHEMA_DIR, "0.0.0")
    assert history.versions[-1] == read_pin().version
    assert list(history.versions) == sorted(history.versions, key=version_key)
    assert (SCHEMA_DIR / "history.json").read_text(encoding="utf-8") == history_text(history)
    known = param_places(read_bundle("experimental"))
    assert history.methods.keys() | history.params.keys() <= known.keys()
    for method, places in history.params.items():
        assert places.keys() <= known[method].known, method
    dated = {*history.methods.values(), *history.optional.values()}
    dated.update(*(places.values() for places in history.params.values()))
    assert dated <= set(history.versions[1:])


def test_the_command_computes_the_history_of_saved_schemas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older: dict[str, Any] = {"definitions": read_bundle("experimental")}
    older["definitions"] = {**older["definitions"]}
    start = json.loads(json.dumps(older["definitions"]["TurnStartParams"]))
    del start["properties"]["toolOutput"]
    older["definitions"]["TurnStartParams"] = start
    (tmp_path / "0.1.0.json").write_text(json.dumps(older), encoding="utf-8")
    written: list[History] = []
    monkeypatch.setattr(command, "write_history", lambda history, _: written.append(history))
    monkeypatch.setattr(command, "write", lambda: None)

    assert command.main(["history", str(tmp_path)]) == 0

    pinned = read_pin().version
    assert [*read_bundles(tmp_path)] == ["0.1.0"]
    (history,) = written
    assert history.versions == ("0.1.0", pinned)
    assert history.methods == history.optional == {}
    assert set(history.params) == {"turn/start"}
    assert history.params["turn/start"][".toolOutput"] == pinned
    assert all(path.startswith(".toolOutput") for path in history.params["turn/start"])
