// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace quiz::text {

/// A key that is the same for all accepted and all common ways to spell the same name, and for nothing else:
/// as `fold`, and
/// - the tone of a Vietnamese syllable may stand on either vowel (hoà, hòa);
/// - marks above and below a Thai or Lao consonant may be in any order (น้ำ, นํ้า), and what only looks
///   different is the same (ຄຳ and ຄໍາ, ໝ and ຫມ, ຫຼ and ຫລ, แ and เ twice);
/// - the Icelandic Ð, which is typed for the Vietnamese Đ, is one.
/// All vowel and tone marks still count. Nobody reads the key. Needs well-formed UTF-8.
[[nodiscard]] std::string spelling_key(std::string_view text);

}  // namespace quiz::text
