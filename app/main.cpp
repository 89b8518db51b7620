// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The composition root: options, then a run in the window or in the terminal.

#include "cli/dump.h"
#include "cli/exitcode.h"
#include "cli/inputs.h"
#include "cli/merging.h"
#include "cli/options.h"
#include "cli/requestdump.h"
#include "cli/resumption.h"
#include "cli/signals.h"
#include "cli/standardstreams.h"
#include "cli/storedrun.h"
#include "cli/terminalfront.h"
#include "demo/demoserver.h"
#include "language/language.h"
#include "net/openfiles.h"
#include "net/wire/resolver.h"
#include "ui/appearance.h"
#include "ui/windowstyle.h"
#include "windowrun.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

struct MainText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Main)
};

/// Read once and early by Qt and the C library. Without glib's event loop a request costs some 18
/// system calls less; without a named time zone file every reply costs a stat() (measured).
void prepareEnvironment()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
    if (!qEnvironmentVariableIsSet("TZ"))
        qputenv("TZ", ":/etc/localtime");
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"inflight"_s);
    QCoreApplication::setOrganizationName(u"inflight"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(INFLIGHT_VERSION));
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// What --demo adds: a server in this process and its list of jobs.
void addDemo(const DemoServer &demo, const Options &options, GatheredInputs &gathered)
{
    for (const QString &url : demo.demoJobUrls())
        gathered.inputs.append({url, options.request});
}

/// The window reads them from its box again: nobody else keeps them.
WindowOptions windowOptions(const Options &options, GatheredInputs gathered)
{
    QStringList lines;
    QByteArray requests; // with a method, headers, a body or a name of their own
    for (const JobInput &input : gathered.inputs) {
        if (input.request == options.request && input.name.isEmpty())
            lines.append(input.url);
        else
            requests += requestToJsonLine(0, input, Secrets::Shown);
    }
    for (const RejectedInput &rejected : gathered.rejected)
        lines.append(rejected.text);
    WindowOptions window;
    window.initialText = lines.join(u'\n');
    window.initialRequests = QString::fromUtf8(requests);
    window.startAtOnce = options.start && !options.opened;
    window.request = options.request;
    window.pipeline = {options.saveDir};
    window.runFlags = commandFlags(options);
    return window;
}

int run(const QStringList &arguments, Resumption resumption)
{
    const Options &options = resumption.options;
    std::optional<RequestDump> dump;
    TakeInputs print;
    if (options.dump) {
        dump.emplace(options);
        print = [&dump](const GatheredInputs &found) { return dump->add(found); };
    }
    std::variant<GatheredInputs, UsageFault> read = gatherInputs(options, tallyOf(resumption.run), print);
    if (const auto *fault = std::get_if<UsageFault>(&read))
        return reportUsageFault(*fault);
    GatheredInputs gathered = std::exchange(std::get<GatheredInputs>(read), {});
    std::unique_ptr<DemoServer> demo;
    if (options.demo) {
        demo = std::make_unique<DemoServer>();
        addDemo(*demo, options, gathered);
    }
    if (dump) {
        dump->add(gathered);
        return dump->finish();
    }
    if (options.headless) {
        gathered.inputs = std::exchange(resumption.inputs, {}) + gathered.inputs;
        return runHeadless(options, std::move(gathered), std::move(resumption.run), resumption.readOnly);
    }
    WindowOptions window = windowOptions(options, std::move(gathered));
    return runWindows(arguments, std::move(resumption), std::move(window));
}

int resumeAndRun(const Options &options, const QStringList &arguments)
{
    if (options.resume.isEmpty())
        return run(arguments, {.options = options});
    auto resumed = resume(options, arguments);
    if (const auto *const fault = std::get_if<UsageFault>(&resumed))
        return reportUsageFault(*fault);
    auto &resumption = std::get<Resumption>(resumed);
    if (options.opened && options.headless)
        return exportStoredRun(resumption.options, resumption.run, options.resume);
    return run(arguments, std::move(resumption));
}

int mergeAndRun(const Options &options, const QStringList &arguments)
{
    if (options.merge.isEmpty())
        return resumeAndRun(options, arguments);
    const Merged merged = merge(options);
    if (options.headless || merged.path.isEmpty())
        return merged.status;
    const QStringList toOpen = arguments.first(1) + QStringList{merged.path};
    const auto parsed = parseOptions(toOpen);
    if (const auto *const fault = std::get_if<UsageFault>(&parsed))
        return reportUsageFault(*fault);
    return resumeAndRun(std::get<Options>(parsed), toOpen);
}

/// Leaves without waiting for threads of look-ups that hang; everything was written and joined before.
int leave(int status)
{
    if (Resolver::running() == 0)
        return status;
    std::fflush(nullptr);
    std::_Exit(status);
}

/// What the arguments ask for; the exit status where that is done already. Which application is needed
/// follows from them, but what is wrong with them is said in the person's language, which takes one.
std::variant<Options, int> readArguments(const QStringList &arguments, int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    speak(application, languageInTerminal());
    std::variant<Options, UsageFault> parsed = parseOptions(arguments);
    if (const auto *fault = std::get_if<UsageFault>(&parsed))
        return reportUsageFault(*fault);
    Options options = std::get<Options>(std::move(parsed));
    if (options.asksForInformation())
        return printInformation(options);
    if (!options.headless && !options.dump && !hasDisplay())
        return reportUsageFault(
            {MainText::tr("there is no display to open the window on; --headless runs without one")});
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    holdStandardStreams();
    prepareEnvironment();
    nameApplication();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // The names that Qt itself takes, such as -platform, are no flags of this program: it sees none of them.
    int noArguments = 1;
    const std::variant<Options, int> read = readArguments(arguments, noArguments, argv);
    if (const int *const status = std::get_if<int>(&read))
        return *status;
    const auto &options = std::get<Options>(read);

    ignoreBrokenPipes();
    allowManyOpenFiles();
    if (options.headless || options.dump) {
        QCoreApplication application(noArguments, argv);
        speak(application, languageInTerminal());
        return leave(mergeAndRun(options, arguments));
    }
    QApplication application(noArguments, argv);
    speak(application, languageInSettings());
    QApplication::setStyle(new WindowStyle);
    setAppearance(appearanceInSettings());
    return leave(mergeAndRun(options, arguments));
}
