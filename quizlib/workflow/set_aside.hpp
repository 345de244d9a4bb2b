// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/store/store.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quiz::workflow {

/// The cells of a record as one line of CSV.
[[nodiscard]] std::string record_text(std::span<const std::string_view> record);

/// What a record is known by among the rows set aside.
[[nodiscard]] Hash128 record_digest(const HashKey& key, std::string_view record);

/// A row to keep with its reason.
[[nodiscard]] store::SetAside set_aside(response::Verdict verdict, std::string_view file, std::uint64_t line,
                                        std::string_view entrant, const Message& reason, std::string record,
                                        const Hash128& digest);

/// The reason of a row that was set aside.
[[nodiscard]] Message reason_of(const store::SetAside& row);

}  // namespace quiz::workflow
