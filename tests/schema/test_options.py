"""Option blocks: descriptions against the schema, and their place in a hand-written module."""

from __future__ import annotations

from pathlib import Path

import pytest

from schema.generator.blocks import with_options
from schema.generator.ir import Schema, SchemaError
from schema.generator.load import Contract, merge
from schema.generator.options import Option, Signature, read_signatures

PARAMS: Schema = {
    "properties": {
        "threadId": {"type": "string"},
        "cwd": {"type": ["string", "null"]},
        "effort": {"anyOf": [{"$ref": "#/definitions/Effort"}, {"type": "null"}]},
        "limits": {"type": ["array", "null"], "items": {"type": "integer"}},
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        "extra": {"type": "object", "additionalProperties": True},
        "roots": {"type": "array", "items": {"$ref": "#/definitions/AbsolutePathBuf"}},
        "mockField": {"type": "string"},
    },
}
OPTIONS = """
[group.signatures]
"Owner.start" = "thing/start"
"Owner.pages" = "thing/start"

[group.hidden]
threadId = "a positional argument"
mockField = "only tests use it"

[group.options]
working_directory = { field = "cwd", about = "a directory", default.start = "none" }
ours = { for = ["start"], about = "ours alone", default = "off", declare = "bool = False" }
effort = { about = "how much", default = "the usual" }
limits = { about = "numbers", default = "none", not_for = ["pages"] }
labels = { about = "texts", default = "none" }
extra = { about = "JSON", default = "none" }
roots = { about = "paths", default = "none" }
of_a_newer_runtime = { about = "not there yet", default = "none" }
"""


def contract_of(params: Schema, *, experimental: Schema | None = None) -> Contract:
    request = {
        "properties": {
            "method": {"enum": ["thing/start"]},
            "params": {"$ref": "#/definitions/ThingStartParams"},
        },
        "required": ["method", "params"],
    }
    shared: dict[str, Schema] = {
        "AbsolutePathBuf": {"type": "string"},
        "ClientRequest": {"oneOf": [request]},
        "Effort": {"oneOf": [{"type": "string", "enum": ["low"]}, {"type": "object"}]},
    }
    more = {"properties": params["properties"] | (experimental or {})}
    stable, all_of_it = shared | {"ThingStartParams": params}, shared | {"ThingStartParams": more}
    return merge("1.0.0", stable, all_of_it)


def read(root: Path, text: str = OPTIONS, contract: Contract | None = None) -> list[Signature]:
    (root / "options.toml").write_text(text, encoding="utf-8")
    return read_signatures(contract or contract_of(PARAMS), root)


def test_options_have_the_types_of_the_schema_in_the_order_of_the_file(tmp_path: Path) -> None:
    start, pages = read(tmp_path)
    assert {option.name: option.declaration for option in start.options} == {
        "working_directory": "str | None = None",
        "ours": "bool = False",
        "effort": "Effort | str | None = None",
        "limits": "Sequence[int] | None = None",
        "labels": "Mapping[str, str] | None = None",
        "extra": "Mapping[str, JsonValue] | None = None",
        "roots": "Sequence[str | os.PathLike[str]] | None = None",
    }
    assert [option.name for option in start.options][:3] == ["working_directory", "ours", "effort"]
    assert start.types == {"Effort", "JsonValue"}
    assert {"ours", "limits"} == {o.name for o in start.options} - {o.name for o in pages.options}


def test_a_line_has_the_meaning_the_stability_and_the_default(tmp_path: Path) -> None:
    contract = contract_of(PARAMS, experimental={"fresh": {"type": "boolean"}})
    text = f'{OPTIONS}fresh = {{ about = "new", default = "old" }}\n'
    lines = [option.line for option in read(tmp_path, text, contract)[0].options]
    assert lines[0] == "working_directory: a directory; default: none."
    assert lines[-1] == "fresh: new (experimental); default: old."


def test_a_new_field_without_a_description_is_an_error(tmp_path: Path) -> None:
    contract = contract_of(PARAMS, experimental={"fresh": {"type": "boolean"}})
    with pytest.raises(
        SchemaError, match=r"options\.toml: thing/start has no description of fresh"
    ):
        read(tmp_path, contract=contract)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (', default = "the usual"', "", "effort of thing/start has no 'default'"),
        ("default.start", "default.resume", "working_directory of thing/start has no 'default'"),
        ('about = "texts"', 'about = ""', "labels of thing/start has no 'about'"),
        ('about = "texts"', 'abuot = "texts"', r"labels has the keys \['abuot'\]"),
        (', declare = "bool = False"', "", "ours has no declaration"),
        ('= "thing/start"', '= "thing/stop"', "the schema has no method thing/stop"),
    ],
)
def test_an_incomplete_description_is_an_error(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(SchemaError, match=message):
        read(tmp_path, OPTIONS.replace(old, new))


def test_all_problems_are_listed_at_once_and_each_one_once(tmp_path: Path) -> None:
    contract = contract_of(PARAMS, experimental={"fresh": {"type": "boolean"}})
    text = OPTIONS.replace('mockField = "only tests use it"', "").replace(
        '"Owner.pages" = "thing/start"', '"Owner.pages" = "thing/start"\n"Owner.x" = "no/thing"'
    )
    with pytest.raises(SchemaError) as caught:
        read(tmp_path, text, contract)
    assert str(caught.value).splitlines() == [
        "schema/options.toml: thing/start has no description of fresh, mockField",
        "schema/options.toml: the schema has no method no/thing",
    ]


def test_a_type_without_a_rule_needs_a_declaration(tmp_path: Path) -> None:
    contract = contract_of(PARAMS, experimental={"fresh": {}})
    text = f'{OPTIONS}fresh = {{ about = "anything", default = "none" }}\n'
    with pytest.raises(SchemaError, match="fresh of thing/start needs a declaration"):
        read(tmp_path, text, contract)


MODULE = '''"""A module."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..protocol import Effort, Gone, Thing as ThingInfo


class Owner:
    """An owner."""

    def start(
        self,
        name: str,
        *,
        gone: Gone | None = None,
    ) -> ThingInfo:
        """Starts a thing.

        Args:
            name: the name, which
                takes two lines.
            gone: an option that is no more,
                on two lines.

        Raises:
            ValueError: the name is wrong.
        """
        return make(name, locals())

    def pages(self, *, gone: Gone | None = None) -> None:
        """Says nothing about options."""
'''
SIGNATURE = Signature(
    "Owner",
    "start",
    (
        Option("gone", "int | None = None", "gone: " + "long words " * 8 + "end."),
        Option("fresh", "Fresh = None  # type: ignore[assignment]", "fresh: new; default: old."),
    ),
    frozenset({"Fresh"}),
)


def test_a_block_replaces_the_parameters_and_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "owner.py"
    path.write_text(MODULE, encoding="utf-8")
    text = with_options([SIGNATURE], tmp_path)[path]
    path.write_text(text, encoding="utf-8")
    assert with_options([SIGNATURE], tmp_path) == {path: text}
    head, _, rest = text.partition("    def start(\n")
    assert (
        rest.partition("    def pages")[0]
        == '''        self,
        name: str,
        *,
        # Generated from schema/options.toml.
        gone: int | None = None,
        fresh: Fresh = None,  # type: ignore[assignment]
    ) -> ThingInfo:
        """Starts a thing.

        Args:
            name: the name, which
                takes two lines.
            gone: long words long words long words long words long words long words long words long
                words end.
            fresh: new; default: old.

        Raises:
            ValueError: the name is wrong.
        """
        return make(name, locals())

'''
    )
    assert "import Fresh, Gone" in head and "Effort" not in head and "Thing as ThingInfo" in head


@pytest.mark.parametrize(
    ("owner", "name", "message"),
    [
        ("Nobody", "start", "there is no class Nobody"),
        ("Owner", "stop", "Owner has no method stop with options"),
    ],
)
def test_a_signature_that_is_nowhere_is_an_error(
    tmp_path: Path, owner: str, name: str, message: str
) -> None:
    (tmp_path / "owner.py").write_text(MODULE, encoding="utf-8")
    with pytest.raises(SchemaError, match=message):
        with_options([Signature(owner, name, (), frozenset())], tmp_path)
