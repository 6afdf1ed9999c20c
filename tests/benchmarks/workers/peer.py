"""The official SDK's names as the cases use them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Any

sdk: Any = importlib.import_module("openai_codex")


def config(command: list[str]) -> Any:
    """A configuration that starts a command; the pinned runtime without one."""
    return sdk.CodexConfig(launch_args_override=tuple(command) or None)


def connect(command: list[str]) -> AbstractContextManager[Any]:
    """A blocking client."""
    client: AbstractContextManager[Any] = sdk.Codex(config(command))
    return client


def asyncio_client(command: list[str]) -> AbstractAsyncContextManager[Any]:
    """An asynchronous client."""
    client: AbstractAsyncContextManager[Any] = sdk.AsyncCodex(config(command))
    return client


def decoder(sample: dict[str, str]) -> Callable[[], object] | None:
    """A call that turns a sample's bytes into the SDK's type, as its reader does."""
    client: Any = importlib.import_module("openai_codex.client").CodexClient
    models: Any = importlib.import_module("openai_codex.generated.v2_all")
    raw = sample["line"]
    if sample["role"] == "notification":
        coerce = client(sdk.CodexConfig())._coerce_notification

        def notification() -> object:
            message = json.loads(raw)
            return coerce(message["method"], message["params"])

        typed = type(notification().payload).__name__  # type: ignore[attr-defined]
        return None if typed == "UnknownNotification" else notification
    model = getattr(models, sample["type"], None)
    if model is None:
        return None

    def result() -> object:
        return model.model_validate(json.loads(raw)["result"])

    try:
        result()
    except ValueError:
        return None
    return result
