"""Turns the ideas, the wire layer and the bounds of the design into requirements."""

from __future__ import annotations

from tests.promises.requirement import promises_of

idea = promises_of("DESIGN 2", "idea")
wire = promises_of("DESIGN 5", "wire")
speed = promises_of("DESIGN 6", "speed")

CANCEL = "session/test_cancel_everywhere.py::"
CHECKS = "protocol/test_checks.py::"
CONVERTER = "protocol/test_converter.py::"
DEFINITIONS = "properties/test_definitions.py::"
EVERY_TYPE = "protocol/test_every_type.py::"
FRAMING = "wire/test_framing.py::"
INTERRUPTS = "session/test_interrupts.py::"
MESSAGES = "wire/test_messages.py::"
OPENING = "session/test_opening.py::"
PEER = "wire/test_peer.py::"
ROUTING = "session/test_turn_routing.py::"
SCOPES = "runtime/test_scopes.py::"
SERVER_REQUESTS = "session/test_server_requests.py::"
STRATEGIES = "properties/test_strategies.py::"
STREAMS = "session/test_streams.py::"
SUBSCRIPTIONS = "session/test_subscriptions.py::"

IDEAS = (
    idea(
        "one-owner",
        "When the block ends nothing is left: no task, no process, no buffered route.",
        "runtime/test_life.py::test_a_closed_client_holds_nothing",
        "runtime/test_life.py::test_an_open_client_has_its_own_tasks_and_one_process",
        f"{CANCEL}test_closing_cancelled_at_each_checkpoint_still_closes",
    ),
    idea(
        "task-starter",
        "Only the connection starts tasks.",
        "test_house.py::test_only_the_supervisor_starts_tasks",
    ),
    idea(
        "turn-is-a-scope",
        "Leaving a turn's block, or cancelling run(), interrupts the turn on the server.",
        f"{SCOPES}test_cancelling_a_run_interrupts_the_turn_on_the_server",
        f"{SCOPES}test_leaving_the_block_by_break_interrupts_the_turn",
        f"{SCOPES}test_leaving_the_block_by_an_exception_interrupts_and_raises_it_plain",
        f"{SCOPES}test_leaving_the_block_by_cancellation_interrupts_the_turn",
    ),
    idea(
        "bounded-leaving",
        "Interrupting on the way out is bounded, also when the server never answers.",
        f"{INTERRUPTS}test_leaving_a_turn_the_server_will_not_end_is_bounded",
        f"{OPENING}test_closing_is_bounded_when_the_server_ends_nothing",
    ),
    idea(
        "own-deadlines",
        "Deadlines are the caller's; only opening and closing have their own.",
        f"{SCOPES}test_a_deadline_of_the_caller_interrupts_the_turn",
        f"{OPENING}test_no_answer_to_initialize_ends_in_time",
    ),
    idea(
        "reader-never-waits",
        "A full or abandoned stream can hurt only itself.",
        f"{STREAMS}test_an_overflown_stream_does_not_touch_its_neighbours",
        f"{STREAMS}test_a_consumer_that_never_reads_costs_little_memory",
        f"{SUBSCRIPTIONS}test_a_subscriber_far_behind_gets_an_error_and_hurts_nobody",
    ),
    idea(
        "register-before-write",
        "Events before the reply to turn/start reach their turn.",
        f"{ROUTING}test_events_before_the_reply_reach_the_turn_in_order",
        f"{ROUTING}test_a_turn_that_ends_before_the_reply_is_not_lost",
        "properties/test_conversations.py::test_each_event_reaches_each_handle_once_in_order",
    ),
    idea(
        "writer-task",
        "A cancelled caller never leaves half a line on the wire.",
        "session/test_failures.py::test_a_long_request_is_written_in_parts_and_whole",
        "faults/test_lines.py::test_a_client_line_larger_than_the_pipe_arrives_whole",
        f"{CANCEL}test_cancelled_at_each_checkpoint",
    ),
    idea(
        "fail-closed",
        "Without a handler a request is declined, and a log record says so.",
        f"{SERVER_REQUESTS}test_without_a_handler_the_server_is_declined_and_the_log_says_so",
        "requests/test_command_approvals.py::"
        "test_an_escalation_nobody_handles_leaves_no_file_and_one_warning",
    ),
    idea(
        "fail-loud",
        "The error of a handler surfaces where its turn is consumed.",
        f"{SERVER_REQUESTS}test_a_handler_that_raises_declines_and_surfaces_in_run",
        f"{SERVER_REQUESTS}test_a_handler_that_raises_surfaces_in_the_stream_in_its_place_and_once",
    ),
    idea(
        "newer-servers",
        "Unknown methods, fields, enum values and variants survive and keep their JSON.",
        "skew/test_every_position.py::test_a_notification_with_news_is_decoded_and_keeps_its_json",
        "skew/test_every_position.py::test_news_of_every_kind_goes_back_out_as_it_came",
        "skew/test_every_position.py::test_a_notification_of_an_unknown_method_is_plain_json",
        f"{STRATEGIES}test_json_of_a_newer_server_is_kept",
    ),
    idea(
        "own-shapes",
        "Params of ours that do not fit fail before anything is sent.",
        f"{CHECKS}test_wrong_params_are_refused_with_path_and_way_out",
        f"{STRATEGIES}test_every_near_miss_is_refused_at_its_path_or_kept",
        "runtime/test_refusals.py::test_bad_values_are_refused_before_a_byte_is_written",
    ),
    idea(
        "nothing-silent",
        "A bound that is reached is an error with the number in it.",
        f"{STREAMS}test_a_stream_far_behind_ends_with_an_error_after_what_it_kept",
        "faults/test_lines.py::test_a_line_past_the_limit_ends_it_with_both_numbers",
    ),
    idea(
        "every-error-ours",
        "Callers catch one tree; a group only comes from the caller's own tasks.",
        "test_doors.py::test_errors_are_one_tree",
        f"{OPENING}test_an_exception_of_the_body_comes_out_plain",
        f"{OPENING}test_a_group_of_the_body_stays_the_group_it_is",
    ),
)

WIRE = (
    wire(
        "every-definition",
        "Every definition of the schema has a type that takes its JSON and gives it back.",
        f"{DEFINITIONS}test_json_of_the_schema_comes_back",
        f"{DEFINITIONS}test_json_that_another_library_makes_of_the_schema_comes_back",
        f"{DEFINITIONS}test_no_definition_is_left_out",
        "schema/test_contract.py::test_every_definition_of_a_bundle_has_a_type",
    ),
    wire(
        "every-hook",
        "Every type has a converter hook.",
        f"{EVERY_TYPE}test_the_cattrs_converter_has_the_same_hooks",
        f"{EVERY_TYPE}test_no_type_is_left_out",
    ),
    wire(
        "wire-names",
        "The wire name of a field is its metadata, never guessed.",
        "schema/test_generated_classes.py::test_every_object_is_an_attrs_class_with_its_wire_names",
    ),
    wire(
        "strict",
        'Primitives are strict: "7" is not 7.',
        f"{CONVERTER}test_primitives_are_strict",
        f"{EVERY_TYPE}test_a_value_of_the_wrong_type_is_found_at_its_path",
    ),
    wire(
        "unknown-keys",
        "Unknown keys are ignored on the way in.",
        f"{CONVERTER}test_unknown_keys_are_ignored_at_every_depth",
    ),
    wire(
        "omitted",
        "What is omitted stays omitted, and None goes out as null where the schema knows both.",
        f"{CONVERTER}test_what_is_omitted_stays_omitted_and_none_goes_out_as_null",
    ),
    wire(
        "paths",
        "Errors name the JSON path.",
        f"{CONVERTER}test_a_fault_is_named_by_its_json_path",
        f"{STRATEGIES}test_every_near_miss_is_refused_at_its_path_or_kept",
    ),
    wire(
        "methods",
        "METHODS says types, direction, stability and routing keys of every method.",
        "schema/test_contract.py::test_every_method_of_the_runtime_is_there",
        "schema/test_contract.py::test_the_methods_table_says_what_the_schema_says",
        "schema/test_contract.py::test_routing_keys_are_found",
    ),
    wire(
        "experimental",
        "An experimental method or field without experimental_api fails locally.",
        f"{CHECKS}test_an_experimental_method_needs_the_experimental_api",
        f"{CHECKS}test_every_experimental_field_of_every_method_is_refused_without_the_api",
    ),
    wire(
        "strict-encoding",
        "NaN, infinities, lone surrogates and ids outside int64 raise before a byte is written.",
        f"{MESSAGES}test_what_the_runtime_would_not_read_is_refused_with_its_path",
        f"{MESSAGES}test_an_id_the_server_would_take_for_none_is_refused",
        f"{PEER}test_a_refused_request_opens_nothing",
    ),
    wire(
        "framing",
        "Frames end at newline bytes only and do not depend on where the bytes were cut.",
        f"{FRAMING}test_lines_do_not_depend_on_where_the_bytes_were_cut",
        f"{PEER}test_unicode_line_separators_do_not_end_a_line",
    ),
    wire(
        "long-lines",
        "Framing is linear and takes any line up to the limit; a longer one says its size.",
        f"{FRAMING}test_a_long_line_costs_as_many_pieces_as_it_came_in",
        f"{FRAMING}test_a_line_past_the_limit_names_both_sizes_and_shows_its_start",
        "faults/test_lines.py::test_a_long_line_arrives_whole",
    ),
    wire(
        "lazy",
        "A payload is structured when somebody looks at it.",
        "client/test_turns_fake.py::test_events_are_typed_when_they_are_looked_at",
    ),
    wire(
        "any-bytes",
        "Any bytes become messages or a ProtocolError, nothing else.",
        f"{MESSAGES}test_any_line_decodes_or_is_a_protocol_error",
        "fuzz/test_corpus.py::test_nothing_in_the_corpus_breaks_anything",
        "fuzz/test_corpus.py::test_a_corpus_file_with_a_few_bytes_changed_breaks_nothing",
    ),
)

SPEED = (
    speed(
        "run-keeps-no-events",
        "run() keeps only what its result is made of.",
        f"{STREAMS}test_run_keeps_no_events",
    ),
    speed(
        "merging",
        "A stream that is behind has its text merged in pieces of 8 KiB; no text is lost.",
        f"{STREAMS}test_merging_loses_no_text_and_makes_no_piece_above_8_kib",
        f"{STREAMS}test_a_slow_reader_gets_every_character",
    ),
    speed(
        "overflow",
        "A stream too far behind ends with EventBufferOverflowError; its turn runs on.",
        f"{STREAMS}test_a_stream_far_behind_ends_with_an_error_after_what_it_kept",
        f"{STREAMS}test_an_overflow_in_the_read_that_ends_the_turn_is_not_silent",
    ),
    speed(
        "nobodys-notifications",
        "Notifications nobody subscribed to take nobody's memory.",
        f"{SUBSCRIPTIONS}test_what_nobody_subscribed_to_is_kept_by_nobody",
    ),
    speed(
        "fairness",
        "A busy stream lets other tasks run.",
        f"{SUBSCRIPTIONS}test_a_busy_stream_lets_others_run",
    ),
    speed(
        "lazy-classes",
        "Classes and heavy modules are imported when they are first used.",
        f"{CONVERTER}test_nothing_is_imported_before_it_is_needed",
        "schema/test_package.py::test_the_protocol_imports_no_module_of_types_by_itself",
    ),
)
