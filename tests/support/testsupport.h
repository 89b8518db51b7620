// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Everything that tests share, in one include.
#include "support/ports.h"
#include "support/processfacts.h"
#include "support/processrun.h"
#include "support/rawclient.h"
#include "support/runtask.h"
#include "support/testcertificates.h"
