// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>

#include <vector>

namespace quiz::contest {

/// One value for every track, or one a track in the order of the tracks.
template <class T>
struct PerTrack {
  std::vector<T> values;  ///< one, or as many as there are tracks

  /// Who is in no track (kNone) gets what the first has.
  [[nodiscard]] const T& of(TrackNo track) const {
    return track < values.size() ? values[track] : values.front();
  }
  [[nodiscard]] bool varies() const { return values.size() > 1; }
};

}  // namespace quiz::contest
