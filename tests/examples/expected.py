"""The output of each example with `--demo`, of its async and its blocking script."""

from __future__ import annotations

# In order; other output may come in between.
EXPECTED = {
    "01_quickstart": ["Trio is a library for structured concurrency in Python."],
    "02_turn_and_result": [
        "status   completed",
        "item     UserMessageThreadItem",
        "item     ReasoningThreadItem",
        "item     AgentMessageThreadItem",
        "tokens   110",
        "answer   2, 3, 5, 7 and 11.",
    ],
    "03_stream_events": [
        "event     turn/started",
        "done      ReasoningThreadItem",
        "text      'A '",
        "text      'it.'",
        "done      AgentMessageThreadItem",
        "event     turn/completed",
        "status    completed",
        "Done.",
    ],
    "04_models_and_metadata": ["runtime   0.", "model     Mock model (default): low, medium, high"],
    "05_resume": ["I will remember: 17.", "You told me 17.", ": completed", ": completed"],
    "06_lifecycle_and_controls": [
        "stored     meeting notes",
        "fork       Hello from the fork.",
        "history    2 turns in the fork",
        "compacted  completed",
        "archived   ['meeting notes']",
        "deleted    both",
    ],
    "07_images": ["A single red pixel.", "A single red pixel, from a data URL."],
    "08_local_images": ["A single red pixel, from a file."],
    "09_concurrent_turns": ["What is a checkpoint? No answer within "],
    "10_errors_and_retry": [
        "answer     The second attempt worked.",
        "this model refuses",
        "(status failed)",
        "not sent   a thread's name must be a non-empty str",
        "refused    InvalidRequestError: [-32600] no rollout found",
    ],
    "12_turn_parameters": [
        "settings     completed",
        "protocol     completed",
        'schema       {"answer": "blue"}',
        "type         Answer(answer='green')",
        "planned      completed",
        "descended    completed",
        "profile      completed",
    ],
    "13_model_choice": [
        "mock-model: A short answer.",
        "mock-model-mini (high): A considered answer.",
    ],
    "14_steer_and_interrupt": ["steered      Un, deux, trois.", "interrupted  interrupted"],
    "15_login_and_account": [
        "open   http://127.0.0.1:",
        "enter  CODE-0001",
        "hello  ada@example.com (pro)",
        "after  None",
    ],
    "16_external_message": ["The build failed in test_parser"],
    "17_approvals": [
        "allowed  ",
        "touch approved.txt' (to leave a note)",
        "codex    The command was allowed.",
        "refused  ",
        "rm -rf build' (to clean up)",
        "codex    The command was refused.",
    ],
    "18_tools": ["called  weather('Oslo', 'celsius')", "codex   It is 4 degrees in Oslo."],
    "19_structured_output": ["Soup, 25 minutes: water, leek"],
    "20_goal": [
        "a turn begins",
        "  AgentMessageThreadItem",
        "a turn begins",
        "complete after 2 turns: Every module has a docstring.",
        "330 tokens",
    ],
    "21_plan": [
        "1. Rename the folder.",
        "2. Fix the imports.",
        "done  The package has its new name.",
    ],
    "22_review": [
        "P1 The file is never closed (log.py:12-14)",
        "   Use with.",
        "patch is incorrect: One leak.",
    ],
    "23_queue": [
        "waiting  0, 1",
        "first    The tests are written.",
        "then     They look right.",
        "then     They pass, twice.",
    ],
    "24_command": [
        "exit code 0: ['apple', 'pear']",
        "typed while it runs",
        "'sleep' did not end within 0.2 s and was killed",
    ],
    "25_budget": [
        "It makes words.",
        "It makes a tree.",
        "stopped: 3 requests, allowed were 2",
        "spent 330 tokens",
    ],
    "26_asyncio": [
        'received data: "Text "',
        'received data: "HTTP."',
        "turn     completed",
        'received data: "Once "',
        "turn     interrupted",
    ],
    "27_attach": [
        "no server runs here, so this program starts one",
        "thread    Let us write a parser.",
        "program   A test is added.",
        "terminal  userMessage",
        "terminal  agentMessage",
    ],
    "28_remote": ["remote  ", "codex   The one that the bytes are carried to."],
    "29_observability": [
        "trio_codex.connect: ",
        "execute_tool stock: ",
        "invoke_agent codex: ",
        "200 input tokens",
        "There are 12 left.",
        "report: ",
    ],
    "30_dask": ["6 prompts done"],
    "31_ray": ["6 prompts done"],
    "32_process_pool": ["6 prompts done"],
}
# The answers of turns that run at the same time.
IN_ANY_ORDER = {
    "09_concurrent_turns": [
        "What is a nursery? About the nursery.",
        "What is a cancel scope? About the cancel scope.",
    ],
}
