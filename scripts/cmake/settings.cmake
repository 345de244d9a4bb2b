# SPDX-License-Identifier: Apache-2.0
# How every target of ours is compiled and linked: language level, build folder
# layout, include roots, sanitizers, faster tools where they are present.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")

find_program(QUIZ_CCACHE ccache)
mark_as_advanced(QUIZ_CCACHE)
if(QUIZ_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${QUIZ_CCACHE}")
endif()

add_library(quizlib_settings INTERFACE)
target_compile_features(quizlib_settings INTERFACE cxx_std_20)
target_include_directories(
  quizlib_settings INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated"
)

include(CheckLinkerFlag)
check_linker_flag(CXX "-fuse-ld=lld" QUIZ_HAVE_LLD)
if(QUIZ_HAVE_LLD)
  target_link_options(quizlib_settings INTERFACE "-fuse-ld=lld")
endif()

if(QUIZ_STATIC)
  target_link_options(quizlib_settings INTERFACE -static-libstdc++ -static-libgcc)
endif()

if(QUIZ_HARDENED_STL)
  target_compile_definitions(
    quizlib_settings INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>"
  )
endif()

if(QUIZ_SANITIZE)
  target_compile_options(
    quizlib_settings
    INTERFACE
      "$<$<COMPILE_LANGUAGE:CXX>:-fsanitize=${QUIZ_SANITIZE};-fno-sanitize-recover=all;-fno-omit-frame-pointer>"
  )
  target_link_options(quizlib_settings INTERFACE "-fsanitize=${QUIZ_SANITIZE}")
endif()
