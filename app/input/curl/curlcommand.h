// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/foundrequest.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace inflight {

/// What one part of a curl command asks for (--next begins another one).
struct CurlRequest
{
    QStringList urls;
    RequestParts parts;
    QString name; ///< of the file that curl would write
    bool globs = true;
};

/// A curl command, understood. Nothing of it is run, and no file that it names is read.
struct CurlCommand
{
    QList<CurlRequest> requests;
    QStringList notes; ///< translated clauses: what is passed over
    QString refusal;   ///< a translated clause: why it is not taken; empty: it is
};

/// Whether a command's first word, or a line, calls curl.
bool isCurl(QStringView word);
bool beginsCurl(QStringView line);

/// Reads the words of a command, "curl" first, with curl's rules.
CurlCommand readCurl(const QStringList &words);

} // namespace inflight
