// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "support/ports.h"
#include "support/testcertificates.h"

#include <QTemporaryDir>

using namespace inflight;

namespace {

RunSettings insecureSettings()
{
    RunSettings run = storySettings();
    run.transport.insecure = true;
    return run;
}

QString cellOf(const JobModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

/// What is fetched with --insecure says so wherever it is seen.
class TestInsecure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
        QVERIFY2(m_certificates.isValid(), qPrintable(m_certificates.error()));
    }

    void everyStateSaysIt_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::newRow("waiting") << JobState::BackingOff;
        QTest::newRow("running") << JobState::Running;
        QTest::newRow("succeeded") << JobState::Succeeded;
        QTest::newRow("failed") << JobState::Failed;
        QTest::newRow("cancelled") << JobState::Cancelled;
    }

    void everyStateSaysIt()
    {
        QFETCH(const JobState, state);
        JobModel model({u"fetch"_s, u"decode"_s});
        JobOrder order(model);
        JobsView view(model, order);
        view.resize(1000, 200);
        view.show();
        model.append({{u"https://a.test/"_s, nullptr}});
        ChangeBatch batch;
        batch.jobs = {JobView{}};
        batch.jobs[0].state = state;
        model.apply(batch);
        const QImage verified = view.grab().toImage();
        QVERIFY(!cellOf(model, 0, JobModel::State).contains(u"TLS"_s));

        batch.jobs[0].insecure = true;
        model.apply(batch);
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
            QVERIFY(cellOf(model, 0, JobModel::State, role).contains(u"TLS not verified"_s));
        QVERIFY(cellOf(model, 0, JobModel::State, Qt::ToolTipRole).contains(u"--insecure"_s));
        QVERIFY(view.grab().toImage() != verified);
    }

    void theWindowSaysItOfItsRun()
    {
        Story story({}, false, insecureSettings(), m_certificates.server(TestCertificates::Kind::SelfSigned));
        QVERIFY(story.find<QWidget>(u"insecureNotice"_s)->isVisible());
        QVERIFY(story.find<QWidget>(u"insecureNotice"_s)->accessibleName().contains(u"--insecure"_s));

        story.fetch({u"/a"_s, u"/missing"_s, u"/never"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Failed"_s, u"Running"_s}),
                                  patience);
        for (int row = 0; row < 3; ++row) {
            QTRY_VERIFY(story.cell(row, JobModel::State).contains(u"TLS not verified"_s));
            story.view()->selectRow(row);
            QTRY_VERIFY(story.page(u"detailsOverview"_s).contains(u"TLS not verified"_s));
        }
        story.click(u"cancelAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.state(2), u"Cancelled"_s, patience);
        QVERIFY(story.cell(2, JobModel::State).contains(u"TLS not verified"_s));
    }

    void whatGoesByPlainHttpIsNotConcerned()
    {
        Story story({}, false, insecureSettings());
        story.fetch({u"/a"_s, u"/never"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Running"_s}), patience);
        for (int row = 0; row < 2; ++row)
            QVERIFY(!story.cell(row, JobModel::State).contains(u"TLS"_s));
    }

    void neitherIsWhatNeverMadeAConnection()
    {
        Story story({}, false, insecureSettings());
        story.find<QPlainTextEdit>(u"urls"_s)->setPlainText(u"https://127.0.0.1:%1/"_s.arg(rawClosedPort()));
        story.click(u"fetch"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Failed"_s}, patience);
        QVERIFY2(story.cell(0, JobModel::State).contains(u"refused"_s),
                 qPrintable(story.cell(0, JobModel::State)));
        QVERIFY(!story.cell(0, JobModel::State).contains(u"TLS"_s));
    }

    void aVerifiedRunSaysNothing()
    {
        const Story story;
        QVERIFY(!story.find<QWidget>(u"insecureNotice"_s)->isVisible());
    }

private:
    QTemporaryDir m_config;
    TestCertificates m_certificates;
};

QTEST_MAIN(TestInsecure)
#include "tst_insecure.moc"
