// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/error.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/icu_status.hpp>

#include <doctest/doctest.h>
#include <unicode/utypes.h>

TEST_CASE("missing Unicode data ends the command with a sentence that needs none") {
  try {
    quiz::text::require_icu(U_MISSING_RESOURCE_ERROR);
    FAIL("no error");
  } catch (const quiz::Error& error) {
    CHECK(error.kind() == quiz::ErrorKind::failed);
    CHECK(error.message() == quiz::Message("text.unicode-data"));
  }
  const quiz::text::Catalogue english(quiz::text::Language::en);
  CHECK(english("text.unicode-data") == "the Unicode data of this computer cannot be used");
  CHECK(english("text.unicode-data.help") == "install the ICU library again (package libicu72 on Debian 12)");
}

TEST_CASE("successes and warnings of ICU are no errors") {
  CHECK_NOTHROW(quiz::text::require_icu(U_ZERO_ERROR));
  CHECK_NOTHROW(quiz::text::require_icu(U_USING_DEFAULT_WARNING));
}
