# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./run and ./run-tests share: the packages each needs and how they are installed. Sourced, not run.
# Everything here speaks on stderr: stdout belongs to the program's data.

build_packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qcoro-qt6-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
    libsimdjson-dev zlib1g-dev libbrotli-dev libzstd-dev libnghttp2-dev
    libjq-dev libonig-dev libxml2-dev libpcre2-dev libssl-dev libsqlite3-dev libqt6sql6-sqlite
)
# Without these it is built all the same, and is slower.
helpful_packages=(libjemalloc-dev)
test_packages=(
    clang-19 clang-tidy-19 libclang-rt-19-dev llvm-19 clang-format mold
    nlohmann-json3-dev openssl jq nginx-light squid python3 procps xvfb xauth dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0
)

say() { printf '%s\n' "$*" >&2; }

# need WHY PACKAGE…: installs those of the packages that are missing.
need() {
    local why=$1 package missing=() admin=()
    shift
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: make sure that what these packages hold is there: $*"
        return 0
    fi
    for package; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing what is missing $why: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "That needs root. As root: apt-get install ${missing[*]}"
            return 1
        fi
        admin=(sudo)
    fi
    local log
    log=$(mktemp)
    if ! { "${admin[@]}" apt-get update -q && "${admin[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        say "The installation failed; the whole of it is in $log"
        return 1
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        need "to make Inflight quicker" "${helpful_packages[@]}" || say "Going on without."
        say "Configuring ($preset) …"
        local log
        log=$(mktemp)
        if ! cmake --preset "$preset" >"$log" 2>&1; then
            cat "$log" >&2
            rm -f "$log"
            # A half-configured folder would be taken for a whole one next time.
            rm -f "build/$preset/CMakeCache.txt"
            return 1
        fi
        rm -f "$log"
    fi
    # Ninja's own lines when there is nothing to do are noise before the program starts.
    if cmake --build --preset "$preset" --target "${@:-all}" -- -n 2>/dev/null | grep -q 'no work to do'; then
        return 0
    fi
    say "Building ($preset) …"
    cmake --build --preset "$preset" --target "${@:-all}" >&2
}
