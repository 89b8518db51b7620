// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs one jq program on many values for the stage jq, in a process of its own: libjq has no way to stop a
// program that does not end, none to bound its memory, and calls abort() when there is none left.
//
// Arguments: the program, the most megabytes of address space. In: each value as its length in decimal, a
// line break and that many bytes of JSON. Out, for each value: 'o', length, line break and bytes for every
// output; then 'e' and a line break, or 'x', length, line break and a message when the program failed. A
// program that does not compile is told as 'c', length, line break and message, at once.

#include "jsontojv.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/resource.h>

extern "C" {
#include <jq.h>
#include <jv.h>
}

namespace {

void put(char kind, const std::string &text)
{
    std::printf("%c%zu\n", kind, text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// Consumes `value`.
std::string textOf(jv value)
{
    const jv text = jv_get_kind(value) == JV_KIND_STRING ? value : jv_dump_string(value, 0);
    std::string result(jv_string_value(text),
                       static_cast<std::size_t>(jv_string_length_bytes(jv_copy(text))));
    jv_free(text);
    return result;
}

std::string dumped(jv value)
{
    const jv text = jv_dump_string(value, 0);
    std::string result(jv_string_value(text),
                       static_cast<std::size_t>(jv_string_length_bytes(jv_copy(text))));
    jv_free(text);
    return result;
}

void collectError(void *to, jv message)
{
    auto &text = *static_cast<std::string *>(to);
    if (!text.empty())
        text += '\n';
    text += textOf(message);
}

void limitMemory(const char *megabytes)
{
    const rlim_t bytes = static_cast<rlim_t>(std::strtoul(megabytes, nullptr, 10)) * 1024 * 1024;
    const rlimit memory{bytes, bytes};
    setrlimit(RLIMIT_AS, &memory);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
}

/// The next value's text; false at the end.
bool readValue(std::string &json)
{
    std::size_t size = 0;
    if (std::scanf("%zu", &size) != 1 || std::getchar() != '\n')
        return false;
    json.reserve(inflight::JsonToJv::roomFor(size));
    json.resize(size);
    return std::fread(json.data(), 1, size, stdin) == size;
}

void run(jq_state *jq, inflight::JsonToJv &reader, const std::string &json)
{
    const std::optional<jv> read = reader.read(json);
    const jv input = read ? *read : jv_parse_sized(json.data(), static_cast<int>(json.size()));
    if (!jv_is_valid(input)) {
        put('x', textOf(jv_invalid_get_msg(input)));
        return;
    }
    jq_start(jq, input, 0);
    jv output = jq_next(jq);
    for (; jv_is_valid(output); output = jq_next(jq))
        put('o', dumped(output));
    if (jv_invalid_has_msg(jv_copy(output))) {
        put('x', textOf(jv_invalid_get_msg(output)));
        return;
    }
    jv_free(output);
    const jv complaint = jq_get_error_message(jq); // of halt_error; plain halt has none
    if (jq_halted(jq) && jv_is_valid(complaint) && jv_get_kind(complaint) != JV_KIND_NULL) {
        put('x', textOf(complaint));
    } else {
        jv_free(complaint);
        std::puts("e");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 1;
    limitMemory(argv[2]);
    jq_state *const jq = jq_init();
    std::string errors;
    jq_set_error_cb(jq, collectError, &errors);
    jq_set_attr(jq, jv_string("JQ_LIBRARY_PATH"), jv_array());
    if (!jq || !jq_compile(jq, argv[1])) {
        put('c', errors);
        return 1;
    }
    inflight::JsonToJv reader;
    std::string json;
    // What is asked for next may wait for these answers: they go out before waiting.
    while (readValue(json)) {
        run(jq, reader, json);
        std::fflush(stdout);
    }
    jq_teardown(const_cast<jq_state **>(&jq));
    return 0;
}
