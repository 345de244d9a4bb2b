# SPDX-License-Identifier: Apache-2.0
# Libraries of the system, found and never downloaded. scripts/setup installs them.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(GMP REQUIRED IMPORTED_TARGET gmp)

if(QUIZ_BUILD_TESTS)
  find_package(doctest REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
