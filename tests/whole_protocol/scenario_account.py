"""Scenarios: accounts, shared plugins and remote control, at a loopback issuer."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from trio_codex.errors import InternalRpcError

from .backend import backend
from .scenario_turns import start, turn
from .steps import Await, Call, Do, Refusal, Scenario, World
from .uploads import Uploads

__all__ = ["SCENARIOS"]

NO_DEVICE = "needs a device that verifies its user; this build has none"
NOTHING = "00000000-0000-4000-8000-000000000000"
INSTALLED = "/ps/plugins/installed"  # the runtime asks for it by itself too
SHARE = {"remotePluginId": "plugins~p"}


async def _browse(world: World) -> None:
    assert world.issuer is not None
    await world.issuer.complete_browser_login(cast("str", world.names["auth_url"]))


def _external_token(world: World) -> None:
    assert world.issuer is not None
    world.names["token"] = world.issuer.new_access_token()


def _refuse_token(world: World) -> None:
    world.model.fail(401)


def _write_plugin(world: World) -> None:
    # A shared plugin is looked for where the person who shared it has it.
    folder = Path(str(world.names["user_home"])) / "tidy" / ".codex-plugin"
    folder.mkdir(parents=True)
    (folder / "plugin.json").write_text('{"name": "tidy", "version": "1"}', encoding="utf-8")


LOG_IN = (
    Call("account/login/start", {"type": "chatgpt"}, keep={"auth_url": "authUrl"}),
    Do(_browse),
    Await("account/login/completed", {"success": True}),
)
"""Log in with a browser, which the runtime waits for on a port of its own, 1455."""
LEND_TOKENS = (
    Do(_external_token),
    Call(
        "account/login/start",
        {"type": "chatgptAuthTokens", "accessToken": "{token}", "chatgptAccountId": "acct-1"},
    ),
    Await("account/login/completed", {"success": True}),
)
"""Log in with tokens of the client's, which needs no port."""

ACCOUNT = Scenario(
    name="account",
    about="logs in with a browser and reads what the account's backend says",
    login=True,
    features={"apps": True},
    notifications=("account/login/completed", "account/updated", "app/list/updated"),
    steps=(
        *LOG_IN,
        Call("account/login/cancel", {"loginId": NOTHING}),
        Call("account/read", {"refreshToken": True}),
        backend("/wham/rate-limit-reset-credits/consume"),
        Call("account/rateLimitResetCredit/consume", {"idempotencyKey": "once"}),
        backend("/wham/rate-limit-reset-credits"),
        Call("account/rateLimits/read"),
        backend("/wham/accounts/send_add_credits_nudge_email"),
        Call("account/sendAddCreditsNudgeEmail", {"creditType": "credits"}),
        backend("/wham/profiles/me"),
        Call("account/usage/read", {}),
        backend("/wham/workspace-messages"),
        Call("account/workspaceMessages/read"),
        Call("app/installed", {}),
        backend("/connectors/directory/list"),
        Call("app/list", {}),
        Await("app/list/updated"),
        backend("/ps/apps/batch"),
        Call("app/read", {"appIds": ["a1"]}),
        Call("account/logout"),
        Await("account/updated", {"authMode": None}),
    ),
)

SHARING = Scenario(
    name="shared plugins",
    about="shares a plugin with a workspace and takes one from it",
    login=True,
    features={"plugins": True, "remote_plugin": True},
    steps=(
        Do(_write_plugin),
        *LEND_TOKENS,
        Uploads(
            (
                backend("/ps/plugins/search"),
                Call("plugin/search", {"searchTerm": "tidy"}),
                backend("/ps/plugins/workspace/created", *[INSTALLED] * 4),
                Call("plugin/share/list", {}),
                backend("/public/plugins/workspace/upload-url", "/public/plugins/workspace"),
                Call("plugin/share/save", {"pluginPath": "{user_home}/tidy"}),
                backend("/ps/plugins/plugins~p/shares"),
                Call(
                    "plugin/share/updateTargets",
                    {**SHARE, "discoverability": "PRIVATE", "shareTargets": []},
                ),
                backend("/ps/plugins/plugins~p", INSTALLED),
                Call("plugin/share/checkout", SHARE),
                backend("/public/plugins/workspace/plugins~p", status=204),
                Call("plugin/share/delete", SHARE),
                backend("/ps/plugins/plugins~p/skills/sweep"),
                Call(
                    "plugin/skill/read",
                    {
                        **SHARE,
                        "remoteMarketplaceName": "openai-curated-remote",
                        "skillName": "sweep",
                    },
                ),
            )
        ),
    ),
)

REMOTE = Scenario(
    name="remote control",
    about="enrols the server for remote control, pairs, lists and revokes clients",
    login=True,
    notifications=("remoteControl/status/changed",),
    steps=(
        *LEND_TOKENS,
        Call("remoteControl/status/read"),
        backend(*["/wham/remote/control/server/enroll"] * 4),
        Call("remoteControl/enable", {"ephemeral": True}),
        backend("/wham/remote/control/server/pair"),
        Call("remoteControl/pairing/start", {}),
        backend("/wham/remote/control/server/pair/status"),
        Call("remoteControl/pairing/status", {"pairingCode": "abc"}),
        backend("/wham/remote/control/environments/env-1/clients"),
        Call("remoteControl/client/list", {"environmentId": "env-1"}),
        backend("/wham/remote/control/environments/env-1/clients/phone"),
        Call("remoteControl/client/revoke", {"environmentId": "env-1", "clientId": "phone"}),
        Call("remoteControl/disable", {}),
    ),
)

TOKENS = Scenario(
    name="tokens of the client",
    about="lends the runtime tokens of the client's, and fresh ones when the model refuses them",
    login=True,
    server_requests=("account/chatgptAuthTokens/refresh",),
    answers={
        "account/chatgptAuthTokens/refresh": {
            "accessToken": "{token}",
            "chatgptAccountId": "acct-1",
            "chatgptPlanType": "pro",
        }
    },
    steps=(*LEND_TOKENS, Do(_refuse_token), start(), *turn("hello")),
)

ATTESTED = Scenario(
    name="attestation",
    about="logs in and has the client attest what it is for each request to the model",
    login=True,
    server_requests=("attestation/generate",),
    steps=(*LEND_TOKENS, start(), *turn("hello")),
)

ELSEWHERE = Scenario(
    name="accounts elsewhere",
    about="calls methods that need another provider, a managed device or a reporting service",
    config={"feedback": {"enabled": True}},
    env={"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"},
    steps=(
        Call("account/bedrock/checkGovCloudRequirements", {}),
        Call("account/bedrock/discover", {}),
        Call("account/bedrock/setup", {"type": "environment", "region": "us-east-1"}),
        Call(
            "feedback/upload",
            {"classification": "bug", "includeLogs": False},
            refused=Refusal(
                InternalRpcError,
                "(?s)failed to upload feedback.*Connection refused",
                "needs the network: the address of the reporting service cannot be changed, and "
                "the proxy that it is sent through is a closed port of this machine",
            ),
        ),
        Call("userVerification/status", {}),
        Call("userVerification/cancel", {"requestId": 1}),
        *(
            Call(
                f"userVerification/{verb}",
                params,
                refused=Refusal(InternalRpcError, "is not available in this build", NO_DEVICE),
            )
            for verb, params in (
                ("enroll", {}),
                ("verify", {"challenge": "Yw", "title": "t", "description": "d"}),
                ("delete", {}),
            )
        ),
    ),
)

SCENARIOS = (ACCOUNT, SHARING, REMOTE, TOKENS, ATTESTED, ELSEWHERE)
