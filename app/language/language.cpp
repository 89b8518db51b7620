// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// "de" of "de-AT", "de_AT" or "de".
QString languageOf(const QString &name)
{
    return name.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

/// Whether the messages' locale is that of programs, in which LANGUAGE says nothing, as with GNU gettext
/// (https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html).
bool isProgramsLocale()
{
    for (const char *const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray locale = qgetenv(name);
        if (!locale.isEmpty())
            return locale == "C" || locale == "POSIX" || locale.startsWith("C.");
    }
    return true;
}

void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *const translator = new QTranslator(&application);
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    return {u"en"_s, u"de"_s};
}

QString languageFor(const QStringList &preferred)
{
    const QStringList known = languages();
    for (const QString &name : preferred) {
        if (known.contains(languageOf(name)))
            return languageOf(name);
    }
    return known.first();
}

QString languageInSettings()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QSettings(folder + u"/inflight/settings.ini"_s, QSettings::IniFormat)
        .value("language"_L1)
        .toString();
}

QString languageInTerminal()
{
    return isProgramsLocale() ? QString() : languageInSettings();
}

void speak(QCoreApplication &application, const QString &wanted)
{
    const QLocale system = QLocale::system();
    const QStringList preferred = isProgramsLocale() ? QStringList() : system.uiLanguages();
    const QString language = languageFor(wanted.isEmpty() ? preferred : QStringList{wanted});
    // Somebody in Vienna who wants German keeps Austrian numbers.
    if (!wanted.isEmpty() && languageOf(system.name()) != language)
        QLocale::setDefault(QLocale(language));
    install(application, u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, u"inflight_"_s + language, u":/i18n"_s);
}

} // namespace inflight
