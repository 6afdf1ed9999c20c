"""Async client: runs the runtime, opens threads, and manages models and the account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, final

import trio

from .._hints import exported
from .._json import OMITTED
from ..errors import InvalidArgumentError
from ..protocol._generated.requests import AsyncRequests
from .app_server import AppServerClient
from .arguments import takes_config
from .awaitable_scope import AwaitableScope
from .options import (
    explicit_options,
    open_toolset,
    thread_list_params,
    thread_options,
    wire_options,
)
from .paging import AsyncPages, take_limits
from .stored_thread import AsyncStoredThread

if TYPE_CHECKING:
    import os
    import ssl
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from .._config import AppServerConfig
    from .._requests.handlers import ServerRequestHandlers
    from .._session.connection import ConnectionStatistics
    from .._tools.tool import Tool
    from .._transport.base import Transport
    from .._transport.tokens import SharedSecret
    from ..protocol import (
        ApprovalsReviewer,
        AskForApproval,
        GetAccountResponse,
        JsonValue,
        ModelListResponse,
        MultiAgentMode,
        Omitted,
        Personality,
        ResponseItem,
        SandboxPolicy,
        SelectedCapabilityRoot,
        SortDirection,
        ThreadHistoryMode,
        ThreadListResponse,
        ThreadResumeInitialTurnsPageParams,
        ThreadSortKey,
        ThreadSource,
        ThreadSourceKind,
        ThreadStartSource,
        TurnEnvironmentParams,
    )
    from .command import AsyncCommandHandle, CommandResult
    from .environment import AsyncEnvironment
    from .login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle
    from .metadata import ServerMetadata
    from .policy import ApprovalMode, Sandbox
    from .subscription import AsyncNotificationStream
    from .thread import AsyncThread

__all__ = ["AsyncCodex"]


@final
class AsyncCodex(AsyncRequests):
    """An async client, owned by the block or the nursery it is opened in.

    `async with AsyncCodex() as codex:` starts the runtime; leaving the block interrupts its turns
    and stops it. `codex = await nursery.start(AsyncCodex().serve)` runs it in the caller's nursery
    instead. It can be opened only once.
    """

    @takes_config
    def __init__(
        self,
        config: AppServerConfig | None = None,
        *,
        handlers: ServerRequestHandlers | None = None,
        transport: Transport | None = None,
    ) -> None:
        """Creates a client without starting anything.

        Args:
            config: how to start the runtime and treat the connection; default:
                `AppServerConfig()`.
            handlers: handlers for the server's requests; requests without a handler are declined.
                With a handler that decides approvals, threads are opened in `ApprovalMode.ASK`.
            transport: byte streams to a running app-server, used instead of a child process.
        """
        self._client = AppServerClient(config, handlers=handlers, transport=transport)

    @classmethod
    def connect(
        cls,
        url: str | None = None,
        *,
        config: AppServerConfig | None = None,
        handlers: ServerRequestHandlers | None = None,
        token: str | os.PathLike[str] | Callable[[], str] | SharedSecret | None = None,
        ssl_context: ssl.SSLContext | None = None,
        command: Sequence[str] | None = None,
        reconnect: bool = False,
        reconnect_timeout: float = 60.0,
    ) -> Self:
        """Creates a client of a server that runs already; nothing is opened before it is entered.

        Closing the client closes its connection and interrupts the turns that it has started. It
        stops neither the server nor turns of other clients. Requests of the server about threads
        that this client has not opened are left to other clients.

        Args:
            url: `unix://PATH`, `unix://` for the default socket of the Codex home,
                `ws://HOST:PORT`, or `wss://HOST[:PORT]` for TLS. Proxies that are named in the
                environment are not used.
            config: how to treat the connection. `codex_bin`, `launch_args_override` and
                `config_overrides` are refused, because the server runs already. `cwd` and `env`
                are those of `command`; besides, the `CODEX_HOME` in `env` is the Codex home.
            handlers: handlers for the server's requests, as for the constructor.
            token: the server's token; or the path of a file that holds it, a function that returns
                it, or the secret that signs it, each of which is used again for each connection.
                It is refused for `ws://` to another machine, where it would be sent unencrypted.
            ssl_context: settings of TLS for `wss://`; default: `ssl.create_default_context()`.
            command: a command line instead of `url`, whose standard input and output carry the
                bytes, such as `["ssh", "host", "codex", "app-server", "proxy"]`.
            reconnect: whether a lost connection is taken up again: open turns are settled from the
                server's record, and calls wait meanwhile; default: a lost connection ends the
                client. The first connection is not retried.
            reconnect_timeout: seconds after which a lost connection ends the client.

        Raises:
            InvalidArgumentError: an argument cannot be used.
            RuntimeNotFoundError: there is no such command.
        """
        from .._transport.attach import check_attachment

        self = cls(config, handlers=handlers)
        client = self._client
        timeout = reconnect_timeout if reconnect else None
        client._attachment = check_attachment(
            url, command, token, ssl_context, client.config, reconnect_timeout=timeout
        )
        return self

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Starts the runtime, or reaches the server of `connect`; initialises it (`initialize`).

        Its version is checked.

        Raises:
            RuntimeNotFoundError: there is no runtime to start.
            RuntimeVersionError: it is not the pinned version and the policy is `exact`.
            HandshakeError: the server that `connect` names refused the connection.
            TransportClosedError: it ended, cannot be reached, or did not answer within
                `startup_timeout`.
            ClientClosedError: this client was opened before.
            AppServerError: it refused to initialise.

        Cancelled, the runtime is stopped before this returns.
        """
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts running turns and stops the runtime.

        Shielded from cancellation and bounded by the timeouts of the config.
        """
        await self._client.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - shielded and bounded inside

    async def serve(self, *, task_status: trio.TaskStatus[Self] = trio.TASK_STATUS_IGNORED) -> None:
        """Runs the client in the caller's nursery: `codex = await nursery.start(codex.serve)`.

        Raises:
            AppServerError: it could not be opened, as for `async with`.
            TransportClosedError: the runtime ended while it was served.

        Cancelled, it closes as leaving `async with` does.
        """
        async with self:
            task_status.started(self)
            await self._client.wait_stopped()

    async def aclose(self) -> None:
        """Closes the client early; calls that are still waiting raise `ClientClosedError`.

        May be called more than once; concurrent calls all wait for the end. Shielded from
        cancellation and bounded by the timeouts of the config.
        """
        await self._client.aclose()

    # -- state ---------------------------------------------------------------------------------

    @property
    def client(self) -> AppServerClient:
        """The low-level client that this one is built on."""
        return self._client

    @property
    def metadata(self) -> ServerMetadata:
        """The server's reply to `initialize`: its name, version, platform and directories.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._client.metadata

    def statistics(self) -> ConnectionStatistics:
        """Returns how many tasks, requests, routes and buffered events the connection has now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self._client.statistics()

    # -- messages ------------------------------------------------------------------------------

    if not TYPE_CHECKING:

        async def request(self, method, params=None):
            """Sends a request of any method and returns its typed result.

            Args:
                method: the protocol's name, such as `thread/turns/list`.
                params: the method's params object, a wire mapping (checked before it is sent), or
                    `None` where the method allows that. A method this SDK does not know goes out
                    as given, and its result comes back as plain JSON.

            Raises:
                InvalidArgumentError: the params are wrong, or the method or a field is experimental
                    and `experimental_api` is off; nothing was sent.
                RuntimeVersionError: the runtime is too old for the method or for something in the
                    params; nothing was sent.
                JsonRpcError: the server refused.
                ProtocolError: the result is not what its type requires.
                AppServerError: the connection has ended.

            Cancelled, the server may still carry the request out; its reply is dropped.
            """
            return await self._client.request(method, params)

    def notifications(self, *methods: str) -> AsyncNotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: protocol names such as `thread/started`; without any, all notifications.

        Raises:
            InvalidArgumentError: a name is misspelled or is not a server notification.
            ClientClosedError: the client is not open.
        """
        return self._client.notifications(*methods)

    async def models(self, *, include_hidden: bool = False) -> ModelListResponse:
        """Lists the models (`model/list`).

        Args:
            include_hidden: whether to list the models that are hidden by default as well.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request("model/list", {"includeHidden": include_hidden})

    # -- commands ------------------------------------------------------------------------------

    def command(
        self,
        argv: Sequence[str | os.PathLike[str]],
        *,
        cwd: str | os.PathLike[str] | None = None,
        env: Mapping[str, str | None] | None = None,
        tty: bool = False,
        size: tuple[int, int] | None = None,
        sandbox: Sandbox | SandboxPolicy | str | None = None,
        permissions: str | None = None,
        timeout: float | None = None,
        capture: bool | int = True,
    ) -> AwaitableScope[AsyncCommandHandle]:
        """Starts a command on the server and returns its handle (`command/exec`).

        `command = await codex.command(...)` returns the handle when the command has been spawned.
        `async with codex.command(...) as command:` makes the block its scope: leaving it kills the
        command. It belongs to no thread, and the model does not see it. A running command holds no
        in-flight slot.

        Args:
            argv: the program and its arguments.
            cwd: working directory; a relative path starts at the runtime's own directory; default:
                the runtime's directory.
            env: variables that are added to the runtime's environment, or with `None` removed.
            tty: runs the command on a terminal of its own; stdout then has all output.
            size: rows and columns of the terminal, or what `os.get_terminal_size()` returns;
                needs `tty`; default: 24 rows and 80 columns.
            sandbox: what the command may read and write: a preset, its wire string or a policy;
                default: the configured sandbox.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the configured profile.
            timeout: seconds after which the server kills the command; default: no limit.
            capture: bytes of stdout, and of stderr, that may be unread; a command that writes more
                is killed. `True` stands for 1 MiB; `False` drops all output.

        Raises:
            InvalidArgumentError: an argument is wrong; nothing was sent.
            InternalRpcError: the working directory or, without a sandbox, the program does not
                exist. In a sandbox a missing program ends with an exit code and a message.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a command that was started is killed.
        """
        from .command import open_command

        options = explicit_options(locals(), "argv", "open_command")
        return AwaitableScope(open_command(self._client, argv, options), "AsyncCodex.command")

    async def run_command(
        self,
        argv: Sequence[str | os.PathLike[str]],
        *,
        stdin: bytes = b"",
        cwd: str | os.PathLike[str] | None = None,
        env: Mapping[str, str | None] | None = None,
        tty: bool = False,
        size: tuple[int, int] | None = None,
        sandbox: Sandbox | SandboxPolicy | str | None = None,
        permissions: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the server measures it
        capture: bool | int = True,
    ) -> CommandResult:
        """Runs a command on the server to its end and returns its result (`command/exec`).

        The arguments are those of `command`, and `stdin`: the bytes that the command reads. An exit
        code other than 0 is no error.

        Raises:
            InvalidArgumentError: an argument is wrong; nothing was sent.
            CommandTimeoutError: the command was killed when its `timeout` was over.
            CommandOutputError: it was killed because its output was longer than `capture`.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the command is killed.
        """
        from .command import run_command

        options = explicit_options(locals(), "argv", "stdin", "run_command")
        return await run_command(self._client, argv, stdin, options)

    async def environment(
        self,
        exec_server_url: str,
        *,
        name: str | None = None,
        token: str | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109 - also bounds the checks before later turns
    ) -> AsyncEnvironment:
        """Adds an exec-server that the commands of threads can run on (`environment/add`).

        `thread_start(environments=[environment.at("/path")])` runs the commands of a thread there.
        Before each of its turns the environment is checked, since the runtime itself would wait
        some 25 s for one that has ended.

        Args:
            exec_server_url: the URL that `codex exec-server --listen ws://...` prints.
            name: the environment's id; one that exists is replaced; default: a new one.
            token: bearer token for the exec-server.
            timeout: seconds in which the exec-server must be reached, now and before each turn.

        Raises:
            InvalidArgumentError: an argument is wrong; nothing was sent.
            EnvironmentUnavailableError: the exec-server is not reached.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the environment may have been added.
        """
        from .environment import add_environment

        return await add_environment(self._client, exec_server_url, name, token, timeout)

    # -- account -------------------------------------------------------------------------------

    async def login_api_key(self, api_key: str) -> None:
        """Logs in with an API key (`account/login/start`).

        Raises:
            InvalidArgumentError: the key is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the key may have been stored.
        """
        _require_text("api_key", api_key)
        await self._client.request("account/login/start", {"type": "apiKey", "apiKey": api_key})

    async def login_chatgpt(self) -> AsyncChatgptLoginHandle:
        """Starts a login in the browser (`account/login/start`).

        Another login replaces it; it then completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, an attempt that was started is cancelled.
        """
        from .login import AsyncChatgptLoginHandle, start_login

        channel, (url,) = await start_login(self._client, {"type": "chatgpt"}, "authUrl")
        return AsyncChatgptLoginHandle(self._client, channel, url)

    async def login_chatgpt_device_code(self) -> AsyncDeviceCodeLoginHandle:
        """Starts a login with a code that is entered on another device (`account/login/start`).

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, an attempt that was started is cancelled.
        """
        from .login import AsyncDeviceCodeLoginHandle, start_login

        channel, (url, user_code) = await start_login(
            self._client, {"type": "chatgptDeviceCode"}, "verificationUrl", "userCode"
        )
        return AsyncDeviceCodeLoginHandle(self._client, channel, url, user_code)

    async def login_chatgpt_tokens(
        self, access_token: str, account_id: str, *, plan_type: str | None = None
    ) -> None:
        """Logs in with ChatGPT tokens managed by the caller (`account/login/start`).

        The server requests a new token through `ServerRequestHandlers.auth_tokens`.

        Args:
            access_token: the access token.
            account_id: id of the ChatGPT account.
            plan_type: the account's plan, such as `pro`; default: unknown.

        Raises:
            InvalidArgumentError: a value is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the tokens may be in use.
        """
        _require_text("access_token", access_token)
        _require_text("account_id", account_id)
        await self._client.request(
            "account/login/start",
            {
                "type": "chatgptAuthTokens",
                "accessToken": access_token,
                "chatgptAccountId": account_id,
                "chatgptPlanType": plan_type,
            },
        )

    async def account(self, *, refresh_token: bool = False) -> GetAccountResponse:
        """Reads the account (`account/read`).

        Args:
            refresh_token: whether to refresh the login's token first.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request("account/read", {"refreshToken": refresh_token})

    async def logout(self) -> None:
        """Logs out (`account/logout`); an open login attempt completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the account may be logged out.
        """
        await self._client.request("account/logout")

    # -- threads -------------------------------------------------------------------------------

    def thread_start(
        self,
        *,
        # Generated from schema/options.toml.
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        personality: Personality | str | None = None,
        service_name: str | None = None,
        service_tier: str | None = None,
        ephemeral: bool | None = None,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        allow_provider_model_fallback: bool | None = None,
        daybreak_enabled: bool | None = None,
        environments: Sequence[TurnEnvironmentParams] | None = None,
        experimental_raw_events: bool | None = None,
        history_mode: ThreadHistoryMode | str | None = None,
        multi_agent_mode: MultiAgentMode | str | None = None,
        permissions: str | None = None,
        project_id: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
        selected_capability_roots: Sequence[SelectedCapabilityRoot] | None = None,
        session_start_source: ThreadStartSource | str | None = None,
        thread_source: ThreadSource | str | None = None,
    ) -> AwaitableScope[AsyncThread]:
        """Starts a thread (`thread/start`).

        `thread = await codex.thread_start(...)` keeps the thread loaded until the client closes.
        `async with codex.thread_start(...) as thread:` makes the block its scope: leaving it
        interrupts the thread's turns and unloads it from the runtime.

        Args:
            model: model id as listed by `models()`; default: the configured model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the configured provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the runtime's working directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else `auto_review`.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the built-in instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the setting `developer_instructions`.
            personality: `friendly`, `pragmatic` or `none`; deprecated: the runtime no longer
                applies a style; default: the configured personality.
            service_name: name of the calling service, for the runtime's metrics; default: none.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            ephemeral: keeps the thread in memory only: it cannot be listed, resumed, named or
                archived; default: stored on disk.
            tools: tools that the model may call in this thread (`dynamicTools`, experimental);
                default: none.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            allow_provider_model_fallback: lets a provider with a fixed list of models replace an
                unavailable one by its default (experimental); default: refused.
            daybreak_enabled: initial Daybreak choice of a stored thread; grants no access
                (experimental); default: no choice.
            environments: environments that commands run in, the current one first; an empty list
                disables them (experimental); default: the runtime's default environment.
            experimental_raw_events: also sends the raw items of the model's API, as
                `rawResponseItem/completed` (experimental); default: not sent.
            history_mode: how the history is stored: `legacy` or `paginated` (experimental);
                default: the runtime's choice.
            multi_agent_mode: deprecated, ignored by the runtime: use the effort `ultra` instead
                (experimental); default: none.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            project_id: id of the thread's project, stored unless the thread is ephemeral
                (experimental); default: none.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the working directory.
            selected_capability_roots: roots from which the thread takes skills, plugins and other
                capabilities (experimental); default: none.
            session_start_source: why the session starts: `startup` or `clear`; default: `startup`.
            thread_source: label for analytics: `user`, or any other string; default: none.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server still opens is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers")
        return _opening(self._client, "thread/start", options, tools, handlers)

    def thread_resume(
        self,
        thread_id: str,
        *,
        # Generated from schema/options.toml.
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        include_turns: bool = False,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        history: Sequence[ResponseItem] | None = None,
        initial_turns_page: ThreadResumeInitialTurnsPageParams | None = None,
        path: str | os.PathLike[str] | None = None,
        permissions: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> AwaitableScope[AsyncThread]:
        """Loads a stored thread, so that it can run turns again (`thread/resume`).

        Like `thread_start`, it may be awaited or entered. A thread that is entered more than once
        is unloaded when its last block is left.

        Args:
            thread_id: id of the stored thread.
            model: model id as listed by `models()`; default: the thread's model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the thread's provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the thread's directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else unchanged.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the thread's instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the thread's instructions.
            personality: `friendly`, `pragmatic` or `none`; deprecated: the runtime no longer
                applies a style; default: the thread's personality.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            include_turns: fills `snapshot.turns` with the whole history, which can be megabytes;
                default: no turns; page through `AsyncThread.turns` instead.
            tools: the tools this thread was started with; they answer the model's calls; default:
                calls fail.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            history: items that replace the stored history; unstable (experimental); default: the
                stored history.
            initial_turns_page: adds a page of turns to the server's reply; the thread object does
                not keep it (experimental); default: none.
            path: path of the thread's file, used instead of the id unless the thread is loaded;
                unstable (experimental); default: found by the id.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the thread's roots.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server still opens is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return _opening(self._client, "thread/resume", options, tools, handlers)

    def thread_fork(
        self,
        thread_id: str,
        *,
        # Generated from schema/options.toml.
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        service_tier: str | None = None,
        ephemeral: bool | None = None,
        include_turns: bool = False,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        last_turn_id: str | None = None,
        before_turn_id: str | None = None,
        defer_goal_continuation: bool | None = None,
        experimental_prediction_mode: bool | None = None,
        path: str | os.PathLike[str] | None = None,
        permissions: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
        thread_source: ThreadSource | str | None = None,
    ) -> AwaitableScope[AsyncThread]:
        """Starts a new thread with a copy of another one's history (`thread/fork`).

        Like `thread_start`, it may be awaited or entered.

        Args:
            thread_id: id of the thread whose history is copied.
            model: model id as listed by `models()`; default: the configured model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the configured provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the source thread's directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else as in the source
                thread.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the source thread's instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the source thread's instructions.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            ephemeral: keeps the thread in memory only: it cannot be listed, resumed, named or
                archived; default: stored on disk.
            include_turns: fills `snapshot.turns` with the whole history, which can be megabytes;
                default: no turns; page through `AsyncThread.turns` instead.
            tools: the tools the source was started with; they answer the model's calls; default:
                calls fail.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            last_turn_id: id of the last turn to copy; it must have ended; default: all turns.
            before_turn_id: id of the first turn not to copy; cannot be combined with `last_turn_id`
                (experimental); default: all turns.
            defer_goal_continuation: the source's goal continues only after the first turn that you
                start in the fork (experimental); default: it continues by itself.
            experimental_prediction_mode: the fork keeps the configuration of the loaded source, to
                reuse its prompt cache; needs `ephemeral=True` and no other settings (experimental);
                default: a normal fork.
            path: path of the thread's file, used instead of the id unless the thread is loaded;
                unstable (experimental); default: found by the id.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the working directory.
            thread_source: label for analytics: `user`, or any other string; default: none.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server still opens is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return _opening(self._client, "thread/fork", options, tools, handlers)

    async def thread_list(
        self,
        *,
        # Generated from schema/options.toml.
        cursor: str | None = None,
        archived: bool | None = None,
        cwd: str | Sequence[str] | None = None,
        search_term: str | None = None,
        model_providers: Sequence[str] | None = None,
        source_kinds: Sequence[ThreadSourceKind | str] | None = None,
        originators: Sequence[str] | None = None,
        section_id: str | None = None,
        project_id: str | None = None,
        parent_thread_id: str | None = None,
        ancestor_thread_id: str | None = None,
        excluded_thread_ids: Sequence[str] | None = None,
        sort_key: ThreadSortKey | str | None = None,
        sort_direction: SortDirection | str | None = None,
        use_state_db_only: bool | None = None,
        limit: int | None = None,
    ) -> ThreadListResponse:
        """Returns one page of the stored threads (`thread/list`); `threads` iterates over all.

        Args:
            cursor: where the page begins: `next_cursor` of the page before; default: the first
                page.
            archived: `True` lists only archived threads, `False` only the others; default: `False`.
            cwd: only threads with exactly this working directory, or one of these; default: any.
            search_term: only threads whose title contains this text; default: any.
            model_providers: only threads of these providers; an empty list means all; default: all.
            source_kinds: only threads from these kinds of source; default: the interactive kinds,
                such as `cli` and `vscode`.
            originators: only threads that these clients started; a local runtime refuses it;
                default: any.
            section_id: only threads of this section; default: any.
            project_id: only threads of this project (experimental); default: any.
            parent_thread_id: only direct children of this thread; cannot be combined with
                `ancestor_thread_id` (experimental); default: any.
            ancestor_thread_id: only descendants of this thread, at any depth (experimental);
                default: any.
            excluded_thread_ids: ids of up to 100 threads to leave out, the same ones for each page;
                default: none.
            sort_key: order: `created_at`, `updated_at`, `recency_at` or `section_position`;
                default: `created_at`.
            sort_direction: `asc` or `desc`; default: `desc`.
            use_state_db_only: reads only the database: faster, without the scan that repairs it
                from the files; default: scans the files.
            limit: the largest number of threads per page; default: the server's page size.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request(
            "thread/list", wire_options("thread/list", explicit_options(locals()))
        )

    def threads(
        self,
        *,
        # Generated from schema/options.toml.
        archived: bool | None = None,
        cwd: str | Sequence[str] | None = None,
        search_term: str | None = None,
        model_providers: Sequence[str] | None = None,
        source_kinds: Sequence[ThreadSourceKind | str] | None = None,
        originators: Sequence[str] | None = None,
        section_id: str | None = None,
        project_id: str | None = None,
        parent_thread_id: str | None = None,
        ancestor_thread_id: str | None = None,
        excluded_thread_ids: Sequence[str] | None = None,
        sort_key: ThreadSortKey | str | None = None,
        sort_direction: SortDirection | str | None = None,
        use_state_db_only: bool | None = None,
        limit: int | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[AsyncStoredThread]:
        """Iterates over the stored threads, fetching a page when it is needed (`thread/list`).

        Each entry has the fields of the server's record, and its `resume` loads the thread. The
        other options are those of `thread_list`, but the most recently used threads come first by
        default.

        Args:
            archived: `True` lists only archived threads, `False` only the others; default: `False`.
            cwd: only threads with exactly this working directory, or one of these; default: any.
            search_term: only threads whose title contains this text; default: any.
            model_providers: only threads of these providers; an empty list means all; default: all.
            source_kinds: only threads from these kinds of source; default: the interactive kinds,
                such as `cli` and `vscode`.
            originators: only threads that these clients started; a local runtime refuses it;
                default: any.
            section_id: only threads of this section; default: any.
            project_id: only threads of this project (experimental); default: any.
            parent_thread_id: only direct children of this thread; cannot be combined with
                `ancestor_thread_id` (experimental); default: any.
            ancestor_thread_id: only descendants of this thread, at any depth (experimental);
                default: any.
            excluded_thread_ids: ids of up to 100 threads to leave out, the same ones for each page;
                default: none.
            sort_key: order: `created_at`, `updated_at`, `recency_at` or `section_position`;
                default: `created_at`.
            sort_direction: `asc` or `desc`; default: `desc`.
            use_state_db_only: reads only the database: faster, without the scan that repairs it
                from the files; default: scans the files.
            limit: the largest number of threads per page; default: the server's page size.
            page_size: the largest number of threads per request; default: the server's page size.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        options, limit = take_limits(explicit_options(locals()))
        make = partial(AsyncStoredThread, self)
        params = thread_list_params(options)
        return AsyncPages(self._client, "thread/list", params, limit=limit, make=make)

    async def thread_archive(self, thread_id: str) -> None:
        """Archives a thread (`thread/archive`).

        Raises:
            InvalidRequestError: the thread does not exist or is in use.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been archived.
        """
        await self._client.request("thread/archive", {"threadId": thread_id})

    async def thread_delete(self, thread_id: str) -> None:
        """Deletes a thread permanently (`thread/delete`).

        Raises:
            InvalidRequestError: the thread does not exist or is in use.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been deleted.
        """
        await self._client.request("thread/delete", {"threadId": thread_id})

    async def thread_unarchive(self, thread_id: str) -> AsyncThread:
        """Unarchives a thread (`thread/unarchive`); resume it to run turns on it.

        Raises:
            InvalidRequestError: the thread does not exist or is not archived.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been unarchived.
        """
        from .thread import AsyncThread

        reply = await self._client.request("thread/unarchive", {"threadId": thread_id})
        return AsyncThread(self._client, reply.thread.id, reply.thread)


def _require_text(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        # The message leaves out the value, which may be a secret.
        raise InvalidArgumentError(f"{name} must be a non-empty str")


def _opening(
    client: AppServerClient,
    method: str,
    options: dict[str, object],
    tools: Sequence[Tool[..., object]] | None,
    handlers: ServerRequestHandlers | None,
) -> AwaitableScope[AsyncThread]:
    """Prepares a call that opens a thread; nothing is sent before it is awaited or entered."""
    name = f"AsyncCodex.{method.replace('/', '_')}"
    return AwaitableScope(_open(client, method, options, tools, handlers), name)


async def _open(
    client: AppServerClient,
    method: str,
    options: dict[str, object],
    tools: Sequence[Tool[..., object]] | None,
    handlers: ServerRequestHandlers | None,
) -> AsyncThread:
    # Imported here: while the runtime starts, the client imports these.
    from .._session.thread_scopes import give_up, open_thread
    from .loaded_settings import opened
    from .thread import AsyncThread

    connection = client._require()
    try:
        default = client._approval_default(method, options, handlers)
        wire = thread_options(method, options, default)
        toolset = open_toolset(tools)
        register = client._handler_table.make_reply_callback(handlers, toolset)
        # Only a start registers tools with the server; resumed threads have them already.
        if toolset is not None and method == "thread/start":
            wire["dynamicTools"] = toolset.to_wire()
        params = client.wire_params(method, wire)
    except InvalidArgumentError as error:
        raise error.with_traceback(None) from None
    reply: Any = await open_thread(connection, method, params, register)
    try:
        snapshot = await opened(connection, method, wire, reply, default)
    except BaseException:
        give_up(connection, reply["thread"]["id"])
        raise
    if client._environments is not None:
        client._environments.note(snapshot.id, wire)
    return AsyncThread(client, snapshot.id, snapshot)


exported("trio_codex", AsyncCodex)
