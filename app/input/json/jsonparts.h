// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/foundrequest.h"
#include "input/json/jsontape.h"

namespace inflight {

/// Whether an object with a URL is a request, rather than data about something.
bool isRequest(const JsonValue &object);

/// Whether an object is a record of a run, as Inflight writes them: what it says beside URL and method is of
/// the answer.
bool isRecord(const JsonValue &object);

/// Method, headers and body that an object asks for beside its URL. Headers may be an object, or a list of
/// pairs, of objects with name (key) and value, or of texts "Name: value". A body that is not a text goes out
/// as the JSON that it is. An object that has no method and has members that no request has is data about
/// something: its "body" is not sent. Of a record only the method is of its request.
RequestParts partsOf(const JsonValue &object);

/// A HAR's postData: its text, or its parameters as a form.
QByteArray postDataOf(const JsonValue &postData);

/// Headers in any of the forms above.
QList<QPair<QByteArray, QByteArray>> headersOf(const JsonValue &headers);

} // namespace inflight
