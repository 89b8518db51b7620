// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/wording.h"

#include <limits>

#include <QCoreApplication>
#include <QLocale>

namespace inflight {

namespace {

// English needs no catalogue this way: its singular stands here, and other languages' plural forms come from
// theirs.
struct WordingWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Wording)
};

/// What was said last of a kind. Jobs mostly have the same to say, and looking it up in the catalogues takes
/// longer than finding out.
class LastText
{
public:
    template <typename Make>
    QString of(qint64 number, Make make)
    {
        if (m_text.isNull() || m_number != number) {
            m_text = make(number);
            m_number = number;
        }
        return m_text;
    }

private:
    qint64 m_number = 0;
    QString m_text;
};

int clamped(qint64 count)
{
    return static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

QString madeSizeText(qint64 bytes)
{
    const QLocale locale;
    const QString text = locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    const bool whole = text.contains(locale.decimalPoint() + locale.zeroDigit());
    return whole ? locale.formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat) : text;
}

QString madeKeysText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 key") : WordingWords::tr("%Ln keys", nullptr, clamped(count));
}

} // namespace

QString sizeText(qint64 bytes)
{
    thread_local LastText last;
    return last.of(bytes, &madeSizeText);
}

QString keysText(qint64 count)
{
    thread_local LastText last;
    return last.of(count, &madeKeysText);
}

QString itemsText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 item") : WordingWords::tr("%Ln items", nullptr, clamped(count));
}

QString charactersText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 character")
                      : WordingWords::tr("%Ln characters", nullptr, clamped(count));
}

QString linesText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 line") : WordingWords::tr("%Ln lines", nullptr, clamped(count));
}

QString valuesText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 value") : WordingWords::tr("%Ln values", nullptr, clamped(count));
}

QString rowsText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 row") : WordingWords::tr("%Ln rows", nullptr, clamped(count));
}

QString columnsText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 column")
                      : WordingWords::tr("%Ln columns", nullptr, clamped(count));
}

QString elementsText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 element")
                      : WordingWords::tr("%Ln elements", nullptr, clamped(count));
}

QString linksText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 link") : WordingWords::tr("%Ln links", nullptr, clamped(count));
}

QString matchesText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 match")
                      : WordingWords::tr("%Ln matches", nullptr, clamped(count));
}

QString filesText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 file") : WordingWords::tr("%Ln files", nullptr, clamped(count));
}

QString urlsText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 URL") : WordingWords::tr("%Ln URLs", nullptr, clamped(count));
}

QString invalidSequencesText(qint64 count)
{
    return count == 1 ? WordingWords::tr("1 invalid sequence")
                      : WordingWords::tr("%Ln invalid sequences", nullptr, clamped(count));
}

} // namespace inflight
