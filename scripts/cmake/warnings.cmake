# SPDX-License-Identifier: Apache-2.0
# Warnings for our own code: strict for us (presets set QUIZ_WERROR), mild for packagers.

add_library(quizlib_warnings INTERFACE)

set(quizlib_warning_flags
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wsign-conversion
    -Wold-style-cast
)
if(QUIZ_WERROR)
  list(APPEND quizlib_warning_flags -Werror)
endif()

target_compile_options(
  quizlib_warnings INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:${quizlib_warning_flags}>"
)
