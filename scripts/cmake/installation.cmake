# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` copies: the program, what shells complete it with, the question banks, the documentation.

install(TARGETS quiz RUNTIME)

# quiz_install_completion(SHELL FILE FOLDER): the script that the built program writes for that shell.
function(quiz_install_completion shell file folder)
  set(made "${PROJECT_BINARY_DIR}/completion/${file}")
  install(
    CODE
      "execute_process(
         COMMAND \"$<TARGET_FILE:quiz>\" completion ${shell} --lang en --overwrite -o \"${made}\"
         COMMAND_ERROR_IS_FATAL ANY
       )"
  )
  install(FILES "${made}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
endfunction()

# A program for another machine cannot be run here.
if(NOT CMAKE_CROSSCOMPILING)
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/completion")
  quiz_install_completion(bash quiz bash-completion/completions)
  quiz_install_completion(zsh _quiz zsh/site-functions)
  quiz_install_completion(fish quiz.fish fish/vendor_completions.d)
endif()

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
