"""The command line, environment and directory of the runtime's process."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import attrs

from .._redaction import kind_of, redacted, redacted_arguments
from ..errors import InvalidArgumentError, RuntimeNotFoundError
from .toml import override_arguments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._config import AppServerConfig

__all__ = ["Launch", "carrier", "resolve_runtime", "unloads_threads"]

_UNLOAD_DELAY = "thread_unload_delay_secs"
# The oldest runtime known to have it; 0.149 does not.
_UNLOAD_DELAY_SINCE = (0, 161)

_INSTALL_HINT = (
    "reinstall trio-codex, which brings it (pip install --force-reinstall trio-codex), "
    "or say where a Codex binary is: AppServerConfig(codex_bin=...)"
)


@attrs.frozen(kw_only=True)
class Launch:
    """A process ready to be started.

    Attributes:
        argv: the command line; the first element is the program.
        env: the whole environment of the child.
        cwd: the child's working directory; `None` for this process's own.
    """

    argv: tuple[str, ...] = attrs.field(repr=lambda argv: repr(redacted_arguments(argv)))
    env: Mapping[str, str] = attrs.field(repr=lambda env: repr(redacted(env, secret=True)))
    cwd: str | None


def resolve_runtime(config: AppServerConfig, listen: tuple[str, ...] | None = None) -> Launch:
    """Finds the runtime and returns how to start it; starts nothing.

    Args:
        config: the configuration.
        listen: the options of a server that others attach to; `None` for one on a pipe.

    Raises:
        RuntimeNotFoundError: the configured binary, or the runtime package, does not exist or
            cannot be executed. A configured binary is never replaced by another one.
        InvalidArgumentError: the working directory, the environment or a setting cannot be used.
    """
    cwd = _directory(config.cwd)
    env = _environment(config.env)
    if config.launch_args_override is not None:
        if config.otel is not None:
            raise InvalidArgumentError(
                "otel sets arguments of the runtime and cannot be combined with "
                "launch_args_override, which is the whole command line"
            )
        argv = _override(config.launch_args_override, env, cwd)
    else:
        if config.codex_bin is not None:
            binary = _given_binary(config.codex_bin)
        else:
            binary, helpers = _packaged_binary()
            if helpers is not None:
                env["PATH"] = os.pathsep.join((helpers, env.get("PATH") or os.defpath))
        argv = [binary, "app-server", *(listen or ("--listen", "stdio://"))]
        if listen is None:
            # In front of the caller's own settings, so that theirs win. A client of a listening
            # server may come back for its thread.
            argv += ("-c", f"{_UNLOAD_DELAY}=0")
        exported = {} if config.otel is None else config.otel.settings()
        for argument in (
            *override_arguments(exported),
            *override_arguments(config.config_overrides),
        ):
            argv += ("-c", argument)
    return _launch(argv, env, cwd)


def carrier(command: object, config: AppServerConfig) -> Launch:
    """Finds a program that carries the bytes to a server and back; starts nothing.

    Raises:
        RuntimeNotFoundError: there is no such program, or it cannot be executed.
        InvalidArgumentError: the command line, or the directory or the environment of the config,
            cannot be used.
    """
    if not isinstance(command, (list, tuple)):
        raise InvalidArgumentError(
            f"command must be a list of str, such as ['ssh', 'host', ...], not {kind_of(command)}"
        )
    cwd, env = _directory(config.cwd), _environment(config.env)
    return _launch(_override(tuple(command), env, cwd, "command"), env, cwd)


def _launch(argv: list[str], env: Mapping[str, str], cwd: str | None) -> Launch:
    for shown, argument in zip(redacted_arguments(argv), argv, strict=True):
        if "\0" in argument:
            raise InvalidArgumentError(f"the command line holds a NUL character: {shown!r}")
        if not _encodable(argument):
            raise InvalidArgumentError(f"the command line holds a lone surrogate: {shown!r}")
    return Launch(argv=tuple(argv), env=env, cwd=cwd)


def unloads_threads(config: AppServerConfig, version: str | None) -> bool:
    """Whether the runtime unloads a thread immediately after its last subscriber has gone.

    By default it keeps such a thread for more than a minute, so a program that runs one thread
    after the other grows. `resolve_runtime` sets the delay to 0 unless the config names one.
    Runtimes that do not know the setting ignore it.

    Args:
        config: the configuration that the runtime was started with.
        version: the runtime's version; `None` if it has not named one.
    """
    known = re.match(r"(\d+)\.(\d+)\.", version or "")
    if known is None or tuple(map(int, known.groups())) < _UNLOAD_DELAY_SINCE:
        return False
    if config.launch_args_override is not None:
        return False
    settings = override_arguments(config.config_overrides)
    return all(text.partition("=")[0].strip() != _UNLOAD_DELAY for text in settings)


def _directory(cwd: str | None) -> str | None:
    if cwd is None:
        return None
    if not os.path.isdir(cwd):  # noqa: PTH112 - false where a Path raises (NUL, too long)
        raise InvalidArgumentError(f"cwd is not a directory: {cwd!r}")
    return cwd


def _environment(extra: Mapping[str, str | None] | None) -> dict[str, str]:
    env = dict(os.environ)
    given = cast("Mapping[object, object]", extra or {})
    for given_name, value in given.items():
        name = _variable_name(given_name)
        if value is None:
            env.pop(name, None)
        elif not isinstance(value, str):
            # The value itself stays out of the messages: it may be a secret.
            raise InvalidArgumentError(
                f"env: the value of {name!r} is {kind_of(value)}; it must be a string, or None to "
                "unset the variable"
            )
        elif "\0" in value:
            raise InvalidArgumentError(f"env: the value of {name!r} holds a NUL character")
        elif not _encodable(value):
            raise InvalidArgumentError(f"env: the value of {name!r} holds a lone surrogate")
        else:
            env[name] = value
    # The runtime colours its log even when stderr is no terminal.
    env.setdefault("NO_COLOR", "1")
    return env


def _variable_name(name: object) -> str:
    if not isinstance(name, str):
        raise InvalidArgumentError(f"env: a name is {kind_of(name)}, not a string")
    shown = name.partition("=")[0]
    if not name or "=" in name or "\0" in name:
        raise InvalidArgumentError(
            f"env: {shown!r} cannot be an environment variable: a name is not empty and has no "
            "'=' and no NUL character"
        )
    if not _encodable(name):
        raise InvalidArgumentError(f"env: the name {shown!r} holds a lone surrogate")
    # os.environ spells names in capitals where case does not count.
    return name.upper() if sys.platform == "win32" else name


def _override(
    given: tuple[object, ...],
    env: Mapping[str, str],
    cwd: str | None,
    option: str = "launch_args_override",
) -> list[str]:
    argv = []
    for index, argument in enumerate(given):
        if not isinstance(argument, str):
            raise InvalidArgumentError(f"{option}[{index}] is {kind_of(argument)}, not a string")
        argv.append(argument)
    if not argv or not argv[0]:
        raise InvalidArgumentError(f"{option} is empty: its first element is the program")
    program = argv[0]
    if os.path.dirname(program):  # noqa: PTH120 - a Path would drop the "./" that matters here
        # The child is in its own directory already when it looks for a relative program.
        _check_executable(Path(cwd or ".", program), option, program)
    elif not _is_in_path(program, env, cwd):
        raise RuntimeNotFoundError(f"{option}: no program {program!r} in the child's PATH")
    return argv


def _is_in_path(program: str, env: Mapping[str, str], cwd: str | None) -> bool:
    """Looks a program up as starting it does: in the child's PATH, from the child's directory."""
    if sys.platform == "win32":
        return shutil.which(program, path=env.get("PATH", os.defpath)) is not None
    for directory in os.get_exec_path(env):
        path = Path(cwd or ".", directory, program)
        try:
            if stat.S_ISREG(path.stat().st_mode) and os.access(path, os.X_OK):
                return True
        except (OSError, ValueError):
            pass  # it is not there, or cannot be
    return False


def _encodable(text: str) -> bool:
    """Whether the system can be given the text; a lone surrogate has no bytes."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True


def _given_binary(codex_bin: str) -> str:
    path = Path(os.path.expanduser(codex_bin))  # noqa: PTH111 - a Path raises without a home
    try:
        _check_executable(path, "codex_bin", codex_bin)
    except RuntimeNotFoundError as error:
        elsewhere = shutil.which(codex_bin) if path.name == codex_bin else None
        if elsewhere is None:
            raise
        hint = f"{error} (it is a path; the one in PATH is {elsewhere!r})"
        raise RuntimeNotFoundError(hint) from None
    # Relative to this process's directory, where the caller is, not to the child's.
    return str(path.absolute())


def _check_executable(path: Path, option: str, given: str) -> None:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise RuntimeNotFoundError(f"{option}: there is no file {given!r}") from None
    except (OSError, ValueError) as error:
        raise RuntimeNotFoundError(f"{option}: {given!r} cannot be looked up: {error}") from None
    if not stat.S_ISREG(mode):
        raise RuntimeNotFoundError(f"{option}: {given!r} is not a file")
    if not os.access(path, os.X_OK):
        raise RuntimeNotFoundError(f"{option}: {given!r} is not executable")


def _packaged_binary() -> tuple[str, str | None]:
    try:
        import codex_cli_bin
    except ImportError:
        raise RuntimeNotFoundError(
            f"the runtime package openai-codex-cli-bin is not installed: {_INSTALL_HINT}"
        ) from None
    try:
        binary = codex_cli_bin.bundled_codex_path()
        helpers = codex_cli_bin.bundled_path_dir()
    except FileNotFoundError as error:
        raise RuntimeNotFoundError(f"{error}: {_INSTALL_HINT}") from None
    return str(binary), None if helpers is None else str(helpers)
