// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/scriptserver.h"
#include "jobs/engine.h"
#include "pipeline/pipeline.h"
#include "ui/mainwindow.h"
#include "ui/panes/jobsview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include <optional>

namespace inflight {

using namespace Qt::StringLiterals;

/// Milliseconds that a test waits for what must come.
constexpr int patience = 10'000;

/// What the paths of the test server answer.
inline Script answerTo(const ServerRequest &request)
{
    const QByteArray path = request.path();
    if (path.startsWith("/never"))
        return Script::never();
    if (path.startsWith("/hold"))
        return Script::answer(200, {{"Content-Type", "text/plain"}}, "held").hold();
    if (path.startsWith("/held"))
        return Script{}.hold().then(Script::answer(200, {{"Content-Type", "text/plain"}}, "let go"));
    if (path.startsWith("/missing"))
        return Script::answer(404, {{"Content-Type", "text/plain"}}, "no such thing");
    if (path.startsWith("/busy")) // holds its whole origin
        return Script::answer(429, {{"Retry-After", "30"}});
    if (path.startsWith("/mended")) // fails the first time it is asked
        return request.repeat == 0 ? Script::answer(404) : Script::answer(200, {}, "mended");
    return Script::answer(200, {{"Content-Type", "application/json"}, {"Set-Cookie", "sid=sesame"}},
                          R"({"answer": 42, "path": ")" + path + R"("})");
}

inline RunSettings storySettings()
{
    RunSettings run;
    run.retry.retries = 0;
    run.pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"inspect"_s, {}));
    return run;
}

/// A window on an engine on a server, and the ways to act on it and to look at it.
class Story
{
public:
    explicit Story(const QStringList &paths = {}, bool startAtOnce = false,
                   const RunSettings &runSettings = storySettings(),
                   const std::optional<QSslConfiguration> &tls = std::nullopt)
        : server(answerTo, {.tls = tls})
        , engine(runSettings)
        , window(engine, {.initialText = list(paths), .startAtOnce = startAtOnce, .request = nullptr})
    {
        // After the window's own connection: what is counted here has its rows.
        QObject::connect(&engine, &Engine::updated, &window, [this](const ChangeBatch &batch) {
            for (const AcceptedJobs &jobs : batch.accepted)
                accepted += static_cast<JobId>(jobs.inputs.size());
        });
        window.show();
        window.activateWindow();
        started = QTest::qWaitForWindowActive(&window);
    }

    [[nodiscard]] QString list(const QStringList &paths) const
    {
        QStringList urls;
        for (const QString &path : paths)
            urls.append(server.url(path));
        return urls.join(u'\n');
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return window.findChild<Widget *>(name);
    }
    void click(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void fetch(const QStringList &paths)
    {
        find<QPlainTextEdit>(u"urls"_s)->setPlainText(list(paths));
        click(u"fetch"_s);
        rowsAreThere = QTest::qWaitFor([this] { return accepted == engine.submitted(); });
    }
    [[nodiscard]] JobsView *view() const { return find<JobsView>(u"jobs"_s); }
    [[nodiscard]] QString cell(int row, JobModel::Column column) const
    {
        return view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString state(int row) const { return cell(row, JobModel::State).section(u' ', 0, 0); }
    [[nodiscard]] QStringList states() const
    {
        QStringList all;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            all.append(state(row));
        return all;
    }
    [[nodiscard]] qsizetype count(const QString &word) const { return states().count(word); }
    [[nodiscard]] QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QString page(const QString &name) const { return find<QTextBrowser>(name)->toPlainText(); }

    ScriptServer server;
    Engine engine;
    MainWindow window;
    bool started = false;
    JobId accepted = 0;        ///< jobs that have a row
    bool rowsAreThere = false; ///< after the last fetch()
};

/// PATH0, PATH1 and on.
inline QStringList numbered(const QString &path, int count)
{
    QStringList paths;
    for (int i = 0; i < count; ++i)
        paths.append(path + QString::number(i));
    return paths;
}

} // namespace inflight
