"""Turns what the harness, the proof and the package promise into requirements."""

from __future__ import annotations

from tests.promises.requirement import promises_of

testing = promises_of("DESIGN 7", "testing")
proof = promises_of("issue 5", "proof")
package = promises_of("issues 2 and 3", "package")

CONVERSATIONS = "properties/test_conversations.py::"
DEATH = "faults/test_death.py::"
FAKE = "testing/test_fake_app_server.py::"
LINES = "faults/test_lines.py::"
LOGIN_ISSUER = "testing/test_login_issuer.py::"
OLDER = "skew/test_older_runtime.py::"
RUNTIME_FAULTS = "faults/test_runtime_faults.py::"
STRATEGIES = "properties/test_strategies.py::"

TESTING = (
    testing(
        "fake",
        "One script of FakeAppServer fits memory and a child, and needs no clock.",
        f"{FAKE}test_one_script_fits_memory_and_child",
        f"{FAKE}test_it_needs_no_clock",
        f"{FAKE}test_every_automatic_answer_is_of_its_type",
    ),
    testing(
        "model",
        "ModelServer scripts messages, deltas, calls and failures; gates stand for sleeps.",
        "testing/test_model_server_replies.py::test_a_reply_is_streamed_in_the_given_pieces",
        "testing/test_model_server_failures.py::test_a_gate_holds_a_reply_between_two_deltas",
        "testing/test_model_server_failures.py::test_an_http_error_fails_the_turn",
    ),
    testing(
        "issuer",
        "LoginIssuer completes browser and device-code logins of the real runtime.",
        f"{LOGIN_ISSUER}test_a_browser_login_is_completed_and_its_token_used",
        f"{LOGIN_ISSUER}test_a_device_code_is_approved",
    ),
    testing(
        "isolated",
        "isolated_config gives a fresh home that asks nothing of the outside world.",
        "testing/test_isolation.py::test_every_config_has_a_home_of_its_own",
        "testing/test_isolation.py::test_nothing_is_asked_of_the_outside_world",
    ),
    testing(
        "strategies",
        "There are strategies for the values and the JSON of every type.",
        f"{STRATEGIES}test_values_of_every_type_are_drawn",
        f"{STRATEGIES}test_json_of_a_newer_server_is_kept",
    ),
    testing(
        "conversations",
        "There are strategies for whole conversations and for cuts of the byte stream.",
        f"{CONVERSATIONS}test_conversations_show_everything_that_happens_for_real",
        f"{CONVERSATIONS}test_every_message_of_a_conversation_is_valid",
        f"{CONVERSATIONS}test_the_pieces_of_a_stream_are_the_stream",
    ),
    testing(
        "plugin",
        "A pytest plugin has fixtures for all of it and costs nothing when unused.",
        "testing/test_plugin.py::test_loading_it_imports_nothing_but_pytest",
        "testing/test_plugin.py::test_a_users_test_talks_to_the_real_runtime",
    ),
)

PROOF = (
    proof(
        "near-misses",
        "Every near miss of every type is refused with its path.",
        f"{STRATEGIES}test_every_near_miss_is_refused_at_its_path_or_kept",
        f"{STRATEGIES}test_every_kind_of_mistake_can_be_asked_for",
    ),
    proof(
        "two-peers",
        "Two peers in any order: each reply meets its request, and nothing stays.",
        "wire/test_peer.py::test_a_reply_meets_its_request",
        "wire/test_peer.py::test_closing_returns_everyone_who_waits_and_ends_everything",
    ),
    proof(
        "routing",
        "Each event reaches each handle it is due, once and in order, wherever it was cut.",
        f"{CONVERSATIONS}test_each_event_reaches_each_handle_once_in_order",
        f"{CONVERSATIONS}test_the_lines_of_a_conversation_do_not_depend_on_the_cuts",
    ),
    proof(
        "state-machine",
        "Whatever the engine goes through, each event is delivered once and nothing is left.",
        "machine/test_engine_machine.py::TestEngineMachine",
    ),
    proof(
        "cancel-everywhere",
        "Each public coroutine may be cancelled at each of its checkpoints.",
        "session/test_cancel_everywhere.py::test_cancelled_at_each_checkpoint",
        "session/test_cancel_everywhere.py::test_opening_cancelled_at_each_checkpoint",
        "runtime/test_scopes.py::"
        "test_a_run_that_is_cancelled_at_every_step_of_its_start_strands_nothing",
    ),
    proof(
        "fault-killed",
        "Killed before, during and after initialise, in mid-turn and in mid-line: an error.",
        f"{DEATH}test_dead_before_it_has_read_anything",
        f"{DEATH}test_killed_during_initialise",
        f"{DEATH}test_killed_after_initialise",
        f"{DEATH}test_killed_in_mid_turn",
        f"{DEATH}test_killed_in_mid_line",
    ),
    proof(
        "fault-lines",
        "Odd lines are errors that show them; unknown ids are counted.",
        f"{LINES}test_a_bad_line_is_an_error_that_shows_it",
        f"{LINES}test_duplicate_and_unknown_ids_are_counted",
    ),
    proof(
        "fault-stderr",
        "A flooded stderr stops nothing.",
        f"{DEATH}test_stderr_floods_stop_nothing",
    ),
    proof(
        "fault-requests",
        "5000 requests at once all end.",
        f"{LINES}test_5000_requests_at_once_through_a_real_pipe_all_end",
        "session/test_window.py::test_5000_requests_at_once_all_end_within_the_window",
    ),
    proof(
        "fault-stubborn",
        "A child that ignores EOF and TERM is killed; a grandchild holds nobody.",
        f"{DEATH}test_a_child_that_ignores_the_end_and_term_is_killed",
        f"{DEATH}test_a_grandchild_that_holds_stdout_does_not_hold_us",
    ),
    proof(
        "fault-parent",
        "A parent that is killed takes the child with it.",
        "transport/test_runtime.py::test_a_parent_killed_outright_takes_the_runtime_with_it",
    ),
    proof(
        "fault-disk",
        "A full disk and an unwritable home are errors and no hangs.",
        f"{RUNTIME_FAULTS}test_a_full_disk_is_an_error_and_no_hang",
        f"{RUNTIME_FAULTS}test_a_home_nobody_can_write_to_is_an_error_and_no_hang",
    ),
    proof(
        "fault-two",
        "Two processes on one home do not write one thread.",
        f"{RUNTIME_FAULTS}test_two_runtimes_on_one_home_do_not_write_one_thread",
    ),
    proof(
        "whole-protocol",
        "Every method is called for real, or the page says why it cannot be.",
        "whole_protocol/test_scenarios.py::test_all_that_the_runtime_says_is_known_in_full",
        "whole_protocol/test_tables.py::"
        "test_the_tables_say_of_every_method_how_it_was_seen_or_why_not",
        "whole_protocol/test_tables.py::test_the_committed_page_is_what_the_tables_say",
    ),
    proof(
        "skew-positions",
        "News in every position of everything we receive raises nothing and is kept.",
        "skew/test_every_position.py::test_a_notification_with_news_is_decoded_and_keeps_its_json",
        "skew/test_every_position.py::test_the_places_are_many_and_of_every_kind",
    ),
    proof(
        "skew-runtimes",
        "Everyday use works with two older runtimes, and the differences are listed.",
        f"{OLDER}test_the_handshake_warns_of_the_version",
        f"{OLDER}test_the_quickstart_runs",
        f"{OLDER}test_an_interrupt_ends_the_turn",
        f"{OLDER}test_the_differences_are_listed",
    ),
    proof(
        "manifest",
        "A promise without a test fails.",
        "test_requirements.py::test_every_promise_has_tests",
        "test_requirements.py::test_the_tests_of_a_promise_exist",
    ),
    proof(
        "fuzz",
        "The fuzz target is run on its corpus, and would find a fault.",
        "fuzz/test_corpus.py::test_nothing_in_the_corpus_breaks_anything",
        "fuzz/test_corpus.py::test_a_difference_between_cuts_would_be_found",
    ),
)

PACKAGE = (
    package(
        "pin",
        "The SDK's version is the runtime's, which is its only pin.",
        "release/test_stage_sdk.py::test_the_wheel_has_the_runtimes_version_and_its_exact_pin",
        "release/test_stage_sdk.py::test_only_the_runtime_is_pinned",
        "test_house.py::test_the_version_the_pin_and_the_schema_name_one_runtime",
    ),
    package(
        "generator",
        "The generated package is what the generator writes, the same on every run.",
        "schema/test_package.py::test_the_committed_package_is_what_the_generator_writes",
        "schema/test_package.py::test_the_output_does_not_depend_on_the_hash_seed",
        "schema/test_pin.py::test_the_installed_runtime_writes_the_pinned_bundles",
    ),
    package(
        "names",
        "No generated type has a number for a name.",
        "schema/test_names.py::test_no_type_has_a_number_for_a_name",
    ),
    package(
        "update",
        "Pinning another runtime lists what is new, gone and different.",
        "schema/test_update.py::test_an_update_lists_what_is_new_gone_and_different",
    ),
    package(
        "commands",
        "The commands of the README are those that CI runs.",
        "test_house.py::test_ci_runs_the_test_command_of_the_readme_as_it_stands",
        "examples/test_examples.py::test_the_demo_shows_a_streamed_turn",
    ),
    package(
        "house",
        "Floors import only downward; files and functions stay short.",
        "test_house.py::test_no_floor_goes_through_the_front_door",
        "test_house.py::test_a_file_is_one_room",
        "test_house.py::test_a_function_fits_on_a_screen",
    ),
    package(
        "staging",
        "The staged wheels install fresh and start the real runtime.",
        "release/test_stage_sdk.py::test_the_staged_pair_installs_fresh_and_starts_the_real_runtime",
        "release/test_stage_runtime.py::test_a_wheel_for_each_platform_has_its_tag_and_its_binary",
    ),
    package(
        "docs",
        "Every code block of the docs runs in the tests.",
        "docs/test_pages.py::test_every_block_of_a_page_runs",
        "docs/test_pages.py::test_a_page_has_no_block_that_nobody_runs",
    ),
    package(
        "examples",
        "Every example runs, prints what it should and uses public names only.",
        "examples/test_examples.py::test_an_example_prints_what_it_should",
        "examples/test_examples.py::test_an_example_uses_public_names_only",
        "examples/test_examples.py::test_every_example_is_in_the_index_and_has_both_colours",
    ),
    package(
        "notebook",
        "The notebook runs from top to bottom.",
        "docs/test_notebook.py::test_the_notebook_runs_and_prints_what_it_should",
    ),
    package(
        "migration",
        "Every name of the official SDK has a row, and the test of a row exists.",
        "docs/test_migration.py::test_every_official_name_has_exactly_one_row",
        "docs/test_migration.py::test_the_test_of_a_row_exists",
    ),
    package(
        "benchmarks",
        "The benchmarks replay the same bytes and say which bound is met.",
        "benchmarks/test_replay.py::test_the_compiled_server_and_its_stand_in_write_the_same_bytes",
        "benchmarks/test_replay.py::test_a_verdict_says_which_bound_is_met",
    ),
)
