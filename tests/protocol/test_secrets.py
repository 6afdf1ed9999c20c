"""Secrets of the protocol's types: no repr and no error about them shows one."""

from __future__ import annotations

import re
import traceback
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from schema.generator.ir import ClassDef, Expr, Field, SchemaError
from schema.generator.secrets import check_secrets
from tests.many_cases import by_domain
from tests.protocol.samples import MODELS, TYPE_NAMES, Json, fullest
from trio_codex._redaction import HIDDEN, hides_values, is_secret_name
from trio_codex.errors import InvalidArgumentError, ShapeError
from trio_codex.protocol import METHODS, CommandExecParams, ThreadStartParams, UnknownVariant
from trio_codex.protocol._checks import _accepted
from trio_codex.protocol._model import JsonValue
from trio_codex.protocol._types import FieldInfo, fields_of, find_type
from trio_codex.protocol.converter import check_params, check_result, structure, unstructure

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "hunter2-swordfish"
NUMBER = 86753098675309
# Told apart anew here, so that a field is not excused because the table forgot it.
LOOKS_SECRET = re.compile(
    r"(?i)(?:token|secret|password|apikey|accesskeyid|authurl|authorizationurl|usercode"
    r"|pairingcode|headers|^env|signature)$"
)
HARMLESS = {"cancellationToken"}


def _fields(name: str) -> tuple[FieldInfo, ...]:
    return fields_of(find_type(name))


SECRET_FIELDS = [(name, field.wire) for name in MODELS for field in _fields(name) if field.secret]


def _planted(value: Json) -> Json:
    """The value with every text in it replaced by the mark."""
    if isinstance(value, dict):
        return {key: _planted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_planted(item) for item in value]
    return MARK if isinstance(value, str) else value


def _shown(error: BaseException) -> str:
    """Everything that an error and what it came from can show of themselves."""
    seen = [repr(error), *traceback.format_exception(error)]
    for other in (error.__cause__, error.__context__):
        seen += [] if other is None else [repr(other), str(other)]
    return "\n".join(seen)


@by_domain(MODELS)
def test_a_field_that_looks_like_a_secret_is_marked(name: str) -> None:
    for sample in fullest(name):
        assert isinstance(sample, dict)
        for field in _fields(name):
            holds_text = MARK in repr(_planted(sample.get(field.wire)))
            if LOOKS_SECRET.search(field.wire) and field.wire not in HARMLESS and holds_text:
                assert field.secret, field.wire


@by_domain(TYPE_NAMES)
def test_no_repr_shows_a_secret_however_deep_it_is(name: str) -> None:
    for sample in fullest(name):
        value = structure(_with_secrets(sample), find_type(name))
        assert MARK not in repr(value)
        assert MARK not in str(value)


def _with_secrets(value: Json) -> Json:
    if isinstance(value, dict):
        return {
            key: _planted(item)
            if LOOKS_SECRET.search(key) and key not in HARMLESS
            else _with_secrets(item)
            for key, item in value.items()
        }
    return [_with_secrets(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("name", "wire"), SECRET_FIELDS)
def test_the_repr_of_a_marked_field_hides_it(name: str, wire: str) -> None:
    for sample in fullest(name):
        assert isinstance(sample, dict)
        value: Any = structure({**sample, wire: _planted(sample[wire])}, find_type(name))
        if MARK in repr(unstructure(value)):
            assert HIDDEN in repr(value)
        assert MARK not in repr(value) + str(value)


def test_a_repr_shows_what_is_no_secret() -> None:
    params = find_type("AmazonBedrockLoginAccountParams")(api_key=MARK, region="eu-1")
    assert repr(params) == "AmazonBedrockLoginAccountParams(api_key='***', region='eu-1')"
    command = CommandExecParams(command=["env"], env={"TOKEN": MARK, "UNSET": None})
    assert "env={'TOKEN': '***', 'UNSET': None}" in repr(command)


WRONG: list[Any] = [NUMBER, {"k": MARK}, [MARK], [[MARK]], {"k": {"k": MARK}}, MARK, [NUMBER]]


@pytest.mark.parametrize(("name", "wire"), SECRET_FIELDS)
def test_no_error_about_a_marked_field_shows_its_value(name: str, wire: str) -> None:
    cls, refused = find_type(name), 0
    senders = [spec for spec in METHODS.values() if _takes(spec.params_name, name)]
    answers = [spec for spec in METHODS.values() if _takes(spec.result_name, name)]
    for wrong in WRONG:
        full: Any = fullest(name)[0]
        sample = {**full, wire: wrong}
        errors: list[BaseException] = []
        try:
            structure(sample, cls)
        except ShapeError as error:
            errors.append(error)
        errors += _refusals([partial(check_params, spec, sample) for spec in senders])
        errors += _refusals([partial(check_result, spec, sample) for spec in answers])
        refused += len(errors)
        shown = "\n".join(map(_shown, errors))
        assert MARK not in shown and str(NUMBER) not in shown
    free = any(f.wire == wire and f.type == JsonValue for f in _fields(name))
    assert refused or free


def _refusals(checks: list[Callable[[], object]]) -> list[BaseException]:
    refusals: list[BaseException] = []
    for check in checks:
        try:
            check()
        except InvalidArgumentError as error:
            refusals.append(error)
    return refusals


def _takes(type_name: str | None, name: str) -> bool:
    return type_name is not None and find_type(name) in _accepted(type_name)


def test_an_error_names_kind_and_size_instead_of_the_secret() -> None:
    with pytest.raises(ShapeError, match=r"^\$\.apiKey: expected a string, found a list of 1 \("):
        structure({"type": "apiKey", "apiKey": [MARK]}, find_type("ApiKeyLoginAccountParams"))
    spec = METHODS["account/login/start"]
    with pytest.raises(InvalidArgumentError, match=r"\$\.apiKey: .*found a number \(not shown"):
        check_params(spec, {"type": "apiKey", "apiKey": NUMBER})
    with pytest.raises(InvalidArgumentError, match="not a string of 17 characters"):
        check_params(spec, MARK)


def test_a_text_in_the_place_of_settings_is_not_shown() -> None:
    # The field is not marked, because most settings are no secrets.
    with pytest.raises(
        InvalidArgumentError, match=r"\$\.config: .*, found a string of 23 char"
    ) as it:
        check_params(METHODS["thread/start"], {"config": f"token={MARK}"})
    assert MARK not in _shown(it.value)


def test_raw_json_hides_what_its_keys_name() -> None:
    raw: Any = {"type": "new", "api_key": MARK, "headers": {"X-Any": [MARK]}, "env": {"A": MARK}}
    unknown = UnknownVariant(tag="new", raw=raw)
    assert MARK not in repr(unknown) and "X-Any" in repr(unknown)
    assert unknown.raw is raw
    settings: Any = {"mcp_servers": {"a": {"command": "b", "env": {"KEY": MARK}}}}
    params = ThreadStartParams(config=settings)
    assert MARK not in repr(params) and "'command': 'b'" in repr(params)
    assert params.config == settings


def test_every_marked_name_is_known_where_there_is_no_type_as_well() -> None:
    # Marked for what it is in one type: elsewhere the name says nothing.
    local = {"answers", "signature", "url", "value"}
    for _, wire in SECRET_FIELDS:
        assert is_secret_name(wire) or hides_values(wire) or wire in local, wire


def test_a_new_field_that_looks_like_a_secret_stops_the_generator() -> None:
    new = Field("newSecret", "new_secret", Expr("str"), required=True)
    with pytest.raises(SchemaError, match=r"Thing\.newSecret looks like a secret"):
        check_secrets({"Thing": ClassDef("Thing", "Thing", "", [new])})
    with pytest.raises(SchemaError, match=r"name fields that are gone: .*'apiKey'"):
        check_secrets({})
