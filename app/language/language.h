// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace inflight {

/// The languages that people can read Inflight in, as ISO 639-1 has them; English, the language of the
/// source, comes first.
QStringList languages();

/// The best of languages() for somebody who wants `preferred`, the most wanted first, as in "de-AT" or
/// "de_AT"; English where none fits.
QString languageFor(const QStringList &preferred);

/// What the settings file asks for; empty: what the system asks for.
QString languageInSettings();
/// The same for the terminal: where the environment asks for the C locale (`LC_ALL=C`, as scripts do), that
/// goes before the settings.
QString languageInTerminal();

/// Lets `application` speak `wanted`, or the language of the system where that is empty: Inflight's own
/// catalogue and, where the system has it, Qt's. Numbers and dates go with a language that was wanted. To be
/// called before anything is said, since texts are kept. Main thread; gone with `application`.
void speak(QCoreApplication &application, const QString &wanted);

} // namespace inflight
