"""Turns scripted decisions into an OAuth issuer on 127.0.0.1 that the real runtime logs in at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, final

from ..http_server import LoopbackServer, ServerThread
from .browser import BrowserPage, browse
from .script import IssuerScript
from .state import IssuerAccount, IssuerRequest, IssuerState

if TYPE_CHECKING:
    from types import TracebackType

    from ..http_exchange import Exchange

__all__ = ["BlockingLoginIssuer", "LoginIssuer"]


def _at(path: str, request: IssuerRequest) -> bool:
    return request.path == path


@final
class LoginIssuer(LoopbackServer, IssuerScript):
    """A login service for browser and device-code logins; the test plays the person and browser.

    It listens on a free port of 127.0.0.1 while its block lives
    (`async with LoginIssuer() as issuer:`), or in the caller's nursery
    (`issuer = await nursery.start(LoginIssuer().serve)`).
    `with LoginIssuer().in_thread() as issuer:` is the blocking form.

    The runtime takes the answer of a browser on port 1455 of this machine, one runtime at a time.

    Args:
        email: the address of the account that logs in.
        plan: its plan.
        account_id: the id of its workspace.
        user_id: the id of its user.
    """

    def __init__(
        self,
        *,
        email: str = "dev@example.com",
        plan: str = "pro",
        account_id: str = "acct-1",
        user_id: str = "user-1",
    ) -> None:
        LoopbackServer.__init__(self)
        account = IssuerAccount(email=email, plan=plan, account_id=account_id, user_id=user_id)
        IssuerScript.__init__(self, IssuerState(account))

    async def complete_browser_login(self, auth_url: str) -> BrowserPage:
        """Log in as a person with a browser does: open the address and follow it to its end.

        Args:
            auth_url: the address of the runtime's login.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime does not wait for a browser any more.

        Cancelling this leaves the login open unless the runtime already had its answer.
        """
        return await browse(self._own(auth_url))

    async def deny(
        self, auth_url: str, *, error: str = "access_denied", description: str = "no"
    ) -> BrowserPage:
        """Refuse a browser login, as a person who clicks "no" does.

        Args:
            auth_url: the address of the runtime's login.
            error: the error code of OAuth.
            description: its description.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime does not wait for a browser any more.

        Cancelling this leaves the login open unless the runtime already had its answer.
        """
        return await browse(self._denial(auth_url, error, description))

    async def wait_for_request(self, path: str, number: int = 1) -> IssuerRequest:
        """Wait for the request with this number, counted from 1, among those of a path.

        The caller bounds it, with `trio.fail_after` for one. Cancelling this changes nothing.

        Raises:
            ValueError: the number is below 1.
        """
        return await self._state.requests.wait(number, lambda request: _at(path, request))

    def in_thread(self) -> BlockingLoginIssuer:
        """Give the blocking form, which serves in a thread of its own while its block lives."""
        return BlockingLoginIssuer(self, self._state)

    async def _handle(self, exchange: Exchange) -> None:
        answer = self._state.answer(IssuerRequest._of(exchange.request))
        await exchange.respond(answer.status, answer.body_bytes(), headers=answer.headers)


@final
class BlockingLoginIssuer(IssuerScript):
    """A login service that serves in a thread of its own; made by `LoginIssuer.in_thread`."""

    def __init__(self, server: LoginIssuer, state: IssuerState) -> None:
        super().__init__(state)
        self._server = server
        self._thread = ServerThread(server)

    @property
    def origin(self) -> str:
        """Where the service listens, as `http://127.0.0.1:PORT`.

        Raises:
            RuntimeError: the service was not started.
        """
        return self._server.origin

    def complete_browser_login(self, auth_url: str) -> BrowserPage:
        """Log in as a person with a browser does: open the address and follow it to its end.

        Args:
            auth_url: the address of the runtime's login.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime does not wait for a browser any more.
        """
        return self._thread.call(self._server.complete_browser_login, auth_url)

    def deny(
        self, auth_url: str, *, error: str = "access_denied", description: str = "no"
    ) -> BrowserPage:
        """Refuse a browser login, as a person who clicks "no" does.

        Args:
            auth_url: the address of the runtime's login.
            error: the error code of OAuth.
            description: its description.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime does not wait for a browser any more.
        """
        return self._thread.call(browse, self._denial(auth_url, error, description))

    def wait_for_request(self, path: str, number: int = 1, timeout: float = 30.0) -> IssuerRequest:
        """Block this thread until the request with this number among those of a path has come.

        Args:
            path: the path.
            number: which request, counted from 1.
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: there were not as many requests.
            ValueError: the number is below 1.
        """
        fits = self._state.requests.wait_blocking
        return fits(number, lambda request: _at(path, request), timeout)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        error = self._thread.stop()
        if error is not None and exc is None:
            raise error
