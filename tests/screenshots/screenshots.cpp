// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of every view of the window, with the demo's jobs: see tests/screenshots/take.

#include "demo/demoserver.h"
#include "language/language.h"
#include "screenshots/gallery.h"
#include "screenshots/tour.h"
#include "ui/appearance.h"
#include "ui/windowstyle.h"
#include "windowrun.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFont>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

MainWindow *shownWindow()
{
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        if (auto *const window = qobject_cast<MainWindow *>(widget))
            return window;
    }
    return nullptr;
}

void magnifyText(double factor)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    QApplication::setFont(font);
}

int tourThrough(const QString &folder)
{
    const QStringList arguments{u"inflight"_s};
    const auto parsed = parseOptions(arguments);
    Gallery gallery(folder);
    DemoServer demo(0.4);
    WindowOptions options;
    options.initialText = demo.demoJobUrls().join(u'\n');
    WindowRun run(arguments, {.options = std::get<Options>(parsed)}, std::move(options));
    QTimer::singleShot(0, [&gallery] {
        MainWindow *const window = shownWindow();
        window->resize(1280, 800);
        Tour(*window, gallery).go();
        window->close();
    });
    const int status = run.exec();
    std::printf("%d pictures in %s\n", gallery.count(), qPrintable(folder));
    for (const QString &name : gallery.missing())
        std::printf("could not be taken: %s\n", qPrintable(name));
    return gallery.missing().isEmpty() && gallery.count() > 0 ? 0 : std::max(status, 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addOption({u"appearance"_s, u"light or dark"_s, u"name"_s, u"light"_s});
    parser.addOption({u"language"_s, u"en or de"_s, u"code"_s, u"en"_s});
    parser.addOption({u"text"_s, u"how much larger the text is"_s, u"factor"_s, u"1"_s});
    parser.addOption({u"mirrored"_s, u"laid out from right to left"_s});
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);
    speak(application, parser.value(u"language"_s));
    QApplication::setStyle(new WindowStyle);
    setAppearance(parser.value(u"appearance"_s) == "dark"_L1 ? Appearance::Dark : Appearance::Light);
    magnifyText(parser.value(u"text"_s).toDouble());
    if (parser.isSet(u"mirrored"_s))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    return tourThrough(parser.positionalArguments().constFirst());
}
