// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/intake.h"
#include "input/json/jsontape.h"

namespace inflight {

/// Finds the requests in JSON: a text that is a URL, an object with one (url, uri, href, link, loc) and with
/// its method, headers, body and name, wherever they stand. UI-free, one thread at a time.
class JsonRequests
{
public:
    /// `intake` must outlive this.
    explicit JsonRequests(Intake &intake)
        : m_intake(intake)
    {}

    /// Reads one value of its own: of a file, or of a line. What has no URL in it is rejected.
    void read(const JsonValue &value);
    /// Reads one that stands in a list whose items are meant as requests.
    void readItem(const JsonValue &value);

private:
    void find(const JsonValue &value, const QString &name);
    void findInObject(const JsonValue &object, const QString &name);
    void take(const JsonValue &object, const JsonValue &url, const QString &name);

    Intake &m_intake;
    int m_found = 0;
};

} // namespace inflight
