"""State of a login service: its accounts, codes and tokens, and the answers of its endpoints."""

from __future__ import annotations

import base64
import hashlib
import itertools
import threading
import time
from typing import TYPE_CHECKING, final
from urllib.parse import urlencode

import attrs
import orjson

from ..records import Records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...protocol import JsonValue
    from ..http_exchange import HttpRequest

__all__ = ["Answer", "IssuerAccount", "IssuerRequest", "IssuerState"]

_LIFE_SECONDS = 24 * 3600
_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"


@final
@attrs.frozen
class Answer:
    """An HTTP answer: a status, a body of JSON or text, and headers."""

    status: int = 200
    body: JsonValue = attrs.field(factory=dict)
    headers: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True)
class IssuerAccount:
    """The account that logs in.

    Attributes:
        email: its address.
        plan: its plan, `pro` for one.
        account_id: the id of its workspace.
        user_id: the id of its user.
    """

    email: str = "dev@example.com"
    plan: str = "pro"
    account_id: str = "acct-1"
    user_id: str = "user-1"

    def claims(self) -> dict[str, JsonValue]:
        """Returns the claims of a token of the account."""
        now = int(time.time())
        return {
            "email": self.email,
            "iat": now,
            "exp": now + _LIFE_SECONDS,
            "https://api.openai.com/auth": {
                "chatgpt_plan_type": self.plan,
                "chatgpt_account_id": self.account_id,
                "chatgpt_user_id": self.user_id,
            },
        }


@final
@attrs.frozen(kw_only=True)
class IssuerRequest:
    """One request to the login service.

    Attributes:
        method: the HTTP method.
        path: the path, without the query.
        fields: the fields of the query and of the body, whether it was a form or JSON.
        headers: header values by lower-case name.
        bearer: the token of the `Authorization` header.
    """

    method: str
    path: str
    fields: Mapping[str, str]
    headers: Mapping[str, str]
    bearer: str | None

    @classmethod
    def _of(cls, http: HttpRequest) -> IssuerRequest:
        """Reads an HTTP request."""
        return cls(**{field.name: getattr(http, field.name) for field in attrs.fields(cls)})


@attrs.define
class _Device:
    user_code: str
    approved: bool | None = None  # not decided yet


def _jwt(claims: Mapping[str, JsonValue]) -> str:
    # The runtime reads the claims and does not check signatures.
    parts = (orjson.dumps({"alg": "none", "typ": "JWT"}), orjson.dumps(dict(claims)), b"none")
    return ".".join(map(_base64, parts))


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _challenge(verifier: str) -> str:
    return _base64(hashlib.sha256(verifier.encode()).digest())


@final
class IssuerState:
    """Accounts, codes and tokens of a login service; usable from any thread."""

    def __init__(self, account: IssuerAccount) -> None:
        self.account = account
        self.requests: Records[IssuerRequest] = Records()
        self.access_tokens: list[str] = []
        self.revoked: list[str] = []
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._challenges: dict[str, str] = {}
        self._refresh_tokens: set[str] = set()
        self._devices: dict[str, _Device] = {}
        self._failures: list[tuple[str, Answer]] = []

    def fail(self, path: str, answer: Answer) -> None:
        """Sets the answer of the next request of a path or grant type."""
        with self._lock:
            self._failures.append((path, answer))

    def new_access_token(self) -> str:
        """Returns an access token for the account."""
        with self._lock:
            token = _jwt({**self.account.claims(), "jti": f"access-{next(self._numbers)}"})
            self.access_tokens.append(token)
            return token

    def decide_device(self, user_code: str | None, *, approve: bool) -> None:
        """Approves or refuse a device code, the newest one by default."""
        with self._lock:
            for device in reversed(self._devices.values()):
                if user_code in (None, device.user_code):
                    device.approved = approve
                    return
        raise LookupError(f"no device asked for a code{f' {user_code}' if user_code else ''} yet")

    def answer(self, request: IssuerRequest) -> Answer:
        """Records a request and answer it."""
        self.requests.add(request)
        names = (request.path, request.fields.get("grant_type", ""))
        with self._lock:
            for index, (path, answer) in enumerate(self._failures):
                if path in names:
                    del self._failures[index]
                    return answer
        answers = {
            ("GET", "/oauth/authorize"): self._authorize,
            ("POST", "/oauth/token"): self._token,
            ("POST", "/oauth/revoke"): self._revoke,
            ("POST", "/api/accounts/deviceauth/usercode"): self._user_code,
            ("POST", "/api/accounts/deviceauth/token"): self._device_token,
            ("GET", "/backend-api/wham/accounts/check"): self._accounts,
            ("GET", "/backend-api/wham/usage"): self._usage,
        }
        found = answers.get((request.method, request.path))
        if found is None:
            text = f"the login issuer has no {request.method} {request.path}"
            return Answer(404, {"error": {"message": text}})
        return found(request)

    def _authorize(self, request: IssuerRequest) -> Answer:
        fields = request.fields
        if not {"redirect_uri", "state", "code_challenge"} <= fields.keys():
            return Answer(400, "redirect_uri, state or code_challenge is missing")
        query = urlencode(
            {"code": self._new_code(fields["code_challenge"]), "state": fields["state"]}
        )
        return Answer(302, "", {"location": f"{fields['redirect_uri']}?{query}"})

    def _new_code(self, challenge: str) -> str:
        with self._lock:
            code = f"code-{next(self._numbers)}"
            self._challenges[code] = challenge
            return code

    def _token(self, request: IssuerRequest) -> Answer:
        grant = request.fields.get("grant_type")
        if grant == "authorization_code":
            with self._lock:
                challenge = self._challenges.pop(request.fields.get("code", ""), None)
            if challenge != _challenge(request.fields.get("code_verifier", "")):
                return Answer(400, {"error": "invalid_grant"})
            return self._tokens()
        if grant == "refresh_token":
            with self._lock:
                known = request.fields.get("refresh_token") in self._refresh_tokens
            return self._tokens() if known else Answer(401, {"error": "refresh_token_expired"})
        if grant == _EXCHANGE:
            return Answer(200, {"access_token": "exchanged-api-key"})
        return Answer(400, {"error": "unsupported_grant_type"})

    def _tokens(self) -> Answer:
        access = self.new_access_token()
        with self._lock:
            refresh = f"refresh-{next(self._numbers)}"
            self._refresh_tokens.add(refresh)
        body: dict[str, JsonValue] = {
            "id_token": _jwt(self.account.claims()),
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "Bearer",
            "expires_in": _LIFE_SECONDS,
        }
        return Answer(200, body)

    def _revoke(self, request: IssuerRequest) -> Answer:
        token = request.fields.get("token", "")
        with self._lock:
            self.revoked.append(token)
            self._refresh_tokens.discard(token)
        return Answer(200, {})

    def _user_code(self, _: IssuerRequest) -> Answer:
        with self._lock:
            number = next(self._numbers)
            device = _Device(f"CODE-{number:04}")
            self._devices[f"device-{number}"] = device
        body: dict[str, JsonValue] = {
            "device_auth_id": f"device-{number}",
            "user_code": device.user_code,
            "interval": "1",
        }
        return Answer(200, body)

    def _device_token(self, request: IssuerRequest) -> Answer:
        with self._lock:
            device = self._devices.get(request.fields.get("device_auth_id", ""))
        if device is None or device.approved is False:
            return Answer(400, {"error": "access_denied"})
        if device.approved is None:
            return Answer(403, {"error": "authorization_pending"})
        verifier = "v" * 43
        challenge = _challenge(verifier)
        body: dict[str, JsonValue] = {
            "authorization_code": self._new_code(challenge),
            "code_challenge": challenge,
            "code_verifier": verifier,
        }
        return Answer(200, body)

    def _accounts(self, _: IssuerRequest) -> Answer:
        # The runtime wants an https origin here but does not connect to it.
        account: dict[str, JsonValue] = {
            "id": self.account.account_id,
            "workspace_backend_origin": "https://127.0.0.1:1",
            "account_routing_override": "NO_CONSTRAINT",
        }
        return Answer(200, {"accounts": [account]})

    def _usage(self, _: IssuerRequest) -> Answer:
        window: dict[str, JsonValue] = {
            "used_percent": 12,
            "limit_window_seconds": 18000,
            "reset_after_seconds": 3600,
            "reset_at": int(time.time()) + 3600,
        }
        limit: dict[str, JsonValue] = {
            "allowed": True,
            "limit_reached": False,
            "primary_window": window,
        }
        return Answer(200, {"plan_type": self.account.plan, "rate_limit": limit})
