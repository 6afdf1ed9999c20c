"""Environments: exec-servers on which the commands of a thread run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, final
from urllib.parse import urlsplit

import trio

from .._hints import exported
from ..errors import AppServerError, EnvironmentUnavailableError, InvalidArgumentError
from .arguments import check_seconds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..protocol import TurnEnvironmentParams
    from .app_server import AppServerClient

__all__ = ["AsyncEnvironment", "EnvironmentTable", "add_environment"]


@final
class AsyncEnvironment:
    """An exec-server that the runtime can run the commands of threads on.

    The runtime keeps it as long as it runs: there is no request that removes one.
    """

    def __init__(self, client: AppServerClient, id: str, url: str, timeout: float) -> None:
        self._client = client
        self._id = id
        self._url = url
        self._timeout = timeout

    @property
    def id(self) -> str:
        """The environment's id."""
        return self._id

    @property
    def url(self) -> str:
        """The URL of the exec-server."""
        return self._url

    def __repr__(self) -> str:
        return f"<AsyncEnvironment {self._id} at {self._url}>"

    def at(self, cwd: str | os.PathLike[str]) -> TurnEnvironmentParams:
        """Returns the value for the option `environments` of threads and turns.

        Args:
            cwd: the absolute path of the working directory on the exec-server's machine.

        Raises:
            InvalidArgumentError: the path is not absolute.
        """
        from ..protocol import TurnEnvironmentParams

        path = os.fspath(cwd)
        if not isinstance(path, str) or not path.startswith("/"):
            raise InvalidArgumentError(f"cwd must be an absolute path, not {path!r:.80}")
        return TurnEnvironmentParams(cwd=path, environment_id=self._id)

    async def check(self) -> None:
        """Checks that the runtime reaches the exec-server, which it connects to if it must.

        Raises:
            EnvironmentUnavailableError: it is not reached within the environment's `timeout`.
            AppServerError: the connection to the runtime has ended.

        Cancelled, nothing changes.
        """
        await _reach(self)


@final
class EnvironmentTable:
    """The environments that a client has added, and the threads that use them.

    With a dead exec-server the runtime answers `turn/start` after some 25 s. So the environments
    of a thread are checked before a turn is started on it, within their own `timeout`.
    """

    def __init__(self) -> None:
        self._added: dict[str, AsyncEnvironment] = {}
        self._threads: dict[str, list[AsyncEnvironment]] = {}

    def add(self, environment: AsyncEnvironment) -> None:
        """Adds an environment."""
        self._added[environment.id] = environment

    def note(self, thread_id: str, params: Mapping[str, object]) -> None:
        """Notes the environments in the params of a thread or a turn."""
        named = params.get("environments")
        if isinstance(named, list):
            ids = [each.get("environmentId") for each in named if isinstance(each, dict)]
            self._threads[thread_id] = [self._added[id] for id in ids if id in self._added]

    async def check(self, thread_id: str, params: Mapping[str, object]) -> None:
        """Checks the environments of a turn that is about to be started."""
        self.note(thread_id, params)
        for environment in self._threads.get(thread_id, ()):
            await environment.check()


async def _reach(environment: AsyncEnvironment) -> None:
    reason = f"no answer within {environment._timeout:g} s"
    with trio.move_on_after(environment._timeout):
        try:
            status: Any = await environment._client.call(
                "environment/status", {"environmentId": environment._id}
            )
            if status.get("status") != "ready":
                await environment._client.call(
                    "environment/info", {"environmentId": environment._id}
                )
        except AppServerError as error:
            environment._client._require().check_open()
            reason = str(error)
        else:
            return
    raise EnvironmentUnavailableError(
        f"the environment {environment._id!r} at {environment._url} is not reached: {reason}",
        environment_id=environment._id,
        url=environment._url,
    )


async def add_environment(
    client: AppServerClient, url: str, name: str | None, token: str | None, seconds: float
) -> AsyncEnvironment:
    """Adds an exec-server to the runtime and checks that it is reached."""
    parts = urlsplit(url) if isinstance(url, str) else None
    if parts is None or parts.scheme not in ("ws", "wss") or not parts.hostname:
        raise InvalidArgumentError(
            f"exec_server_url must be the ws:// or wss:// URL that `codex exec-server` prints, not "
            f"{url!r:.80}"
        )
    if name is not None and (not isinstance(name, str) or not name or name == "local"):
        raise InvalidArgumentError(f"name must be a str other than 'local', not {name!r:.80}")
    check_seconds("timeout", seconds)
    if seconds is None or seconds == float("inf"):
        raise InvalidArgumentError(f"timeout must be a finite number of seconds, not {seconds!r}")
    environment = AsyncEnvironment(client, name or f"env-{os.urandom(4).hex()}", url, seconds)
    params: dict[str, Any] = {
        "environmentId": environment.id,
        "execServerUrl": url,
        "connectTimeoutMs": max(round(seconds * 1000), 1),
    }
    if token is not None:
        params["authBearerToken"] = token
    await client.request("environment/add", params)
    await environment.check()
    if client._environments is None:
        client._environments = EnvironmentTable()
    client._environments.add(environment)
    return environment


exported("trio_codex", AsyncEnvironment)
