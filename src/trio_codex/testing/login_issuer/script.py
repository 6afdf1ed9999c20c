"""Script of a login service: its account, its failures, and the requests it received."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import attrs

from .state import Answer, IssuerRequest, IssuerState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...protocol import JsonValue

__all__ = ["IssuerScript"]


class IssuerScript(ABC):
    """Methods of both forms of the login service; usable from any thread."""

    def __init__(self, state: IssuerState) -> None:
        self._state = state

    @property
    @abstractmethod
    def origin(self) -> str:
        """Where the service listens, as `http://127.0.0.1:PORT`.

        Raises:
            RuntimeError: the service was not started.
        """

    def set_account(
        self,
        *,
        email: str | None = None,
        plan: str | None = None,
        account_id: str | None = None,
        user_id: str | None = None,
    ) -> None:
        """Changes the account that logs in, from the next token on.

        Args:
            email: its address.
            plan: its plan.
            account_id: the id of its workspace.
            user_id: the id of its user.
        """
        given = {"email": email, "plan": plan, "account_id": account_id, "user_id": user_id}
        changes = {key: value for key, value in given.items() if value is not None}
        self._state.account = attrs.evolve(self._state.account, **changes)

    @property
    def requests(self) -> list[IssuerRequest]:
        """The requests to the service so far, in the order of their arrival."""
        return self._state.requests.all()

    @property
    def access_tokens(self) -> list[str]:
        """The access tokens issued so far, the newest one last."""
        return list(self._state.access_tokens)

    @property
    def revoked_tokens(self) -> list[str]:
        """The tokens that the runtime revoked at logouts."""
        return list(self._state.revoked)

    def new_access_token(self) -> str:
        """Returns a new access token, for a login with external tokens (`chatgptAuthTokens`)."""
        return self._state.new_access_token()

    def approve_device_code(self, user_code: str | None = None) -> None:
        """Approves a device code, as the user who logs in does.

        Args:
            user_code: which one; the newest by default.

        Raises:
            LookupError: no device asked for such a code.
        """
        self._state.decide_device(user_code, approve=True)

    def refuse_device_code(self, user_code: str | None = None) -> None:
        """Refuses a device code; the runtime is notified when it polls next.

        Args:
            user_code: which one; the newest by default.

        Raises:
            LookupError: no device asked for such a code.
        """
        self._state.decide_device(user_code, approve=False)

    def fail_token(self, status: int = 400, body: JsonValue = "nope") -> None:
        """Fails the next exchange of a code for tokens."""
        self._state.fail("authorization_code", Answer(status, body))

    def fail_refresh(self, status: int = 401, body: JsonValue = "nope") -> None:
        """Fails the next refresh of tokens."""
        self._state.fail("refresh_token", Answer(status, body))

    def fail_device_code(self, status: int = 404, body: JsonValue = "nope") -> None:
        """Fails the next request for a device code; 404 means that the service has none."""
        self.fail_path("/api/accounts/deviceauth/usercode", status, body)

    def fail_path(
        self,
        path: str,
        status: int,
        body: JsonValue = "nope",
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Sets another answer for the next request of a path.

        Args:
            path: the path, `/oauth/revoke` for one.
            status: the HTTP status.
            body: JSON or text.
            headers: further headers.
        """
        self._state.fail(path, Answer(status, body, headers or {}))

    def _own(self, auth_url: str) -> str:
        if not auth_url.startswith(f"{self.origin}/oauth/authorize?"):
            raise ValueError(f"this is not an address of the issuer at {self.origin}: {auth_url!r}")
        return auth_url

    def _denial(self, auth_url: str, error: str, description: str) -> str:
        fields = parse_qs(urlsplit(self._own(auth_url)).query)
        answer = {
            "error": error,
            "error_description": description,
            "state": fields["state"][-1],
        }
        return f"{fields['redirect_uri'][-1]}?{urlencode(answer)}"
