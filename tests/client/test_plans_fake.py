"""Plans on a scripted server: the steps that the runtime sends with some models."""

from __future__ import annotations

from tests.session.scripted import opened
from trio_codex.protocol import JsonValue, TurnPlanStep, TurnPlanStepStatus
from trio_codex.testing import FakeAppServer


async def test_a_plan_sent_as_steps_is_typed(fake_app_server: FakeAppServer) -> None:
    async with opened(fake_app_server) as codex:
        thread = await codex.thread_start()
        plan = await thread.plan("Do it.", model="m")
        turn = fake_app_server.turns[-1]
        old: JsonValue = {"step": "Look.", "status": "pending"}
        turn.notify("turn/plan/updated", plan=[old], explanation=None)
        new: JsonValue = {"step": "Look.", "status": "completed"}
        turn.notify("turn/plan/updated", plan=[new], explanation="Why.").completed()
        result = await plan.run()
        steps = [TurnPlanStep(step="Look.", status=TurnPlanStepStatus.COMPLETED)]
        assert result.plan == result.steps == steps and result.explanation == "Why."
        async with plan.accept() as accepted:
            mode = fake_app_server.requests[-1].params["collaborationMode"]
            assert mode["mode"] == "default" and mode["settings"]["model"] == "m"
            fake_app_server.turns[-1].completed()
            await accepted.run()
