// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <stdexcept>

namespace quiz::tests {

/// While it lives the process has no more rights than any user, root though it may be.
class OrdinaryUser {
 public:
  OrdinaryUser() : was_(::geteuid()) {
    constexpr uid_t kNobody = 65'534;
    if (was_ == 0 && ::seteuid(kNobody) != 0) throw std::runtime_error("rights cannot be given up");
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() { [[maybe_unused]] const int restored = ::seteuid(was_); }

 private:
  uid_t was_;
};

}  // namespace quiz::tests
