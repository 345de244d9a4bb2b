# SPDX-License-Identifier: Apache-2.0
# Libraries of the system, found and never downloaded. scripts/setup installs them.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
if(QUIZ_STATIC)
  # Debian has no archive of fmt, and the package of yaml-cpp names only the shared library.
  set(CMAKE_FIND_LIBRARY_SUFFIXES ".a")
  set(OPENSSL_USE_STATIC_LIBS ON)
  set(QUIZ_FMT fmt::fmt-header-only)
  find_library(QUIZ_YAML_CPP yaml-cpp REQUIRED)
else()
  set(QUIZ_FMT fmt::fmt)
  find_package(yaml-cpp REQUIRED)
  set(QUIZ_YAML_CPP yaml-cpp)
endif()
find_package(SQLite3 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(GMP REQUIRED IMPORTED_TARGET gmp)
pkg_check_modules(NCURSESW REQUIRED ncursesw)

if(QUIZ_BUILD_TESTS)
  find_package(doctest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
