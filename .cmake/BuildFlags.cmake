# Language level, warnings, Qt defines, sanitizers and hardening, in one interface target.
option(HANDSHAKE_WERROR "Treat warnings as errors" OFF)
option(HANDSHAKE_TESTS "Build the tests" ON)
set(HANDSHAKE_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=")
option(HANDSHAKE_COVERAGE "Measure coverage" OFF)
option(HANDSHAKE_FUZZ "Build libFuzzer binaries (clang only)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set_property(GLOBAL PROPERTY GLOBAL_DEPENDS_NO_CYCLES ON)

find_program(HANDSHAKE_CCACHE ccache)
if(HANDSHAKE_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${HANDSHAKE_CCACHE}")
endif()

add_library(handshake_build_flags INTERFACE)
target_compile_definitions(handshake_build_flags INTERFACE
    QT_NO_KEYWORDS # TBB headers use the name emit
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(handshake_build_flags INTERFACE
        /W4 /permissive- /utf-8 /Zc:__cplusplus /external:W0 /guard:cf
        $<$<BOOL:${HANDSHAKE_WERROR}>:/WX>)
else()
    target_compile_options(handshake_build_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
        -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wduplicated-cond -Wlogical-op
        -fstack-protector-strong
        $<$<BOOL:${HANDSHAKE_WERROR}>:-Werror>)
    if(HANDSHAKE_SANITIZE)
        target_compile_options(handshake_build_flags INTERFACE
            -fsanitize=${HANDSHAKE_SANITIZE} -fno-sanitize-recover=undefined
            -fno-omit-frame-pointer
            # What the sanitizers add makes g++ 12 see uninitialised variants where there are none.
            $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
        target_link_options(handshake_build_flags INTERFACE -fsanitize=${HANDSHAKE_SANITIZE})
    else()
        target_compile_definitions(handshake_build_flags INTERFACE
            $<$<NOT:$<CONFIG:Debug>>:_GLIBCXX_ASSERTIONS>
            $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
        if(UNIX AND NOT APPLE)
            target_link_options(handshake_build_flags INTERFACE -Wl,-z,relro,-z,now)
        endif()
    endif()
    if(HANDSHAKE_FUZZ)
        target_compile_options(handshake_build_flags INTERFACE -fsanitize=fuzzer-no-link)
    endif()
    if(HANDSHAKE_COVERAGE)
        target_compile_options(handshake_build_flags INTERFACE --coverage)
        target_link_options(handshake_build_flags INTERFACE --coverage)
    endif()
    find_program(HANDSHAKE_MOLD mold)
    if(HANDSHAKE_MOLD)
        target_link_options(handshake_build_flags INTERFACE -fuse-ld=mold)
    endif()
endif()
