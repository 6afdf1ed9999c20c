"""A scripted OAuth issuer on 127.0.0.1 for logins of the real runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..http_server import BlockingServer, LoopbackServer
from .browser import BrowserPage, browse
from .script import IssuerScript
from .state import IssuerAccount, IssuerRequest, IssuerState

if TYPE_CHECKING:
    from ..http_exchange import Exchange

__all__ = ["BlockingLoginIssuer", "LoginIssuer"]


@final
class LoginIssuer(LoopbackServer, IssuerScript):
    """A login service for browser and device-code logins; the test acts as the user.

    It listens on a free port of 127.0.0.1 while its block lasts
    (`async with LoginIssuer() as issuer:`), or in the caller's nursery
    (`issuer = await nursery.start(LoginIssuer().serve)`).
    `with LoginIssuer().in_thread() as issuer:` is the blocking form.

    The runtime accepts the answer of a browser on port 1455 of this machine, so that only one
    runtime at a time can have a browser login.

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
        """Completes a browser login: opens the address and follows its redirects.

        Args:
            auth_url: the address of the runtime's login.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime no longer waits for a browser.

        Cancelling it leaves the login open unless the runtime already had its answer.
        """
        return await browse(self._own(auth_url))

    async def deny(
        self, auth_url: str, *, error: str = "access_denied", description: str = "no"
    ) -> BrowserPage:
        """Refuses a browser login, as a user who clicks "no" does.

        Args:
            auth_url: the address of the runtime's login.
            error: the error code of OAuth.
            description: its description.

        Raises:
            ValueError: the address is not this issuer's.
            OSError: the runtime no longer waits for a browser.

        Cancelling it leaves the login open unless the runtime already had its answer.
        """
        return await browse(self._denial(auth_url, error, description))

    async def wait_for_request(self, path: str, number: int = 1) -> IssuerRequest:
        """Waits for the request with this number, counted from 1, among those of a path.

        The caller bounds it, with `trio.fail_after` for one. Cancelling it changes nothing.

        Raises:
            ValueError: the number is below 1.
        """
        return await self._state.requests.wait(number, lambda request: request.path == path)

    def in_thread(self) -> BlockingLoginIssuer:
        """Returns the blocking form, which serves in its own thread while its block lasts."""
        return BlockingLoginIssuer(self, self._state)

    async def _handle(self, exchange: Exchange) -> None:
        answer = self._state.answer(IssuerRequest._of(exchange.request))
        await exchange.respond(answer.status, answer.body, headers=answer.headers)


@final
class BlockingLoginIssuer(BlockingServer[LoginIssuer], IssuerScript):
    """A login service that serves in its own thread; made by `LoginIssuer.in_thread`."""

    def __init__(self, server: LoginIssuer, state: IssuerState) -> None:
        IssuerScript.__init__(self, state)
        BlockingServer.__init__(self, server)

    def complete_browser_login(self, auth_url: str) -> BrowserPage:
        """Completes a browser login; see `LoginIssuer.complete_browser_login`."""
        return self._call(self._server.complete_browser_login, auth_url)

    def deny(
        self, auth_url: str, *, error: str = "access_denied", description: str = "no"
    ) -> BrowserPage:
        """Refuses a browser login; see `LoginIssuer.deny`."""
        return self._call(browse, self._denial(auth_url, error, description))

    def wait_for_request(self, path: str, number: int = 1, timeout: float = 30.0) -> IssuerRequest:
        """Blocks this thread until the request with this number among those of a path has come.

        Args:
            path: the path.
            number: which request, counted from 1.
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: there were not as many requests.
            ValueError: the number is below 1.
        """
        wait = self._state.requests.wait_blocking
        return wait(number, lambda request: request.path == path, timeout)
