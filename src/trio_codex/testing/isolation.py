"""Configuration of a real runtime that connects to loopback servers only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from .._config import AppServerConfig, ConfigOverride, VersionPolicy
from .._transport.toml import toml_document
from .model_server.catalog import MODELS, catalog_document

if TYPE_CHECKING:
    from .login_issuer.script import IssuerScript
    from .model_server.script import ModelScript

__all__ = ["ConfigFields", "isolated_config"]

# Nothing listens on port 1: a connection is refused immediately and stays on this machine.
_NOWHERE = "http://127.0.0.1:1"
_LOOPBACK = "127.0.0.1,localhost,::1"
_SECRETS = ("OPENAI_API_KEY", "CODEX_API_KEY", "CODEX_ACCESS_TOKEN")
_FOREIGN = ("CODEX_", "OPENAI_", "CHATGPT_", "OTEL_", "AZURE_OPENAI_")


class ConfigFields(TypedDict, total=False):
    """The fields of `AppServerConfig` that `isolated_config` passes on as they are."""

    codex_bin: str | os.PathLike[str] | None
    launch_args_override: tuple[str, ...] | None
    config_overrides: tuple[str, ...] | Mapping[str, ConfigOverride]
    cwd: str | os.PathLike[str] | None
    client_name: str
    client_title: str | None
    client_version: str
    experimental_api: bool
    opt_out_notifications: tuple[str, ...]
    max_in_flight: int
    max_line_bytes: int
    event_buffer: int
    startup_timeout: float
    close_timeout: float
    interrupt_timeout: float
    version_policy: VersionPolicy


def isolated_config(
    model_server: ModelScript,
    *,
    home: str | os.PathLike[str],
    issuer: IssuerScript | None = None,
    model: str = MODELS[0],
    requires_openai_auth: bool | None = None,
    provider: Mapping[str, ConfigOverride] | None = None,
    features: Mapping[str, bool] | None = None,
    config: Mapping[str, ConfigOverride] | None = None,
    env: Mapping[str, str] | None = None,
    **fields: Unpack[ConfigFields],
) -> AppServerConfig:
    """Returns the config of a real runtime that talks to 127.0.0.1 only.

    Each call makes a new directory under `home` with a Codex home, a home directory, a directory
    for temporary files and a workspace, which is the runtime's working directory unless `cwd` is
    given. To use one Codex home twice, use the same config twice.

    Args:
        model_server: the model, already serving; either form of `ModelServer`.
        home: where the directory is made; `tmp_path` of a test, for one.
        issuer: the login service, already serving. Without one every login address is a closed
            port, and logins fail immediately.
        model: the model of new threads: `mock-model`, `mock-model-mini`, or another name, which has
            a warning and no `apply_patch` tool.
        requires_openai_auth: whether requests to the model carry the login; by default they do if
            there is an issuer.
        provider: further settings of the model provider, `env_key` for one.
        features: runtime features to switch on or off.
        config: further settings of config.toml, nested or with dotted keys.
        env: further environment variables of the runtime.
        fields: fields of `AppServerConfig`.

    Raises:
        RuntimeError: the model server or the issuer does not serve yet.
    """
    above = Path(home).resolve()
    above.mkdir(parents=True, exist_ok=True)
    root = Path(tempfile.mkdtemp(prefix="codex-", dir=above))
    for name in ("codex-home", "home", "tmp", "workspace"):
        (root / name).mkdir()
    (root / "models.json").write_bytes(catalog_document())
    login = issuer is not None if requires_openai_auth is None else requires_openai_auth
    settings = _settings(model_server.base_url, issuer, model=model, login=login)
    settings["model_catalog_json"] = str(root / "models.json")
    settings = _merged(settings, {"model_providers": {"loopback": dict(provider or {})}})
    settings = _merged(settings, {"features": dict(features or {})})
    settings = _merged(settings, config or {})
    (root / "codex-home" / "config.toml").write_text(toml_document(settings), encoding="utf-8")
    fields.setdefault("cwd", root / "workspace")
    return AppServerConfig(env={**_environment(root, issuer), **(env or {})}, **fields)


def _settings(
    base_url: str, issuer: IssuerScript | None, *, model: str, login: bool
) -> dict[str, ConfigOverride]:
    backend = _NOWHERE if issuer is None else issuer.origin
    return {
        "model": model,
        "model_provider": "loopback",
        "model_providers": {
            "loopback": {
                "name": "loopback",
                "base_url": base_url,
                "wire_api": "responses",
                "request_max_retries": 0,
                "stream_max_retries": 0,
                "supports_websockets": False,
                "requires_openai_auth": login,
            }
        },
        "chatgpt_base_url": f"{backend}/backend-api",
        "openai_base_url": f"{_NOWHERE}/v1",
        "cli_auth_credentials_store": "file",
        "mcp_oauth_credentials_store": "file",
        "check_for_update_on_startup": False,
        "analytics": {"enabled": False},
        "feedback": {"enabled": False},
        "otel": {"exporter": "none", "trace_exporter": "none", "metrics_exporter": "none"},
        "features": {
            "apps": False,
            "plugins": False,
            "remote_plugin": False,
            "enable_request_compression": False,
        },
    }


def _merged(
    settings: Mapping[str, ConfigOverride], extra: Mapping[str, ConfigOverride]
) -> dict[str, ConfigOverride]:
    """Lay settings over others, table by table; dotted keys in `extra` reach into tables."""
    result = dict(settings)
    for key, value in extra.items():
        head, dot, rest = key.partition(".")
        below = result.get(head)
        table = below if isinstance(below, dict) else {}
        if dot:
            result[head] = _merged(table, {rest: value})
        elif isinstance(value, Mapping):
            result[head] = _merged(table, value)
        else:
            result[head] = value
    return result


def _environment(root: Path, issuer: IssuerScript | None) -> dict[str, str]:
    login = _NOWHERE if issuer is None else issuer.origin
    # Variables of this process; the runtime ignores empty values.
    env = {name: "" for name in os.environ if name.startswith(_FOREIGN)}
    env |= dict.fromkeys(_SECRETS, "")
    # External requests of the runtime go to a proxy that does not exist.
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        env |= {name: _NOWHERE, name.upper(): _NOWHERE}
    env |= {
        "no_proxy": _LOOPBACK,
        "NO_PROXY": _LOOPBACK,
        "CODEX_HOME": str(root / "codex-home"),
        "CODEX_SQLITE_HOME": str(root / "codex-home"),
        "HOME": str(root / "home"),
        # Not above the Codex home, or the runtime refuses to put its helpers there.
        "TMPDIR": str(root / "tmp"),
        "CODEX_APP_SERVER_LOGIN_ISSUER": login,
        "CODEX_REFRESH_TOKEN_URL_OVERRIDE": f"{login}/oauth/token",
        "CODEX_REVOKE_TOKEN_URL_OVERRIDE": f"{login}/oauth/revoke",
        "PATH": _search_path(),
        "RUST_LOG": "error",
        "NO_COLOR": "1",
    }
    return env


def _search_path() -> str:
    path = os.environ.get("PATH", os.defpath)
    try:
        from codex_cli_bin import bundled_package_dir
    except ImportError:
        return path
    package = bundled_package_dir()
    resources = Path(package) / "codex-resources"
    return f"{path}{os.pathsep}{resources}" if resources.is_dir() else path
