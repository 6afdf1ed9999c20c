"""Blocking face of `_client/environment.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    import os

    from ..._client.environment import AsyncEnvironment
    from ...protocol import TurnEnvironmentParams
    from .app_server import BlockingAppServerClient

__all__ = ["Environment"]


@final
class Environment:
    """An exec-server that the runtime can run the commands of threads on.

    The runtime keeps it as long as it runs: there is no request that removes one.
    """

    def __init__(self, client: BlockingAppServerClient, held: AsyncEnvironment) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    @property
    def id(self) -> str:
        """The environment's id."""
        return self._async.id

    @property
    def url(self) -> str:
        """The URL of the exec-server."""
        return self._async.url

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def at(self, cwd: str | os.PathLike[str]) -> TurnEnvironmentParams:
        """Returns the value for the option `environments` of threads and turns.

        Args:
            cwd: the absolute path of the working directory on the exec-server's machine.

        Raises:
            InvalidArgumentError: the path is not absolute.
        """
        return self._async.at(cwd)

    def check(self) -> None:
        """Checks that the runtime reaches the exec-server, which it connects to if it must.

        Raises:
            EnvironmentUnavailableError: it is not reached within the environment's `timeout`.
            AppServerError: the connection to the runtime has ended.

        On Ctrl+C, nothing changes.
        """
        self._portal.run(self._async.check)
