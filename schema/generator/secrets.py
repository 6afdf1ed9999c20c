"""Fields that hold secrets: the table, and the refusal of a field that nobody has judged.

A field is marked by its wire name, or by its type and its wire name. A new field that looks like a
secret is an error of the generator until it stands in one of the tables, so that re-pinning a
runtime cannot bring a secret that is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .ir import ClassDef, SchemaError

if TYPE_CHECKING:
    from .ir import Definition, Field

__all__ = ["check_secrets", "is_secret"]

_SECRET: Final = frozenset(
    {
        "accessKeyId",
        "accessToken",
        "apiKey",
        "authBearerToken",
        "authUrl",
        "authorizationUrl",
        "env",
        "manualPairingCode",
        "pairingCode",
        "requestHeaders",
        "secretAccessKey",
        "sessionToken",
        "token",
        "userCode",
    }
)
# Secrets behind names that are harmless elsewhere.
_SECRET_OF: Final = frozenset(
    {
        ("ConfigEdit", "value"),
        ("ConfigValueWriteParams", "value"),
        ("RequestHeader", "value"),
        ("ToolRequestUserInputAnswer", "answers"),
        ("UrlMcpServerElicitationRequestParams", "url"),
        ("UserVerificationProof", "signature"),
    }
)
# Names that look like secrets and were judged not to be: ids, headings, policies.
_HARMLESS: Final = frozenset({"cancellationToken", "credentialId", "header"})
_LOOKS_SECRET: Final = re.compile(
    r"token$|secret|passw|passphrase|bearer|apikey|accesskey|privatekey|credential|cookie|headers?$"
    r"|^env$|pairing_?code|user_?code|signature|auth(?:entication|orization)?_?url|authorization$",
    re.IGNORECASE,
)
_HOLDS_TEXT: Final = re.compile(r"\b(?:str|JsonValue|RequestHeader)\b")


def is_secret(owner: str, field: Field) -> bool:
    """Says whether a field holds a secret; a flag or a number with such a name does not."""
    named = field.wire in _SECRET or (owner, field.wire) in _SECRET_OF
    return named and not field.tag and _HOLDS_TEXT.search(field.expr.text) is not None


def check_secrets(types: dict[str, Definition]) -> None:
    """Refuse a field that looks like a secret and stands in no table, and rows without a field.

    Raises:
        SchemaError: The tables and the schema differ.
    """
    unused = {("", name) for name in _SECRET} | _SECRET_OF
    for name, definition in types.items():
        if not isinstance(definition, ClassDef):
            continue
        for field in definition.fields:
            if is_secret(name, field):
                unused -= {("", field.wire), (name, field.wire)}
            elif _is_unjudged(field):
                raise SchemaError(f"{name}.{field.wire} looks like a secret: put it into a table")
    if unused:
        raise SchemaError(f"the tables of secrets name fields that are gone: {sorted(unused)}")


def _is_unjudged(field: Field) -> bool:
    return (
        _LOOKS_SECRET.search(field.wire) is not None
        and field.wire not in _HARMLESS
        and not field.tag
        and _HOLDS_TEXT.search(field.expr.text) is not None
    )
