// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>

#include <gmp.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quiz {

/// An exact rational number of any size, always in lowest terms.
class Ratio {
 public:
  Ratio() { mpq_init(value_); }
  /// Needs `denominator` not zero.
  Ratio(std::int64_t numerator, std::int64_t denominator);  // NOLINT(*-explicit-*)
  explicit Ratio(std::int64_t whole) : Ratio(whole, 1) {}
  explicit Ratio(Decimal decimal) : Ratio(decimal.billionths, Decimal::kOne) {}
  Ratio(const Ratio& other) : Ratio() { mpq_set(value_, other.value_); }
  Ratio(Ratio&& other) noexcept : Ratio() { mpq_swap(value_, other.value_); }
  Ratio& operator=(Ratio other) noexcept {
    mpq_swap(value_, other.value_);
    return *this;
  }
  ~Ratio() { mpq_clear(value_); }

  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);  ///< Needs `b` not zero.
  friend bool operator==(const Ratio& a, const Ratio& b) { return mpq_equal(a.value_, b.value_) != 0; }
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    return mpq_cmp(a.value_, b.value_) <=> 0;
  }

  [[nodiscard]] bool is_zero() const { return mpq_sgn(value_) == 0; }
  /// This number times `scale`, rounded half to even; nothing where that does not fit 64 bits.
  [[nodiscard]] std::optional<std::int64_t> rounded(std::int64_t scale = 1) const;
  /// The denominator in lowest terms; nothing where it does not fit 64 bits.
  [[nodiscard]] std::optional<std::int64_t> denominator() const;
  /// `3/7`, or `3` for a whole number.
  [[nodiscard]] std::string fraction() const;
  friend std::string format_ratio(const Ratio& value, int places);
  friend std::optional<Ratio> parse_long_decimal(std::string_view text);

 private:
  mpq_t value_;
};

/// Read a decimal, or a fraction of two decimals `a/b` with `b` not zero. Nothing for anything else.
[[nodiscard]] std::optional<Ratio> parse_ratio(std::string_view text);

/// The exact value of `[-]digits[.digits]`, of any length. Nothing for anything else.
[[nodiscard]] std::optional<Ratio> parse_long_decimal(std::string_view text);

/// `value` with exactly `places` decimals (0 to 9), rounded half to even: `66.67`. What rounds to zero has no
/// sign.
[[nodiscard]] std::string format_ratio(const Ratio& value, int places);

}  // namespace quiz
