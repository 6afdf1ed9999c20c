"""The engine under any order of starts, events, joins, leaves, losses and closings."""

from __future__ import annotations

import copy
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import consumes, precondition, rule

from tests.machine.model import Follower
from tests.machine.stepper import Started
from tests.machine.world import PATIENCE, THREADS, EngineWorld
from trio_codex.testing.strategies import malformed, noise
from trio_codex.types import JsonValue

# Nothing happens after these, so a run should get somewhere first.
_RARELY = st.integers(0, 15)
_APPROVAL = "item/commandExecution/requestApproval"


class EngineMachine(EngineWorld):
    """Drives a client on a fake server and holds it against a model of what is due to whom."""

    starting = EngineWorld.starting
    following = EngineWorld.following
    logins = EngineWorld.logins

    # -- turns ---------------------------------------------------------------------------------

    @precondition(lambda self: self.alive)
    @rule(target=starting, number=st.integers(0, THREADS - 1))
    def start_turn(self, number: int) -> Follower:
        return self.post_start(number)

    @precondition(lambda self: self.alive)
    @rule(target=following, number=st.integers(0, THREADS - 1), words=st.integers(0, 9))
    def begin_turn(self, number: int, words: int) -> Follower:
        """A turn that starts as most do, or joins the one that runs."""
        follower = self.answer(self.post_start(number))
        assert follower.turn is not None
        for _ in range(words):
            self.speak_in(follower.turn)
        return follower

    @precondition(lambda self: self.alive)
    @rule(follower=starting, words=st.integers(0, 3))
    def speak_early(self, follower: Follower, words: int) -> None:
        """Events of a turn come before the reply that names it."""
        running = self.running(follower.thread_id)
        if follower.request.answered or (running is not None and running.answered):
            return
        if follower.late:
            return
        turn = running or self.new_turn(follower.thread_id)
        for _ in range(words):
            self.speak_in(turn)

    @precondition(lambda self: self.alive)
    @rule(target=following, follower=consumes(starting))
    def answer_start(self, follower: Follower) -> Follower:
        """The reply names the turn: a new one, or the one that runs on the thread."""
        return follower if follower.request.answered else self.answer(follower)

    @precondition(lambda self: self.alive)
    @rule(follower=consumes(starting))
    def refuse_start(self, follower: Follower) -> None:
        if not follower.request.answered:
            follower.request.fail(-32600, "no")
            self.loop.settle()
        follower.left = True
        assert follower.start.over
        # A late start may have waited to see whether this one joins its turn.
        self.note_interrupted()

    @precondition(lambda self: self.alive)
    @rule(follower=starting)
    def cancel_start(self, follower: Follower) -> None:
        """Cancelled, a start waits for its reply, to interrupt what it started."""
        if follower.late:
            return
        follower.left = True
        follower.start.scope.cancel()
        self.loop.settle()
        assert follower.start.over == follower.request.answered

    @precondition(lambda self: self.alive)
    @rule()
    def let_time_pass(self) -> None:
        """Cancelled starts are given up; what they start is interrupted all the same."""
        self.loop.clock.jump(2 * PATIENCE)
        self.loop.settle()
        self.note_interrupted()
        for follower in self.followers:
            assert not follower.start.scope.cancel_called or follower.start.over

    @precondition(lambda self: self.alive and self.turns)
    @rule(number=st.integers(0, 30), parent=st.integers(0, 3), announced=st.booleans())
    def spawn_agent(self, number: int, parent: int, announced: bool) -> None:
        """An agent starts: while its turn runs, after it, and before it has a name."""
        turn = self.turns[-1 - number % len(self.turns)]
        # Of a turn that nobody has asked for yet, an agent is nobody's either.
        if turn.answered or self.is_wanted(turn):
            self.spawn(turn, parent, announced=announced)

    @precondition(lambda self: self.alive and self.turns)
    @rule(number=st.integers(0, 30), status=st.sampled_from(["completed", "failed"]))
    def end_agent(self, number: int, status: str) -> None:
        running = [agent for turn in self.turns for agent in turn.agents if agent.running]
        if running:
            running[number % len(running)].completed(status)
            self.loop.settle()

    @precondition(lambda self: self.alive)
    @rule(follower=following, words=st.integers(1, 20))
    def speak(self, follower: Follower, words: int) -> None:
        if follower.turn is not None and not follower.turn.over:
            for _ in range(words):
                self.speak_in(follower.turn)

    @precondition(lambda self: self.alive)
    @rule(
        follower=following,
        words=st.lists(st.integers(0, 6), min_size=1, max_size=3),
        noise=st.lists(noise("thread"), min_size=1, max_size=2),
    )
    def speak_in_one_read(self, follower: Follower, words: list[int], noise: list[Any]) -> None:
        """A read brings runs of a turn's events, and between them what is no turn's."""
        if follower.turn is None or follower.turn.over:
            return
        with self.fake.batch():
            for count in words:
                for _ in range(count):
                    self.speak_in(follower.turn, settle=False)
                follower.turn.fake.user_message("between")
                for message in noise:
                    self.fake.notify(message["method"], named(message, follower.thread_id))
        self.loop.settle()

    @precondition(lambda self: self.alive)
    @rule(follower=following, messages=st.lists(malformed("thread"), min_size=1, max_size=4))
    def send_malformed(self, follower: Follower, messages: list[Any]) -> None:
        """A read brings notifications that do not fit their types among a turn's events."""
        running = follower.turn is not None and not follower.turn.over
        with self.fake.batch():
            for message in messages:
                if follower.turn is not None and running:
                    self.speak_in(follower.turn, settle=False)
                self.fake.notify(message["method"], named(message, follower.thread_id))
        self.loop.settle()

    @precondition(lambda self: self.alive)
    @rule(follower=following, status=st.sampled_from(["completed", "failed"]))
    def end_turn(self, follower: Follower, status: str) -> None:
        if follower.turn is not None and not follower.turn.over:
            follower.turn.fake.completed(status)
            self.loop.settle()
            self.note_over(follower.turn)

    @precondition(lambda self: self.alive)
    @rule(follower=following, word=st.just("late"))
    def speak_late(self, follower: Follower, word: str) -> None:
        """An item of a turn that has ended is nobody's, and harms nobody."""
        if follower.turn is not None and follower.turn.over:
            follower.turn.fake.delta(word)
            self.loop.settle()

    # -- handles -------------------------------------------------------------------------------

    @rule(follower=following, most=st.integers(1, 30))
    def consume(self, follower: Follower, most: int) -> None:
        """A consumer reads some of what is there; merged deltas count as one."""
        self.read(follower, most)

    @rule(follower=following)
    def run(self, follower: Follower) -> None:
        """Somebody waits for the end; the wait has to end with the turn or the connection."""
        if follower.usable:
            follower.handle.stream()
            wait = self.loop.start(follower.handle.run)
            follower.waits.append(wait)
            assert wait.over == (not self.alive or self.turn_over(follower))

    @rule(follower=consumes(following))
    def leave(self, follower: Follower) -> None:
        """Leaving a turn's scope interrupts it; one that joined leaves it to the others."""
        if not follower.usable:
            return
        self.check_text(follower)
        handle, ends, over = follower.handle, follower.ends_its_turn, self.turn_over(follower)
        assert handle.joined == follower.joined
        follower.left = True
        self.loop.do(lambda: handle.__aexit__(None, None, None))
        self.note_interrupted()
        assert not self.alive or over or self.turn_over(follower) == ends

    @precondition(lambda self: self.alive)
    @rule(follower=consumes(following))
    def abandon(self, follower: Follower) -> None:
        """A handle whose events were streamed is dropped: the same as leaving it."""
        if not follower.usable or any(not wait.over for wait in follower.waits):
            return
        self.check_text(follower)
        ends = follower.ends_its_turn
        follower.handle.stream()
        follower.left = True
        follower.drop_handle()
        self.loop.settle()
        self.note_interrupted()
        assert not ends or self.turn_over(follower)

    @rule(follower=following)
    def cancel_run(self, follower: Follower) -> None:
        """Cancelling `run` interrupts the turn on the server."""
        waiting = [wait for wait in follower.waits if not wait.over]
        if waiting and not follower.left:
            ends = follower.ends_its_turn
            follower.left = True
            waiting[0].scope.cancel()
            self.loop.settle()
            self.note_interrupted()
            assert waiting[0].over and self.turn_over(follower) == ends

    # -- logins, requests of the server, notifications -----------------------------------------

    @precondition(lambda self: self.alive)
    @rule(target=logins, early=st.booleans())
    def log_in(self, early: bool) -> Started:
        start = self.loop.start(self.codex.login_chatgpt)
        request = self.loop.do(lambda: self.fake.expect("account/login/start"))
        login_id = f"login-{request.id}"
        if early:
            self.fake.login_completed(login_id)
            self.loop.settle()
        result = {"type": "chatgpt", "loginId": login_id, "authUrl": "http://127.0.0.1:1/"}
        request.reply(result)
        self.loop.settle()
        handle = start.result()
        wait = self.loop.start(handle.wait)
        self.waits.append(wait)
        assert wait.over == early
        return start

    @precondition(lambda self: self.alive)
    @rule(login=consumes(logins), success=st.booleans())
    def complete_login(self, login: Started, success: bool) -> None:
        handle = login.result()
        self.fake.login_completed(handle.login_id, error=None if success else "no")
        self.loop.settle()
        completion = self.loop.do(handle.wait)
        assert completion.login_id == handle.login_id

    @precondition(lambda self: self.alive)
    @rule(follower=following, withdrawn=st.booleans())
    def ask(self, follower: Follower, withdrawn: bool) -> None:
        if follower.turn is None or follower.turn.over:
            return
        before = len(self.approvals)
        params: JsonValue = {
            "threadId": follower.thread_id,
            "turnId": follower.turn.fake.id,
            "itemId": "command",
            "startedAtMs": 0,
        }
        question = self.fake.ask_nowait(_APPROVAL, params)
        self.loop.settle()
        assert len(self.approvals) == before + 1
        if withdrawn:
            self.fake.resolve(question, follower.thread_id)
        else:
            self.approvals[-1].set()
        self.loop.settle()
        assert question.answered

    @precondition(lambda self: self.alive)
    @rule()
    def tell_nobody(self) -> None:
        self.fake.notify("some/unknown", {"threadId": "nobody's", "turnId": "nobody's"})
        self.loop.settle()

    # -- the end -------------------------------------------------------------------------------

    @precondition(lambda self: self.alive)
    @rule(chance=_RARELY)
    def lose_connection(self, chance: int) -> None:
        if chance:
            return
        self.alive = False
        self.fake.disconnect(exit_code=1)
        self.loop.settle()
        self.read_to_the_end()

    @rule(chance=_RARELY)
    def close(self, chance: int) -> None:
        if not chance:
            self.end()


def named(message: Any, thread_id: str) -> Any:
    """The params of a notification that was drawn for any thread, for this one."""
    params = copy.deepcopy(message.get("params"))
    if isinstance(params, dict) and isinstance(params.get("threadId"), str):
        params["threadId"] = params["threadId"] and thread_id
    return params


TestEngineMachine = pytest.mark.requirement("engine/state-machine")(EngineMachine.TestCase)
TestEngineMachine.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
