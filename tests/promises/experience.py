"""Turns what people ran into with other clients into requirements, a row of the table for each."""

from __future__ import annotations

from tests.promises.requirement import promises_of

lesson = promises_of("LESSONS", "lesson")

APPROVALS = "requests/test_command_approvals.py::"
CLOSING = "transport/test_closing.py::"
DEATH = "faults/test_death.py::"
FAILING = "requests/test_failing_handlers.py::"
HANDLERS = "session/test_server_requests.py::"
ROUTING = "session/test_turn_routing.py::"
SCOPES = "runtime/test_scopes.py::"

LESSONS = (
    lesson(
        "reader-thread",
        "An approval handler that thinks for minutes stops no stream and may call the client.",
        f"{APPROVALS}test_a_parked_handler_does_not_hold_up_another_threads_stream",
        f"{HANDLERS}test_a_handler_may_call_the_client",
    ),
    lesson(
        "no-handler",
        "Without a handler an escalation is declined, with typed answers and never {}.",
        f"{APPROVALS}test_an_escalation_nobody_handles_leaves_no_file_and_one_warning",
        "requests/test_scripted_requests.py::test_what_nobody_handles_is_declined_with_one_record",
    ),
    lesson(
        "handler-exception",
        "An exception in a handler ends neither the client nor other turns.",
        f"{FAILING}test_whatever_a_handler_raises_is_a_decline_and_an_error_of_its_turn",
    ),
    lesson(
        "lost-completion",
        "A turn/completed before the reply to turn/start is not lost.",
        f"{ROUTING}test_a_turn_that_ends_before_the_reply_is_not_lost",
        f"{ROUTING}test_a_join_whose_turn_ends_before_the_reply_still_ends",
    ),
    lesson(
        "new-enum",
        "A new enum value does not make a response undecodable.",
        "protocol/test_converter.py::test_an_unknown_enum_value_is_kept_and_goes_back",
        "skew/test_every_position.py::test_news_of_every_kind_goes_back_out_as_it_came",
    ),
    lesson(
        "wait-for",
        "A deadline around a turn ends the turn on the server.",
        f"{SCOPES}test_a_deadline_of_the_caller_interrupts_the_turn",
    ),
    lesson(
        "early-interrupt",
        'An early interrupt is not answered with "no active turn" while the turn runs on.',
        "session/test_interrupts.py::test_an_interrupt_waits_for_the_start",
    ),
    lesson(
        "final-usage",
        "Closing interrupts what runs and waits, bounded, for its end.",
        "session/test_opening.py::test_closing_interrupts_what_runs_before_the_child_goes",
        f"{SCOPES}test_closing_the_client_in_mid_turn_interrupts_the_turn",
    ),
    lesson(
        "lost-end",
        "A turn whose end never comes is a TurnStalledError with what is outstanding.",
        "session/test_stalls.py::test_an_idle_thread_means_the_end_was_lost",
        "faults/test_runtime_faults.py::test_a_stalled_turn_of_the_runtime_is_told_from_a_lost_end",
    ),
    lesson(
        "exit-0",
        "An exit 0 in mid-turn is an error.",
        f"{DEATH}test_an_exit_of_its_own_is_an_error_whatever_the_code",
        "session/test_failures.py::test_the_end_of_the_output_is_the_end_although_exit_code_0",
    ),
    lesson(
        "closed-stdout",
        "A closed stdout is death, and the process goes.",
        f"{DEATH}test_a_closed_stdout_is_death_and_the_process_goes",
    ),
    lesson(
        "orphans",
        "Closing ends the process: EOF, TERM, KILL, reap; shielded, bounded, drained.",
        f"{CLOSING}test_a_child_that_ignores_the_end_of_its_input_is_terminated",
        f"{CLOSING}test_a_child_that_ignores_sigterm_too_is_killed_within_the_timeout",
        f"{CLOSING}test_a_child_blocked_on_writing_is_drained_to_its_end",
        f"{CLOSING}test_being_cancelled_does_not_stop_the_closing",
    ),
    lesson(
        "line-limit",
        "A line of 20 or 256 MiB arrives whole.",
        "faults/test_lines.py::test_a_long_line_arrives_whole",
    ),
    lesson(
        "megabytes",
        "Histories are left out by default and paged.",
        "runtime/test_threads.py::test_the_history_comes_along_only_when_it_is_asked_for",
    ),
    lesson(
        "strict-output",
        "Output schemas are strict, and what they cannot say is refused locally.",
        "schema_types/test_schema_properties.py::test_every_derived_schema_is_a_schema_and_is_strict",
    ),
    lesson(
        "tool-hangs",
        "An unknown tool or a raised exception is a structured answer.",
        "requests/test_runtime_tools.py::"
        "test_what_goes_wrong_in_a_tool_is_told_to_the_model_and_to_the_log",
        "requests/test_runtime_tools.py::test_a_tool_the_thread_lacks_goes_to_the_tool_call_handler",
    ),
    lesson(
        "hidden-timers",
        "No timer of ours answers a request: the handler owns its deadline.",
        f"{HANDLERS}test_a_withdrawn_request_cancels_its_handler",
        f"{APPROVALS}test_a_parked_handler_does_not_hold_up_another_threads_stream",
    ),
    lesson(
        "bounded-buffer",
        "Replies and requests of the server never queue behind events.",
        "session/test_streams.py::test_a_consumer_that_never_reads_costs_little_memory",
        "session/test_streams.py::test_an_overflown_stream_does_not_touch_its_neighbours",
    ),
    lesson(
        "generators",
        "Streams may be left anywhere: no cancel scope is held by an iterator.",
        f"{SCOPES}test_leaving_a_stream_alone_leaves_its_turn_running",
        f"{SCOPES}test_leaving_streamed_text_early_interrupts_the_turn",
    ),
    lesson(
        "half-a-line",
        "A cancelled writer leaves no half of a line.",
        "session/test_cancel_everywhere.py::test_cancelled_at_each_checkpoint",
        "session/test_failures.py::test_a_long_request_is_written_in_parts_and_whole",
    ),
    lesson(
        "dead-peer",
        "Every waiter fails with the same cause when the peer dies.",
        "session/test_failures.py::test_death_in_mid_turn_reaches_every_waiter",
        "runtime/test_deaths.py::test_a_killed_server_fails_every_waiter_with_its_signal",
    ),
    lesson(
        "groups",
        "The body's exception arrives plain.",
        "runtime/test_life.py::test_the_exception_of_the_body_arrives_plain",
        "session/test_opening.py::test_an_exception_of_the_body_comes_out_plain",
    ),
    lesson(
        "id-spaces",
        "A request of the server with the id of ours is told apart.",
        "wire/test_peer.py::"
        "test_a_request_of_the_server_with_the_id_of_one_of_ours_is_not_its_reply",
        f"{HANDLERS}test_a_request_with_the_id_of_ours_is_told_apart",
    ),
)
