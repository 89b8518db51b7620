// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dump.h"
#include "cli/inputs.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QStringList urlsOf(const GatheredInputs &gathered)
{
    QStringList urls;
    for (const JobInput &input : gathered.inputs)
        urls.append(input.url);
    return urls;
}

} // namespace

class TestInputs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void filesComeBeforeArguments();
    void argumentThatNamesAFileIsAList();
    void rejectedHaveTheirSource();
    void duplicatesAreKeptAndCounted();
    void missingFilesAreFaults_data();
    void missingFilesAreFaults();
    void byteOrderMarks_data();
    void byteOrderMarks();
    void notUtf8IsRejected();
    void requestsAreShared();
    void dumpsPlainRequests();
    void dumpsHeadersAndBody();
    void dumpsBinaryBodies();

private:
    QString write(const QString &name, const QByteArray &content);
    /// Nothing when it is a fault.
    static std::optional<GatheredInputs> gather(const Options &options);

    QTemporaryDir m_folder;
};

void TestInputs::cleanup()
{
    const QDir folder(m_folder.path());
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY(QFile::remove(folder.filePath(name)));
}

QString TestInputs::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

std::optional<GatheredInputs> TestInputs::gather(const Options &options)
{
    auto result = gatherInputs(options);
    if (const auto *fault = std::get_if<UsageFault>(&result)) {
        qWarning() << "fault:" << fault->message;
        return std::nullopt;
    }
    return std::get<GatheredInputs>(std::move(result));
}

void TestInputs::filesComeBeforeArguments()
{
    Options options;
    options.positionals = {u"http://h/3"_s, u"h/4"_s};
    options.inputs = {write(u"a"_s, "http://h/1\n"), write(u"b"_s, "# none\nhttp://h/2")};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(urlsOf(*gathered),
             (QStringList{u"http://h/1"_s, u"http://h/2"_s, u"http://h/3"_s, u"https://h/4"_s}));
    QCOMPARE(gathered->duplicates, 0);
}

void TestInputs::argumentThatNamesAFileIsAList()
{
    Options options;
    options.positionals = {u"http://h/1"_s, write(u"list.txt"_s, "http://h/2\nhttp://h/3\n"),
                           u"http://h/4"_s};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(urlsOf(*gathered),
             (QStringList{u"http://h/1"_s, u"http://h/2"_s, u"http://h/3"_s, u"http://h/4"_s}));
}

void TestInputs::rejectedHaveTheirSource()
{
    Options options;
    const QString path = write(u"list.txt"_s, "\nftp://h/\nhttp://h/\n");
    options.inputs = {path};
    options.positionals = {u"http://h/2"_s, u"mailto:x@y.z"_s};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(gathered->inputs.size(), 2);
    QCOMPARE(gathered->rejected.size(), 2);
    QCOMPARE(gathered->rejected[0].source, path);
    QCOMPARE(gathered->rejected[0].line, 2);
    QCOMPARE(gathered->rejected[0].text, u"ftp://h/"_s);
    QVERIFY(gathered->rejected[0].reason.startsWith(u"ftp: is not fetched"));
    QCOMPARE(gathered->rejected[1].source, u"command line"_s);
    QCOMPARE(gathered->rejected[1].line, 2);
}

void TestInputs::duplicatesAreKeptAndCounted()
{
    Options options;
    options.inputs = {write(u"a"_s, "http://h/\nhttp://H\nhttp://h/2\n"), write(u"b"_s, "http://h:80/#x\n")};
    options.positionals = {u"http://h/2"_s};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(gathered->inputs.size(), 5);
    QCOMPARE(gathered->duplicates, 3);
}

void TestInputs::missingFilesAreFaults_data()
{
    QTest::addColumn<bool>("argument");
    QTest::addColumn<QString>("path");
    QTest::newRow("input") << false << u"nothing-like-it"_s;
    QTest::newRow("folder") << false << u"/"_s;
    QTest::newRow("absolute argument") << true << u"/nothing/like/it"_s;
    QTest::newRow("relative argument") << true << u"./nothing-like-it"_s;
}

void TestInputs::missingFilesAreFaults()
{
    QFETCH(bool, argument);
    QFETCH(QString, path);
    Options options;
    (argument ? options.positionals : options.inputs) = {path};
    const auto result = gatherInputs(options);
    const auto *fault = std::get_if<UsageFault>(&result);
    QVERIFY(fault);
    QVERIFY2(fault->message.contains(path), qPrintable(fault->message));
}

void TestInputs::byteOrderMarks_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::newRow("UTF-8") << QStringConverter::Utf8;
    QTest::newRow("UTF-16LE") << QStringConverter::Utf16LE;
    QTest::newRow("UTF-16BE") << QStringConverter::Utf16BE;
}

void TestInputs::byteOrderMarks()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder(u"http://exämple.org/ä\r\nhttp://h/\r\n");
    Options options;
    options.inputs = {write(u"list"_s, bytes)};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(urlsOf(*gathered), (QStringList{u"http://xn--exmple-cua.org/%C3%A4"_s, u"http://h/"_s}));
}

void TestInputs::notUtf8IsRejected()
{
    Options options;
    options.inputs = {write(u"list"_s, "http://h/caf\xE9\nhttp://h/2\n")};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(urlsOf(*gathered), QStringList{u"http://h/2"_s});
    QVERIFY(gathered->rejected.first().reason.contains(u"UTF-8"));
}

void TestInputs::requestsAreShared()
{
    Options options;
    options.request = std::make_shared<const RequestTemplate>();
    options.positionals = {u"http://h/1"_s, u"http://h/2"_s};
    const auto gathered = gather(options);
    QVERIFY(gathered);
    QCOMPARE(gathered->inputs[0].request, options.request);
    QCOMPARE(gathered->inputs[1].request, options.request);
}

void TestInputs::dumpsPlainRequests()
{
    const JobInput input{u"http://u:p@h/?token=x"_s, nullptr};
    QCOMPARE(
        requestToJsonLine(3, input, Secrets::Redacted),
        "{\"id\":3,\"method\":\"GET\",\"url\":\"http://•••@h/?token=•••\",\"headers\":[],\"body\":null}\n"_ba);
    QVERIFY(requestToJsonLine(3, input, Secrets::Shown).contains("http://u:p@h/?token=x"));
}

void TestInputs::dumpsHeadersAndBody()
{
    const RequestTemplate request{
        "POST"_ba,
        {{"Authorization"_ba, "Basic eA=="_ba}, {"X"_ba, "y"_ba}, {"Accept"_ba, {}}},
        "a=\"ä\"\n"_ba};
    const JobInput input{u"http://h/"_s, std::make_shared<const RequestTemplate>(request)};
    QCOMPARE(requestToJsonLine(0, input, Secrets::Redacted),
             "{\"id\":0,\"method\":\"POST\",\"url\":\"http://h/"
             "\",\"headers\":[[\"Authorization\",\"•••\"],[\"X\",\"y\"]],"
             "\"body\":\"a=\\\"ä\\\"\\n\"}\n"_ba);
    QVERIFY(requestToJsonLine(0, input, Secrets::Shown).contains("Basic eA=="));
}

void TestInputs::dumpsBinaryBodies()
{
    const RequestTemplate request{"POST"_ba, {}, "\xFF\xFE"_ba};
    const JobInput input{u"http://h/"_s, std::make_shared<const RequestTemplate>(request)};
    QVERIFY(
        requestToJsonLine(0, input, Secrets::Redacted).contains("\"body\":null,\"body_base64\":\"//4=\"}"));
}

QTEST_GUILESS_MAIN(TestInputs)
#include "tst_inputs.moc"
