# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` copies: the program, the question banks, the documentation.

install(TARGETS quiz RUNTIME)
install(
  FILES
    "${PROJECT_SOURCE_DIR}/README.md"
    "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
    "${PROJECT_SOURCE_DIR}/LICENSE"
  TYPE DOC
)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" TYPE DOC)
install(
  DIRECTORY "${PROJECT_SOURCE_DIR}/question-banks"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/quiz"
  OPTIONAL
)
