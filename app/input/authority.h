// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace inflight {

/// The parts of [userinfo "@"] host [":" port] (RFC 3986, section 3.2), as views into the text.
struct Authority
{
    QStringView userInfo; ///< without its '@'
    QStringView host;     ///< an IPv6 address with its brackets
    QStringView port;     ///< null without a ':'
};

/// What stands before the first '/', '?' or '#' of `text`, which begins with an authority.
QStringView authorityOf(QStringView text);
Authority splitAuthority(QStringView authority);

/// Why no request can go to `authority`, as a translated clause; empty when nothing speaks against it. A
/// `guessed` authority comes from text without a scheme: plain words, numbers, times of day and e-mail
/// addresses are refused there. `hasPath`: something follows it.
QString refusedAuthority(const Authority &authority, bool guessed, bool hasPath);

} // namespace inflight
