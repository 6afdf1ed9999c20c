"""Wire form of requests: params as JSON, and results as their types."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["codec", "plain_params", "typed_result"]


@cache
def codec() -> Any:
    """Returns the converter module, imported when it is first needed.

    It is imported while the child starts. It is cached because an import statement in each call
    would cost more than the call's own work.
    """
    from ..protocol import converter

    return converter


def plain_params(method: object, params: object) -> JsonValue:
    """Returns params as wire JSON without checking them against a type.

    Raises:
        InvalidArgumentError: the method is not a non-empty string.
    """
    if not isinstance(method, str) or not method:
        raise InvalidArgumentError(f"a method is a non-empty str, not {method!r:.80}")
    return codec().outgoing(params)  # type: ignore[no-any-return]


def typed_result(method: str, result: JsonValue) -> Any:
    """Returns the result of a request as its generated type; unknown methods stay plain JSON.

    Raises:
        ProtocolError: the result does not fit its type.
    """
    spec = codec().METHODS.get(method)
    if spec is None or spec.direction != "client_request" or spec.result is None:
        return result
    return codec().structure(result, spec.result)
