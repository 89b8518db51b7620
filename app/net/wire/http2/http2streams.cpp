// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2streams.h"

#include "net/wire/wirereply.h"

#include <QCoreApplication>

#include <nghttp2/nghttp2.h>

#include <array>
#include <utility>
#include <vector>

namespace inflight {

namespace {

struct Http2StreamsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Http2Streams)
};

// What may come on a stream that nobody reads: enough for 10 MB/s over 100 ms.
constexpr int streamWindow = 1024 * 1024;
// Above that of the streams, so that one that nobody reads does not hold the others up.
constexpr int connectionWindow = 64 * streamWindow;

Http2Streams &streamsOf(void *user)
{
    return *static_cast<Http2Streams *>(user);
}

QByteArrayView view(const unsigned char *bytes, std::size_t size)
{
    return {reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)};
}

/// nghttp2 takes no const, but changes nothing.
unsigned char *bytesOf(const QByteArray &text)
{
    return reinterpret_cast<unsigned char *>(const_cast<char *>(text.constData()));
}

} // namespace

struct Http2Streams::Callbacks
{
    static int onBeginFrame(nghttp2_session *, const nghttp2_frame_hd *frame, void *user)
    {
        const bool canBeLast = frame->type == NGHTTP2_HEADERS || frame->type == NGHTTP2_DATA;
        Http2Stream *const stream = canBeLast ? streamsOf(user).find(frame->stream_id) : nullptr;
        if (stream)
            stream->lastFrame = (frame->flags & NGHTTP2_FLAG_END_STREAM) != 0;
        return 0;
    }

    static int onBeginHeaders(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        Http2Streams &self = streamsOf(user);
        if (Http2Stream *const stream = self.find(frame->hd.stream_id))
            stream->beginHead(self.m_lastHeaders);
        return 0;
    }

    static int onHeader(nghttp2_session *, const nghttp2_frame *frame, const unsigned char *name,
                        std::size_t nameSize, const unsigned char *value, std::size_t valueSize,
                        unsigned char, void *user)
    {
        Http2Stream *const stream = streamsOf(user).find(frame->hd.stream_id);
        if (!stream || stream->addField(view(name, nameSize), view(value, valueSize)))
            return 0;
        stream->problem =
            Http2StreamsText::tr("its headers are longer than %1 KiB").arg(HeadParser::mostBytes / 1024);
        return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
    }

    static int onFrameReceived(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        Http2Streams &self = streamsOf(user);
        const qint32 id = frame->hd.stream_id;
        const bool last = (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
        switch (frame->hd.type) {
        case NGHTTP2_HEADERS:
            self.onHead(id, last);
            break;
        case NGHTTP2_DATA:
            if (last)
                self.end(id, {});
            break;
        case NGHTTP2_SETTINGS:
            if ((frame->hd.flags & NGHTTP2_FLAG_ACK) == 0) {
                self.m_settled = true;
                self.m_changed();
            }
            break;
        case NGHTTP2_RST_STREAM:
            if (Http2Stream *const stream = self.find(id))
                stream->resetByPeer = true;
            break;
        case NGHTTP2_GOAWAY:
            self.onGoAway(frame->goaway.last_stream_id);
            break;
        default:
            break;
        }
        return 0;
    }

    static int onData(nghttp2_session *session, unsigned char, qint32 id, const unsigned char *data,
                      std::size_t size, void *user)
    {
        // For the connection it is taken now, for its stream when the user takes it.
        nghttp2_session_consume_connection(session, size);
        if (Http2Stream *const stream = streamsOf(user).find(id))
            stream->user().onStreamData(view(data, size));
        return 0;
    }

    static int onStreamClosed(nghttp2_session *, qint32 id, quint32 error, void *user)
    {
        streamsOf(user).onClosed(id, error);
        return 0;
    }

    static int onFrameSent(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        const bool isOfRequest = frame->hd.type == NGHTTP2_HEADERS || frame->hd.type == NGHTTP2_DATA;
        Http2Stream *const stream = isOfRequest ? streamsOf(user).find(frame->hd.stream_id) : nullptr;
        if (!stream)
            return 0;
        stream->sent = (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
        stream->user().onStreamSent(stream->sent);
        return 0;
    }

    /// As after a GOAWAY, when no stream may begin any more.
    static int onFrameNotSent(nghttp2_session *, const nghttp2_frame *frame, int, void *user)
    {
        if (frame->hd.type == NGHTTP2_HEADERS)
            streamsOf(user).end(frame->hd.stream_id, {.kind = Http2StreamEnd::Kind::Unseen});
        return 0;
    }

    static int onInvalidFrame(nghttp2_session *, const nghttp2_frame *frame, int error, void *user)
    {
        Http2Streams &self = streamsOf(user);
        const QString problem = QString::fromLatin1(nghttp2_strerror(error));
        if (Http2Stream *const stream = self.find(frame->hd.stream_id))
            stream->problem = problem;
        else
            self.m_problem = problem;
        return 0;
    }

    static ssize_t readBody(nghttp2_session *, qint32 id, unsigned char *to, std::size_t most, quint32 *flags,
                            nghttp2_data_source *source, void *)
    {
        Http2Stream *const stream = static_cast<Http2Streams *>(source->ptr)->find(id);
        if (!stream)
            return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
        const std::size_t size = stream->copyBody(to, most);
        if (!stream->hasBodyLeft())
            *flags |= NGHTTP2_DATA_FLAG_EOF;
        return static_cast<ssize_t>(size);
    }

    static nghttp2_session *makeSession(Http2Streams *user)
    {
        nghttp2_session_callbacks *callbacks = nullptr;
        nghttp2_session_callbacks_new(&callbacks);
        nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks, onBeginFrame);
        nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, onBeginHeaders);
        nghttp2_session_callbacks_set_on_header_callback(callbacks, onHeader);
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, onFrameReceived);
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, onData);
        nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, onStreamClosed);
        nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, onFrameSent);
        nghttp2_session_callbacks_set_on_frame_not_send_callback(callbacks, onFrameNotSent);
        nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks, onInvalidFrame);
        nghttp2_option *options = nullptr;
        nghttp2_option_new(&options);
        nghttp2_option_set_no_auto_window_update(options, 1);
        nghttp2_option_set_no_closed_streams(options, 1);
        nghttp2_session *session = nullptr;
        nghttp2_session_client_new2(&session, callbacks, user, options);
        nghttp2_option_del(options);
        nghttp2_session_callbacks_del(callbacks);
        return session;
    }
};

void Http2Streams::Deleter::operator()(nghttp2_session *session) const
{
    nghttp2_session_del(session);
}

Http2Streams::Http2Streams(std::function<void()> changed)
    : m_changed(std::move(changed))
    , m_session(Callbacks::makeSession(this))
{
    const std::array settings{
        nghttp2_settings_entry{NGHTTP2_SETTINGS_ENABLE_PUSH, 0},
        nghttp2_settings_entry{NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, streamWindow},
        nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, HeadParser::mostBytes},
    };
    nghttp2_submit_settings(m_session.get(), NGHTTP2_FLAG_NONE, settings.data(), settings.size());
    nghttp2_session_set_local_window_size(m_session.get(), NGHTTP2_FLAG_NONE, 0, connectionWindow);
}

Http2Streams::~Http2Streams() = default;

std::size_t Http2Streams::mostAllowed() const
{
    return nghttp2_session_get_remote_settings(m_session.get(), NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS);
}

qint32 Http2Streams::request(Http2StreamUser &user, const HeaderList &fields, const QByteArray &body)
{
    std::vector<nghttp2_nv> pairs;
    pairs.reserve(static_cast<std::size_t>(fields.size()));
    for (const Header &field : fields)
        pairs.push_back({bytesOf(field.name), bytesOf(field.value),
                         static_cast<std::size_t>(field.name.size()),
                         static_cast<std::size_t>(field.value.size()), NGHTTP2_NV_FLAG_NONE});
    nghttp2_data_provider provider{{.ptr = this}, Callbacks::readBody};
    const qint32 id = nghttp2_submit_request(m_session.get(), nullptr, pairs.data(), pairs.size(),
                                             body.isEmpty() ? nullptr : &provider, nullptr);
    Q_ASSERT_X(id > 0, "Http2Session", "more requests than numbers for them");
    m_streams.emplace(id, std::make_unique<Http2Stream>(user, body));
    return id;
}

void Http2Streams::consume(qint32 id, qint64 size)
{
    if (find(id))
        nghttp2_session_consume_stream(m_session.get(), id, static_cast<std::size_t>(size));
}

void Http2Streams::cancel(qint32 id)
{
    if (m_streams.erase(id) > 0)
        nghttp2_submit_rst_stream(m_session.get(), NGHTTP2_FLAG_NONE, id, NGHTTP2_CANCEL);
}

void Http2Streams::endAll(const Http2StreamEnd &end)
{
    while (!m_streams.empty())
        this->end(m_streams.begin()->first, end);
}

bool Http2Streams::feed(QByteArrayView bytes)
{
    const ssize_t taken =
        nghttp2_session_mem_recv(m_session.get(), reinterpret_cast<const unsigned char *>(bytes.data()),
                                 static_cast<std::size_t>(bytes.size()));
    if (taken < 0)
        m_problem = QString::fromLatin1(nghttp2_strerror(static_cast<int>(taken)));
    return taken >= 0;
}

bool Http2Streams::wantsToSend() const
{
    return nghttp2_session_want_write(m_session.get()) != 0;
}

QByteArray Http2Streams::output(qsizetype most)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        const unsigned char *piece = nullptr;
        const ssize_t size = nghttp2_session_mem_send(m_session.get(), &piece);
        if (size <= 0)
            break;
        bytes.append(view(piece, static_cast<std::size_t>(size)));
    }
    return bytes;
}

bool Http2Streams::isOver() const
{
    return !nghttp2_session_want_read(m_session.get()) && !wantsToSend();
}

QString Http2Streams::problem() const
{
    return m_problem.isEmpty() ? Http2StreamsText::tr("it broke the rules of HTTP/2") : m_problem;
}

Http2Stream *Http2Streams::find(qint32 stream) const
{
    const auto found = m_streams.find(stream);
    return found == m_streams.end() ? nullptr : found->second.get();
}

void Http2Streams::onHead(qint32 id, bool last)
{
    Http2Stream *const stream = find(id);
    if (!stream)
        return;
    const int status = stream->status();
    if (status >= 200 && !stream->headSeen) {
        stream->headSeen = true;
        const ResponseHead head = stream->takeHead();
        m_lastHeaders = head.headers;
        stream->user().onStreamHead(head);
    } else if (status != 0 && status < 200) {
        if (++stream->interimHeads > WireReply::mostInterimHeads) {
            stream->problem = WireReply::tooManyInterimHeads();
            nghttp2_submit_rst_stream(m_session.get(), NGHTTP2_FLAG_NONE, id, NGHTTP2_ENHANCE_YOUR_CALM);
        }
        stream->user().onInterimHead();
    }
    if (last)
        end(id, {});
}

void Http2Streams::onGoAway(qint32 lastStream)
{
    m_lastSeen = lastStream;
    m_changed();
}

void Http2Streams::onClosed(qint32 id, quint32 error)
{
    const Http2Stream *const stream = find(id);
    if (!stream)
        return;
    using Kind = Http2StreamEnd::Kind;
    const QString name = QString::fromLatin1(nghttp2_http2_strerror(error));
    if (m_lastSeen && id > *m_lastSeen)
        end(id, {.kind = Kind::Unseen});
    else if (stream->resetByPeer)
        end(id, {.kind = Kind::Reset, .reason = name});
    else
        end(id, {.kind = Kind::Malformed,
                 .reason = stream->problem.isEmpty() ? name : stream->problem,
                 .inLastFrame = stream->lastFrame});
}

void Http2Streams::end(qint32 id, const Http2StreamEnd &end)
{
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    const std::unique_ptr<Http2Stream> stream = std::move(found->second);
    m_streams.erase(found);
    // It was answered before all of the request was there: the rest is not wanted (RFC 9113, section 8.1).
    if (end.kind == Http2StreamEnd::Kind::Complete && !stream->sent)
        nghttp2_submit_rst_stream(m_session.get(), NGHTTP2_FLAG_NONE, id, NGHTTP2_NO_ERROR);
    stream->user().onStreamEnded(end);
    m_changed();
}

} // namespace inflight
