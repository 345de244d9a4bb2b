// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/ratio.hpp>

#include <cassert>
#include <cstddef>

namespace quiz {
namespace {

static_assert(sizeof(long) == sizeof(std::int64_t), "GMP takes numbers as long");

/// A whole number of any size.
class Integer {
 public:
  Integer() { mpz_init(value_); }
  explicit Integer(std::int64_t value) { mpz_init_set_si(value_, value); }
  Integer(const Integer&) = delete;
  Integer& operator=(const Integer&) = delete;
  ~Integer() { mpz_clear(value_); }

  operator mpz_ptr() { return value_; }  // NOLINT(*-explicit-*): GMP's functions take it as it is

 private:
  mpz_t value_;
};

/// `result` = `value` times `scale`, rounded half to even.
void round_half_even(Integer& result, mpq_srcptr value, Integer& scale) {
  Integer divisor;
  Integer remainder;
  // floor(x + 1/2) = floor((2n + d) / 2d), one too many where x was half way from an even number.
  mpz_mul(result, mpq_numref(value), scale);
  mpz_mul_2exp(result, result, 1);
  mpz_add(result, result, mpq_denref(value));
  mpz_mul_2exp(divisor, mpq_denref(value), 1);
  mpz_fdiv_qr(result, remainder, result, divisor);
  if (mpz_sgn(static_cast<mpz_ptr>(remainder)) == 0 && mpz_odd_p(static_cast<mpz_ptr>(result))) {
    mpz_sub_ui(result, result, 1);
  }
}

std::optional<std::int64_t> as_int64(mpz_srcptr value) {
  if (mpz_fits_slong_p(value) == 0) return std::nullopt;
  return mpz_get_si(value);
}

}  // namespace

Ratio::Ratio(std::int64_t numerator, std::int64_t denominator) : Ratio() {
  assert(denominator != 0);
  mpz_set_si(mpq_numref(value_), numerator);
  mpz_set_si(mpq_denref(value_), denominator);
  mpq_canonicalize(value_);
}

Ratio operator+(const Ratio& a, const Ratio& b) {
  Ratio result;
  mpq_add(result.value_, a.value_, b.value_);
  return result;
}

Ratio operator-(const Ratio& a, const Ratio& b) {
  Ratio result;
  mpq_sub(result.value_, a.value_, b.value_);
  return result;
}

Ratio operator*(const Ratio& a, const Ratio& b) {
  Ratio result;
  mpq_mul(result.value_, a.value_, b.value_);
  return result;
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  assert(!b.is_zero());
  Ratio result;
  mpq_div(result.value_, a.value_, b.value_);
  return result;
}

std::optional<std::int64_t> Ratio::rounded(std::int64_t scale) const {
  Integer result;
  Integer factor(scale);
  round_half_even(result, value_, factor);
  return as_int64(result);
}

std::optional<std::int64_t> Ratio::denominator() const { return as_int64(mpq_denref(value_)); }

std::string Ratio::fraction() const {
  // A sign, a slash and the zero byte at the end.
  std::string result(mpz_sizeinbase(mpq_numref(value_), 10) + mpz_sizeinbase(mpq_denref(value_), 10) + 3,
                     '\0');
  mpq_get_str(result.data(), 10, value_);
  result.resize(result.find('\0'));
  return result;
}

std::optional<Ratio> parse_ratio(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<Decimal> above = parse_decimal(text.substr(0, slash));
  if (!above) return std::nullopt;
  if (slash == std::string_view::npos) return Ratio(*above);
  const std::optional<Decimal> below = parse_decimal(text.substr(slash + 1));
  if (!below || below->billionths == 0) return std::nullopt;
  return Ratio(above->billionths, below->billionths);
}

std::optional<Ratio> parse_long_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (digits.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  digits.append(fraction);
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  Ratio result;
  mpz_set_str(mpq_numref(result.value_), digits.c_str(), 10);
  mpz_ui_pow_ui(mpq_denref(result.value_), 10, fraction.size());
  mpq_canonicalize(result.value_);
  if (negative) mpq_neg(result.value_, result.value_);
  return result;
}

std::string format_ratio(const Ratio& value, int places) {
  assert(places >= 0 && places <= 9);
  Integer scale;
  mpz_ui_pow_ui(scale, 10, static_cast<unsigned long>(places));
  Integer units;
  round_half_even(units, value.value_, scale);
  const bool negative = mpz_sgn(static_cast<mpz_ptr>(units)) < 0;
  mpz_abs(units, units);

  std::string result(mpz_sizeinbase(units, 10) + 1, '\0');
  mpz_get_str(result.data(), 10, units);
  result.resize(result.find('\0'));
  const auto fraction = static_cast<std::size_t>(places);
  if (result.size() <= fraction) result.insert(0, fraction + 1 - result.size(), '0');
  if (fraction != 0) result.insert(result.size() - fraction, 1, '.');
  if (negative) result.insert(0, 1, '-');
  return result;
}

}  // namespace quiz
