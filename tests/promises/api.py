"""Turns the public interface of the design into requirements."""

from __future__ import annotations

from tests.promises.requirement import promises_of

client = promises_of("DESIGN 3, 3.1", "client")
turn = promises_of("DESIGN 3.2, 3.3", "turn")
request = promises_of("DESIGN 3.4, issue 4", "request")
tool = promises_of("DESIGN 3.5, issue 4", "tool")
error = promises_of("DESIGN 3.6, 3.8", "error")

APPROVALS = "requests/test_command_approvals.py::"
DOORS = "test_doors.py::"
HANDLERS = "session/test_server_requests.py::"
LAUNCH = "transport/test_launch.py::"
LIFE = "runtime/test_life.py::"
LOGINS = "runtime/test_logins.py::"
OPTIONS = "client/test_options.py::"
RESULTS = "runtime/test_results.py::"
ROUTING = "session/test_turn_routing.py::"
RUNTIME_INTERRUPTS = "runtime/test_interrupts.py::"
SCRIPTED = "requests/test_scripted_requests.py::"
STALLS = "session/test_stalls.py::"
THREADS = "runtime/test_threads.py::"
TOOLS = "tools/test_tools.py::"
TURNS = "runtime/test_turns.py::"
TWINS = "sync/test_twins.py::"

CLIENT = (
    client(
        "root-names",
        "The root exports exactly the documented names, safely for star imports.",
        f"{DOORS}test_the_root_has_exactly_the_documented_names",
        f"{DOORS}test_a_star_import_brings_what_all_says_and_nothing_else",
    ),
    client(
        "signatures",
        "No public signature says Any or names what cannot be imported.",
        f"{DOORS}test_no_public_signature_says_any",
        f"{DOORS}test_no_public_signature_names_what_cannot_be_imported",
    ),
    client(
        "serve",
        "A nursery of the caller may own the client, and it may be closed early.",
        f"{LIFE}test_a_nursery_of_the_caller_owns_a_served_client",
        f"{LIFE}test_a_served_client_is_closed_early_and_its_nursery_ends",
    ),
    client(
        "closed",
        "Before entering and after leaving, use is a ClientClosedError; it is not reentrant.",
        "runtime/test_refusals.py::test_a_client_is_of_no_use_before_it_is_opened",
        "runtime/test_refusals.py::test_a_client_is_of_no_use_after_it_was_left",
        "runtime/test_refusals.py::test_a_client_is_not_reentrant",
    ),
    client(
        "request",
        "request() types the reply by its method and checks the params before they are sent.",
        f"{LIFE}test_the_low_level_client_lives_alone",
        "protocol/test_checks.py::test_a_key_that_the_type_does_not_have_is_refused",
        "whole_protocol/test_scenarios.py::test_all_that_the_runtime_says_is_known_in_full",
    ),
    client(
        "notifications",
        "Notifications of no turn and no login go to their subscriptions.",
        "session/test_subscriptions.py::test_a_subscription_gets_what_it_asked_for",
        "session/test_subscriptions.py::test_events_of_turns_do_not_go_to_subscriptions",
        f"{THREADS}test_a_subscription_sees_threads_and_consumes_nothing",
    ),
    client(
        "options",
        "Options are keywords, None leaves them to the server, every wire field has one.",
        f"{OPTIONS}test_every_field_of_the_params_is_reached_by_an_option",
        f"{OPTIONS}test_options_are_keywords_that_default_to_nothing",
        "runtime/test_options.py::test_options_that_are_not_given_are_not_sent",
    ),
    client(
        "approval-mode",
        "auto_review is the default of a start; None inherits elsewhere.",
        "runtime/test_presets.py::test_approval_modes_are_what_the_server_then_has",
        "runtime/test_presets.py::"
        "test_the_reviewer_of_the_start_is_inherited_by_turn_resume_and_fork",
    ),
    client(
        "history",
        "Resume and fork leave the history out unless it is asked for.",
        f"{THREADS}test_the_history_comes_along_only_when_it_is_asked_for",
    ),
    client(
        "threads",
        "Threads are listed over all pages, archived, taken out and deleted.",
        f"{THREADS}test_all_pages_of_the_threads_are_iterated",
        f"{THREADS}test_a_thread_is_archived_and_taken_out_again",
        f"{THREADS}test_a_deleted_thread_is_gone",
    ),
    client(
        "resume",
        "A thread is resumed in a new process with its history.",
        f"{THREADS}test_a_thread_is_resumed_in_a_new_process_with_its_history",
    ),
    client(
        "twin",
        "The blocking twin has the same names, signatures and errors.",
        f"{TWINS}test_a_twin_has_the_signature_of_its_original",
        f"{TWINS}test_a_twin_documents_the_same_arguments_and_errors",
        "sync/test_using.py::test_errors_come_from_where_the_async_client_has_them",
    ),
    client(
        "twin-interrupts",
        "Ctrl+C in the blocking twin interrupts the turn on the server.",
        "sync/test_interrupting.py::test_during_run_the_turn_is_interrupted_on_the_server",
        "sync/test_interrupting.py::test_during_a_stream_the_turn_is_interrupted_on_the_server",
    ),
    client(
        "twin-anywhere",
        "The twin works in threads, beside a running loop, and when nobody closes it.",
        "sync/test_living.py::test_it_works_beside_a_running_event_loop",
        "sync/test_using.py::test_two_threads_share_a_client",
        "sync/test_living.py::test_a_program_that_forgets_to_close_ends",
    ),
)

TURNS_AND_LOGINS = (
    turn(
        "result",
        "A TurnResult says everything about its turn; items come in their order.",
        f"{TURNS}test_a_result_says_everything_about_its_turn",
        f"{RESULTS}test_items_come_in_the_order_they_were_completed",
    ),
    turn(
        "final-response",
        "The answer is the last final answer, else the last message without a phase, else None.",
        f"{RESULTS}test_the_final_answer_wins_over_what_comes_later",
        f"{RESULTS}test_commentary_alone_is_no_answer",
        f"{RESULTS}test_an_empty_last_message_is_kept",
        f"{RESULTS}test_a_turn_without_a_message_has_no_answer",
    ),
    turn(
        "failed",
        "run() raises TurnFailedError with the partial result.",
        f"{TURNS}test_a_failed_turn_raises_with_what_it_came_to",
        f"{TURNS}test_a_failed_turn_keeps_what_it_said_before",
    ),
    turn(
        "interrupted",
        "An interrupted turn returns with its status.",
        f"{RUNTIME_INTERRUPTS}test_interrupting_a_streaming_turn_ends_it_with_its_status",
    ),
    turn(
        "stream",
        "A stream ends after its turn, and a second one goes on where the first stopped.",
        f"{TURNS}test_deltas_come_in_order_and_make_the_answer",
        f"{TURNS}test_a_stream_goes_on_where_the_last_one_stopped",
    ),
    turn(
        "dead-stream",
        "A dead connection ends a stream with an error, never with a clean end.",
        "runtime/test_deaths.py::test_a_server_that_ends_in_mid_turn_is_no_clean_end",
    ),
    turn(
        "early-interrupt",
        "An interrupt before the start waits for it; one of a finished turn asks nobody.",
        f"{RUNTIME_INTERRUPTS}test_an_interrupt_before_the_start_always_works",
        f"{RUNTIME_INTERRUPTS}test_interrupting_a_finished_turn_does_not_ask_the_server",
        f"{RUNTIME_INTERRUPTS}test_a_second_interrupt_returns_although_the_server_never_answers_it",
    ),
    turn(
        "steer",
        "A steer reaches the model in the same turn.",
        f"{TURNS}test_steering_reaches_the_model_in_the_same_turn",
    ),
    turn(
        "stalled",
        "A silent turn ends with TurnStalledError after the server was asked for its status.",
        f"{STALLS}test_a_silent_turn_stalls_run_after_the_time_asked_for",
        f"{STALLS}test_an_idle_thread_means_the_end_was_lost",
        f"{STALLS}test_it_says_what_the_turn_waits_for",
    ),
    turn(
        "join",
        "A second turn on a busy thread joins: both handles get every event from then on.",
        f"{ROUTING}test_a_second_start_joins_and_both_handles_get_what_follows",
        f"{TURNS}test_an_event_after_the_join_reaches_both_handles",
    ),
    turn(
        "text",
        "stream_text() gives the text as it comes, without commentary.",
        f"{TURNS}test_text_streams_as_it_comes_and_ends_with_the_turn",
        f"{TURNS}test_streamed_text_leaves_commentary_out",
    ),
    turn(
        "record",
        "Turns and items are paged lazily, in either direction.",
        f"{THREADS}test_turns_and_items_are_paged_in_either_direction",
        f"{THREADS}test_a_page_is_fetched_only_when_it_is_needed",
    ),
    turn(
        "housekeeping",
        "A thread is named, compacted, reviewed and given a goal.",
        f"{THREADS}test_a_thread_gets_a_name",
        f"{THREADS}test_a_compaction_can_be_awaited_to_its_end",
        f"{THREADS}test_a_review_ends_with_what_the_reviewer_found",
        f"{THREADS}test_a_goal_is_set_read_and_cleared",
    ),
    turn(
        "inputs",
        "Text, images, skills, mentions and external messages are taken; mixtures are refused.",
        "runtime/test_inputs.py::test_text_is_said_in_any_form",
        "runtime/test_inputs.py::test_an_image_in_a_file_reaches_the_model",
        "client/test_inputs.py::test_what_is_no_input_is_refused_with_its_place",
    ),
    turn(
        "login",
        "A login is completed for real, in the browser and by device code.",
        f"{LOGINS}test_a_browser_login_is_completed_and_used",
        f"{LOGINS}test_a_device_code_login_is_completed_and_used",
    ),
    turn(
        "login-of-its-own",
        "wait() gives the end of that attempt only, also when it came before.",
        f"{LOGINS}test_a_completion_that_came_before_the_wait_is_kept",
        f"{LOGINS}test_a_second_attempt_replaces_the_first_without_being_touched",
    ),
    turn(
        "login-scope",
        "Leaving a login's block cancels an attempt still open.",
        f"{LOGINS}test_leaving_the_block_cancels_an_open_attempt",
    ),
)

REQUESTS_OF_THE_SERVER = (
    request(
        "tasks",
        "Each request has a task: any number at once, answered in any order.",
        f"{HANDLERS}test_requests_run_at_once_and_are_answered_in_any_order",
        f"{APPROVALS}test_two_approvals_at_once_may_be_answered_in_reverse",
    ),
    request(
        "calls-back",
        "A handler may call the client, for minutes, while others stream.",
        f"{APPROVALS}test_a_handler_may_call_the_client_and_run_another_threads_turn",
        f"{APPROVALS}test_a_parked_handler_does_not_hold_up_another_threads_stream",
    ),
    request(
        "withdrawn",
        "A handler is cancelled when its request is withdrawn, its turn or its item ends.",
        f"{HANDLERS}test_a_withdrawn_request_cancels_its_handler",
        f"{HANDLERS}test_a_tool_call_ends_with_its_item",
        f"{APPROVALS}test_an_interrupt_cancels_the_handler_and_the_next_turn_works",
    ),
    request(
        "raises",
        "A handler that raises or answers wrongly declines; the rest lives on.",
        f"{APPROVALS}test_a_handler_that_raises_declines_and_fails_its_turn_only",
        f"{HANDLERS}test_an_answer_of_the_wrong_type_is_declined",
    ),
    request(
        "unknown",
        "An unknown server request is answered as unknown, never {}.",
        f"{SCRIPTED}test_an_unknown_request_is_a_method_not_found_and_one_record",
    ),
    request(
        "threads-win",
        "A thread's handlers win over the client's.",
        f"{SCRIPTED}test_a_threads_handler_wins_and_the_clients_serves_the_others",
    ),
    request(
        "diff",
        "A file change comes with its diff.",
        "requests/test_file_change_approvals.py::"
        "test_an_accepted_change_comes_with_its_diff_and_is_made",
    ),
    request(
        "terminal",
        "ask_in_terminal shows what is asked and means no at the end of the input.",
        "requests/test_terminal.py::test_a_command_is_shown_and_decided",
        "requests/test_terminal.py::test_the_end_of_the_input_means_no",
    ),
    request(
        "twin",
        "The blocking twin runs blocking handlers in worker threads.",
        "sync/test_handlers.py::"
        "test_a_plain_handler_runs_in_a_worker_thread_and_an_async_one_does_not",
    ),
    request(
        "secrets",
        "No prompt, token or key is logged at info or above.",
        "requests/test_log_secrets.py::test_no_prompt_token_or_key_is_logged_at_info_or_above",
    ),
)

TOOLS_AND_OUTPUT = (
    tool(
        "schema",
        "A tool has a strict schema made of its annotations.",
        f"{TOOLS}test_a_tool_is_told_to_the_model_with_a_strict_schema",
        "schema_types/test_schema_properties.py::"
        "test_a_value_fits_the_schema_of_its_type_and_comes_back_equal",
    ),
    tool(
        "failures",
        "Bad arguments, exceptions and timeouts are told to the model and logged.",
        f"{TOOLS}test_bad_arguments_are_told_to_the_model_and_logged_without_their_values",
        f"{TOOLS}test_an_exception_becomes_text_without_a_traceback_and_a_record_with_one",
        "requests/test_runtime_tools.py::"
        "test_what_goes_wrong_in_a_tool_is_told_to_the_model_and_to_the_log",
    ),
    tool(
        "resumed",
        "A resumed thread whose tools are missing says so.",
        "requests/test_runtime_tools.py::test_a_resumed_thread_needs_its_tools_again_and_says_so",
    ),
    tool(
        "output",
        "output_type asks for a strict schema and makes the value of the answer.",
        "requests/test_runtime_output.py::test_an_answer_that_fits_becomes_a_value",
        "requests/test_runtime_output.py::test_an_answer_that_does_not_fit_says_where",
    ),
    tool(
        "inexpressible",
        "A type that cannot be expressed is refused locally with its path.",
        "schema_types/test_schema_refusals.py::"
        "test_a_type_that_cannot_be_expressed_is_refused_with_its_path_and_a_way_out",
    ),
)

ERRORS_AND_CONFIG = (
    error(
        "codes",
        "Each JSON-RPC code has its class; -32001 is ServerBusyError without data.",
        "docs/test_migration.py::test_an_error_code_of_json_rpc_has_its_class",
        "session/test_window.py::test_a_busy_server_is_an_error_that_frees_the_place",
    ),
    error(
        "died",
        "TransportClosedError has exit code, signal and the end of stderr.",
        "runtime/test_deaths.py::test_a_killed_server_fails_every_waiter_with_its_signal",
        "runtime/test_deaths.py::test_the_error_has_the_end_of_what_the_server_said",
    ),
    error(
        "binary",
        "A missing binary is named and never replaced.",
        f"{LAUNCH}test_a_missing_given_binary_is_named_and_never_replaced",
        f"{LAUNCH}test_the_pinned_package_is_the_default_with_its_helpers_first_in_the_path",
    ),
    error(
        "version",
        "Another version is refused, warned of or ignored, as the policy says.",
        "runtime/test_deaths.py::test_another_version_is_refused_by_the_policy_exact",
        "runtime/test_deaths.py::test_another_version_is_warned_of_by_default",
        "runtime/test_deaths.py::test_another_version_is_nothing_to_the_policy_ignore",
    ),
    error(
        "retry",
        "An overloaded call is retried in both colours.",
        "client/test_retry.py::test_an_exhausted_retry_is_the_same_error_in_both_colours",
    ),
)
