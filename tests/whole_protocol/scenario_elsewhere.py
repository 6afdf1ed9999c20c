"""Scenarios: environments, gateways and programs beside the runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trio_codex.errors import InternalRpcError

from .exec_server import ExecServer
from .scenario_turns import start, turn
from .steps import Await, Beside, Call, Refusal, Scenario

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["SCENARIOS"]

FAR: JsonValue = [{"environmentId": "far", "cwd": "{cwd}"}]
THREAD = {"threadId": "{thread}"}
NOWHERE = "nothing listens at the address of the environment"
KEYRING = "would keep its tokens in the keyring of the operating system, so it is cancelled"
GATEWAY: JsonValue = {
    "client_id": "client-1",
    "authorization_url": "{issuer}/oauth/authorize",
    "token_url": "{issuer}/oauth/token",
    "delivery": {"kind": "header", "name": "x-gateway-token"},
}


ENVIRONMENTS = Scenario(
    name="environments",
    about="runs a thread in an environment whose server stops and comes back",
    notifications=("thread/environment/connected", "thread/environment/disconnected"),
    steps=(
        Call("environment/info", {"environmentId": "local"}),
        Call("environment/status", {"environmentId": "local"}),
        Call("environment/add", {"environmentId": "lost", "execServerUrl": "ws://127.0.0.1:1/"}),
        Call(
            "environment/info",
            {"environmentId": "lost"},
            refused=Refusal(InternalRpcError, "Connection refused", NOWHERE),
        ),
        ExecServer(
            (
                Call("environment/add", {"environmentId": "far", "execServerUrl": "{environment}"}),
                Call("environment/info", {"environmentId": "far"}),
                start(environments=FAR),
                *turn("hello"),
            )
        ),
        Await("thread/environment/disconnected", THREAD),
        Call("environment/status", {"environmentId": "far"}),
        ExecServer(
            (
                Call("turn/start", {**THREAD, "input": [{"type": "text", "text": "again"}]}),
                Await("thread/environment/connected", THREAD),
                Await("turn/completed", THREAD),
            )
        ),
    ),
)

GATEWAY_LOGIN = Scenario(
    name="gateway",
    about="starts the login at the gateway of a model provider and cancels it",
    login=True,
    provider={"gateway_oauth": GATEWAY, "requires_openai_auth": False},
    notifications=("account/gatewayOAuth/changed",),
    steps=(
        Beside(
            Call(
                "account/gatewayOAuth/login",
                refused=Refusal(InternalRpcError, "Gateway sign-in was canceled", KEYRING),
            ),
            (
                Await("account/gatewayOAuth/changed", {"status": "started"}),
                Call("account/gatewayOAuth/read"),
                Call("account/gatewayOAuth/cancel"),
            ),
        ),
        Await("account/gatewayOAuth/changed", {"status": "failed"}),
    ),
)

NO_SANDBOX = Scenario(
    name="no sandbox",
    about="starts where the program of the sandbox is not on PATH",
    env={"PATH": "{home}"},
    notifications=("configWarning",),
    steps=(Call("account/read", {}),),
)

SCENARIOS = (ENVIRONMENTS, GATEWAY_LOGIN, NO_SANDBOX)
