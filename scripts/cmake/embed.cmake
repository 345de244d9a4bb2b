# SPDX-License-Identifier: Apache-2.0
# quiz_embed(<target> <name> FILE...)
#
# Puts the bytes of the files into <target>. Call it at most once in a CMakeLists.txt; a
# relative FILE is relative to it. In the folder quizlib/store, with the name `store`, it makes
#
#   #include <quizlib/store/embedded.hpp>
#   quiz::embedded::store("quizlib/store/schema.sql")   the bytes, as std::string_view
#   quiz::embedded::store_files()                       every file with its path, by path
#
# Paths are relative to the root of the repository. The code depends only on the paths, so it
# is written when CMake configures; the assembler file that pulls in the bytes is built again
# whenever one of them changes.
function(quiz_embed target name)
  if(NOT name MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "quiz_embed: \"${name}\" is not a lower-case identifier")
  endif()
  if(NOT ARGN)
    message(FATAL_ERROR "quiz_embed: no files for ${name}")
  endif()
  get_property(names GLOBAL PROPERTY QUIZ_EMBED_NAMES)
  if(name IN_LIST names)
    message(FATAL_ERROR "quiz_embed: ${name} is embedded twice")
  endif()
  set_property(GLOBAL APPEND PROPERTY QUIZ_EMBED_NAMES "${name}")

  set(paths "")
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    if(NOT EXISTS "${file}" OR IS_DIRECTORY "${file}")
      message(FATAL_ERROR "quiz_embed: no file ${file}")
    endif()
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE path)
    if(path MATCHES "^\\.\\.|[\"\\\\;]")
      message(FATAL_ERROR "quiz_embed: cannot name ${file}")
    endif()
    list(APPEND paths "${path}")
  endforeach()
  list(SORT paths COMPARE STRING)
  list(REMOVE_DUPLICATES paths)

  set(assembly "")
  set(declarations "")
  set(entries "")
  set(dependencies "")
  set(index 0)
  foreach(path IN LISTS paths)
    set(symbol "quiz_embedded_${name}_${index}")
    string(APPEND assembly
           "  .globl ${symbol}\n"
           "  .globl ${symbol}_size\n"
           "  .type ${symbol}, %object\n"
           "  .type ${symbol}_size, %object\n"
           "${symbol}:\n"
           "  .incbin \"${PROJECT_SOURCE_DIR}/${path}\"\n"
           "0:\n"
           "  .byte 0\n"
           "  .size ${symbol}, . - ${symbol}\n"
           "  .balign 8\n"
           "${symbol}_size:\n"
           "  .8byte 0b - ${symbol}\n"
           "  .size ${symbol}_size, 8\n"
    )
    string(APPEND declarations
           "extern const char ${symbol}[];\n"
           "extern const std::uint64_t ${symbol}_size;\n"
    )
    string(APPEND entries "      {\"${path}\", {${symbol}, ${symbol}_size}},\n")
    list(APPEND dependencies "${PROJECT_SOURCE_DIR}/${path}")
    math(EXPR index "${index} + 1")
  endforeach()

  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}"
             OUTPUT_VARIABLE folder)
  set(header "${folder}/embedded.hpp")
  set(generated "${PROJECT_BINARY_DIR}/generated/${folder}/embedded")
  set(templates "${PROJECT_SOURCE_DIR}/scripts/cmake")
  foreach(extension IN ITEMS hpp cpp S)
    configure_file("${templates}/embedded.${extension}.in" "${generated}.${extension}" @ONLY)
  endforeach()

  set_source_files_properties(
    "${generated}.S" TARGET_DIRECTORY "${target}" PROPERTIES OBJECT_DEPENDS "${dependencies}"
  )
  target_sources("${target}" PRIVATE "${generated}.hpp" "${generated}.cpp" "${generated}.S")
endfunction()
