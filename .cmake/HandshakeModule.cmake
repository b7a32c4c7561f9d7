include(Layers)

# handshake_module(<path> SOURCES ... [USES module...] [PUBLIC lib...] [PRIVATE lib...])
#
# Declares static library "handshake_<a>_<b>" (alias Handshake::<a>_<b>) for the folder <a>/<b>.
#   USES     other modules, as folders ("app/core"): the only folders this one may include
#   PUBLIC   third-party libraries that appear in this module's headers
#   PRIVATE  third-party libraries used in the .cpp files only
function(handshake_module path)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PUBLIC;PRIVATE")
    string(REPLACE "/" "_" stem "${path}")
    set(target "handshake_${stem}")
    handshake_check_uses("${path}" "${arg_USES}")

    add_library(${target} STATIC ${arg_SOURCES})
    add_library(Handshake::${stem} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} handshake_build_flags)
    foreach(used IN LISTS arg_USES)
        string(REPLACE "/" "_" used_stem "${used}")
        target_link_libraries(${target} PUBLIC handshake_${used_stem})
    endforeach()
    list(TRANSFORM arg_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
    set_property(GLOBAL APPEND PROPERTY HANDSHAKE_SOURCES ${arg_SOURCES}) # for lupdate
    handshake_record_layer("${path}" "${arg_USES}")
endfunction()

# Fails at configure time when a module declares a use that the table of the house does not permit.
function(handshake_check_uses path uses)
    string(REPLACE "/" "_" stem "${path}")
    if(NOT DEFINED LAYER_${stem})
        message(FATAL_ERROR "${path} is not a room of the house (.cmake/Layers.cmake)")
    endif()
    if(LAYER_${stem} STREQUAL "ANY")
        return()
    endif()
    foreach(used IN LISTS uses)
        if(NOT used IN_LIST LAYER_${stem})
            message(FATAL_ERROR "${path} may not use ${used} (.cmake/Layers.cmake)")
        endif()
    endforeach()
endfunction()

function(handshake_record_layer path uses)
    list(JOIN uses " " words)
    set_property(GLOBAL APPEND_STRING PROPERTY HANDSHAKE_LAYERS "${path}: ${words}\n")
endfunction()

# Writes the declared uses where the layer test reads them.
function(handshake_write_layers)
    get_property(layers GLOBAL PROPERTY HANDSHAKE_LAYERS)
    file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/layers.txt" CONTENT "${layers}")
endfunction()
