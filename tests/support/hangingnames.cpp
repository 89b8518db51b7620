// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hangingnames.h"

#include <condition_variable>
#include <mutex>
#include <string_view>

#include <dlfcn.h>
#include <netdb.h>

using namespace Qt::StringLiterals;

namespace {

std::mutex mutex;
std::condition_variable released;
bool holding = false; // guarded by mutex
int held = 0;         // guarded by mutex

bool hangs(const char *node)
{
    return node && std::string_view(node).ends_with(".hangs.invalid");
}

} // namespace

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    using Function = decltype(&getaddrinfo);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!hangs(node))
        return real(node, service, hints, result);
    std::unique_lock lock(mutex);
    ++held;
    released.wait(lock, [] { return !holding; });
    --held;
    return EAI_NONAME;
}

namespace inflight {

HangingNames::HangingNames()
{
    const std::lock_guard lock(mutex);
    holding = true;
}

HangingNames::~HangingNames()
{
    {
        const std::lock_guard lock(mutex);
        holding = false;
    }
    released.notify_all();
}

QString HangingNames::name(int number)
{
    return u"n%1.hangs.invalid"_s.arg(number);
}

int HangingNames::hanging()
{
    const std::lock_guard lock(mutex);
    return held;
}

} // namespace inflight
