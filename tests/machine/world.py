"""A client on a fake server, the model of what is due to whom, and what holds at any moment."""

from __future__ import annotations

import itertools

import trio
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant

from tests.machine.model import Follower, TurnModel
from tests.machine.stepper import Started, Stepper
from tests.session.scripted import engine_tasks
from trio_codex import (
    AppServerConfig,
    AppServerError,
    AsyncCodex,
    AsyncThread,
    ServerRequestHandlers,
)
from trio_codex.testing import FakeAppServer
from trio_codex.types import Decision

THREADS = 2
_BUFFER = 4
PATIENCE = 1e6


class EngineWorld(RuleBasedStateMachine):
    """What the rules act on, and what they may never break."""

    starting: Bundle[Follower] = Bundle("starting")
    following: Bundle[Follower] = Bundle("following")
    logins: Bundle[Started] = Bundle("logins")

    def __init__(self) -> None:
        super().__init__()
        self.loop = Stepper()
        self.fake = FakeAppServer()
        self.fake.manual("turn/start", "account/login/start")
        self.words = (f"<{number}>" for number in itertools.count())
        self.numbers = itertools.count()
        self.threads: list[AsyncThread] = []
        self.turns: list[TurnModel] = []
        self.followers: list[Follower] = []
        self.waits: list[Started] = []
        self.approvals: list[trio.Event] = []
        self.alive = True
        self.closed = False
        handlers = ServerRequestHandlers(command_execution=self.approve)
        config = AppServerConfig(event_buffer=_BUFFER, interrupt_timeout=PATIENCE)
        self.codex = AsyncCodex(config, handlers=handlers, transport=self.fake.transport)

    async def approve(self, _: object) -> Decision:
        event = trio.Event()
        self.approvals.append(event)
        await event.wait()
        return Decision.accept

    @initialize()
    def open(self) -> None:
        self.serving = self.loop.start(self.codex.serve)
        for _ in range(THREADS):
            self.threads.append(self.loop.do(self.codex.thread_start))

    def running(self, thread_id: str) -> TurnModel | None:
        """The one turn of a thread that goes on, whether a reply has named it or not."""
        for turn in self.turns:
            if turn.fake.thread_id == thread_id and not turn.over:
                return turn
        return None

    def new_turn(self, thread_id: str) -> TurnModel:
        turn = TurnModel(self.fake.turn(thread_id).started())
        self.turns.append(turn)
        return turn

    def post_start(self, number: int) -> Follower:
        thread = self.threads[number]
        running = self.running(thread.id)
        start = self.loop.start(lambda: thread.turn("go"))
        request = self.loop.do(lambda: self.fake.expect("turn/start"))
        follower = Follower(thread.id, start, request)
        follower.asked, follower.begin = running, len(running.words) if running else 0
        self.followers.append(follower)
        return follower

    def speak_in(self, turn: TurnModel, *, settle: bool = True) -> None:
        word = next(self.words)
        turn.fake.delta(word)
        turn.say(word)
        if settle:
            self.loop.settle()

    def answer(self, follower: Follower) -> Follower:
        turn = self.running(follower.thread_id) or self.new_turn(follower.thread_id)
        follower.joined = turn.answered
        was_late = follower.late
        turn.answered = True
        # It joins what it may have been asked for before, when another turn ran or none.
        follower.due.extend(turn.words[follower.begin if turn is follower.asked else 0 :])
        follower.turn = turn
        turn.followers.append(follower)
        # As the runtime: what was said comes as an item, also when it joins a turn nobody knew.
        turn.fake.reply_to(follower.request).user_message("go")
        self.loop.settle()
        if follower.start.scope.cancel_called:
            self.note_interrupted()
        assert not was_late or turn.over or self.is_wanted(turn)
        return follower

    def is_wanted(self, turn: TurnModel) -> bool:
        """Whether a handle follows the turn, or a start waits whose reply may name it."""
        starts = (f for f in self.followers if f.thread_id == turn.fake.thread_id)
        return any(f.bound for f in turn.followers) or any(f.waits_for_reply for f in starts)

    def spawn(self, turn: TurnModel, parent: int, *, announced: bool) -> None:
        """Starts an agent of the turn, or of one of its agents."""
        family = [turn.fake, *turn.agents]
        thread_id = f"agent-{next(self.numbers)}"
        if announced:
            family[parent % len(family)].spawned(thread_id)
        turn.agents.append(self.fake.turn(thread_id, root=turn.fake).started())
        self.loop.settle()

    def note_over(self, turn: TurnModel) -> None:
        turn.over = True

    def note_interrupted(self) -> None:
        for turn in self.turns:
            turn.over = turn.over or turn.fake.status == "interrupted"

    def read(self, follower: Follower, most: int) -> None:
        if not follower.usable or follower.ended:
            return
        stream = follower.handle.stream()
        for _ in range(most):
            step = self.loop.start(stream.__anext__)
            if not step.over:
                # Only a turn that goes on has nothing to read and no end.
                assert self.alive and not self.turn_over(follower)
                step.scope.cancel()
                self.loop.settle()
                return
            try:
                event = step.result()
            except StopAsyncIteration:
                follower.ended = True
                return
            except AppServerError:
                assert not self.alive
                follower.ended = True
                return
            if event.method == "item/agentMessage/delta":
                follower.seen.append(event.payload.delta)

    def read_to_the_end(self) -> None:
        """Without a connection every stream gives what it holds, and then ends."""
        for follower in self.followers:
            while follower.usable and not follower.ended:
                self.read(follower, 99)

    def turn_over(self, follower: Follower) -> bool:
        return follower.turn is not None and follower.turn.over

    def end(self) -> None:
        if not self.closed:
            self.closed = True
            self.alive = False
            self.loop.do(self.codex.aclose)
            self.note_interrupted()
            self.read_to_the_end()
            assert self.serving.over

    @invariant()
    def every_wait_ends_with_what_it_waits_for(self) -> None:
        for follower in self.followers:
            ended = not self.alive or self.turn_over(follower)
            assert all(wait.over for wait in follower.waits) or not ended
            if not self.alive:
                assert follower.start.over
        assert self.alive or all(wait.over for wait in self.waits)

    @invariant()
    def what_is_seen_is_the_beginning_of_what_is_due(self) -> None:
        for follower in self.followers:
            if follower.bound:
                self.check_text(follower)

    @invariant()
    def no_agent_runs_on_after_its_turn_was_left(self) -> None:
        for turn in self.turns:
            if self.alive and turn.fake.status == "interrupted":
                assert not any(agent.running for agent in turn.agents)

    def check_text(self, follower: Follower) -> None:
        due, seen = "".join(follower.due), "".join(follower.seen)
        assert due.startswith(seen)
        if follower.ended and self.turn_over(follower):
            assert due == seen

    @invariant()
    def nothing_is_held_for_nobody(self) -> None:
        statistics = self.codex.statistics()
        open_turns = [turn for turn in self.turns if not turn.over]
        assert statistics.turns <= len(open_turns)
        agents = [agent for turn in self.turns for agent in turn.agents if agent.running]
        assert statistics.agents <= len(agents)
        if self.alive:
            assert statistics.requests_in_flight == self.fake.in_flight
        if self.closed:
            assert engine_tasks_of(self.loop) == []
        if not self.alive:
            assert statistics.turns == statistics.turns_starting == statistics.events_held == 0
            assert statistics.agents == 0
            assert statistics.requests_in_flight == statistics.requests_waiting == 0
            assert statistics.server_requests == statistics.logins == 0

    def teardown(self) -> None:
        try:
            self.end()
            self.every_wait_ends_with_what_it_waits_for()
            self.nothing_is_held_for_nobody()
            assert self.codex.statistics().tasks == 0
        finally:
            self.loop.close()


def engine_tasks_of(loop: Stepper) -> list[str]:
    async def names() -> list[str]:
        await trio.lowlevel.checkpoint()
        return engine_tasks()

    found: list[str] = loop.do(names)
    return found
