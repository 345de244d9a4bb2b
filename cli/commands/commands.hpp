// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/options.hpp>

/// One function a command: declares its options and returns what carries it out.
namespace quiz::cli::commands {

[[nodiscard]] Action add_award(cli::Options& options);
[[nodiscard]] Action add_award_decide(cli::Options& options);
[[nodiscard]] Action add_award_diff(cli::Options& options);
[[nodiscard]] Action add_bank_list(cli::Options& options);
[[nodiscard]] Action add_bank_show(cli::Options& options);
[[nodiscard]] Action add_bank_stats(cli::Options& options);
[[nodiscard]] Action add_check(cli::Options& options);
[[nodiscard]] Action add_completion(cli::Options& options);
[[nodiscard]] Action add_contest_freeze(cli::Options& options);
[[nodiscard]] Action add_contest_rules(cli::Options& options);
[[nodiscard]] Action add_contest_seal(cli::Options& options);
[[nodiscard]] Action add_contest_show(cli::Options& options);
[[nodiscard]] Action add_contest_hold(cli::Options& options);
[[nodiscard]] Action add_contest_status(cli::Options& options);
[[nodiscard]] Action add_disqualify(cli::Options& options);
[[nodiscard]] Action add_intake_add(cli::Options& options);
[[nodiscard]] Action add_intake_admit(cli::Options& options);
[[nodiscard]] Action add_intake_status(cli::Options& options);
[[nodiscard]] Action add_new(cli::Options& options);
[[nodiscard]] Action add_paper_show(cli::Options& options);
[[nodiscard]] Action add_person_merge(cli::Options& options);
[[nodiscard]] Action add_person_split(cli::Options& options);
[[nodiscard]] Action add_rank(cli::Options& options);
[[nodiscard]] Action add_regrade(cli::Options& options);
[[nodiscard]] Action add_roster_check(cli::Options& options);
[[nodiscard]] Action add_roster_duplicates(cli::Options& options);
[[nodiscard]] Action add_report(cli::Options& options);
[[nodiscard]] Action add_score(cli::Options& options);
[[nodiscard]] Action add_score_explain(cli::Options& options);
[[nodiscard]] Action add_simulate(cli::Options& options);
[[nodiscard]] Action add_take(cli::Options& options);

}  // namespace quiz::cli::commands
