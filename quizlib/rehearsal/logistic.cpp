// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/logistic.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::rehearsal {
namespace {

constexpr std::int32_t kWhole = 65'536;
constexpr std::int32_t kStepsPerLogit = 16;
constexpr std::int32_t kFarthest = 800;

/// At 0, 1/16, 2/16, … 8 logits; below zero it is the mirror image.
constexpr std::array<std::int32_t, 8 * kStepsPerLogit + 1> kTable{
    32768, 33792, 34813, 35831, 36843, 37847, 38841, 39824, 40793, 41748, 42687, 43608, 44511, 45393, 46254,
    47094, 47911, 48704, 49474, 50220, 50941, 51638, 52310, 52957, 53581, 54179, 54754, 55306, 55834, 56339,
    56822, 57284, 57724, 58144, 58544, 58925, 59287, 59632, 59959, 60270, 60565, 60844, 61109, 61360, 61598,
    61823, 62036, 62238, 62428, 62608, 62778, 62938, 63090, 63233, 63368, 63495, 63615, 63728, 63835, 63935,
    64030, 64119, 64203, 64283, 64357, 64427, 64494, 64556, 64614, 64669, 64721, 64770, 64816, 64859, 64900,
    64938, 64974, 65008, 65039, 65069, 65097, 65124, 65149, 65172, 65194, 65215, 65234, 65252, 65269, 65285,
    65300, 65315, 65328, 65341, 65352, 65364, 65374, 65384, 65393, 65402, 65410, 65417, 65425, 65431, 65438,
    65444, 65449, 65454, 65459, 65464, 65468, 65472, 65476, 65480, 65483, 65486, 65489, 65492, 65495, 65497,
    65500, 65502, 65504, 65506, 65508, 65509, 65511, 65513, 65514};

/// Needs 0 <= hundredths <= kFarthest.
std::int32_t above_zero(std::int32_t hundredths) {
  const std::int32_t scaled = hundredths * kStepsPerLogit;
  const auto step = static_cast<std::size_t>(scaled / 100);
  const std::int32_t rest = scaled % 100;
  if (rest == 0) return kTable[step];
  return kTable[step] + (kTable[step + 1] - kTable[step]) * rest / 100;
}

}  // namespace

std::int32_t logistic(std::int32_t hundredths) {
  const std::int32_t x = std::clamp(hundredths, -kFarthest, kFarthest);
  return x >= 0 ? above_zero(x) : kWhole - above_zero(-x);
}

}  // namespace quiz::rehearsal
