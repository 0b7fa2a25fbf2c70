# What the scripts share; to be sourced. Gives $root (the clone) and the functions below.
# SPDX-License-Identifier: Apache-2.0
root=$(cd -P -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
artifacts=$root/artifacts
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }

# fail MESSAGE [CODE]: one line on the error stream, and out (20: the program could not be made to run).
fail() { say "$1"; exit "${2:-20}"; }

# Finds the .NET 10 SDK, also where its installer puts it without touching PATH.
need_dotnet() {
    local place
    if ! command -v dotnet >/dev/null; then
        for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet /usr/local/share/dotnet; do
            if [ -n "$place" ] && [ -x "$place/dotnet" ]; then PATH=$PATH:$place; break; fi
        done
    fi
    command -v dotnet >/dev/null || fail "ristretto: the .NET 10 SDK is needed and 'dotnet' is not on PATH; see https://dotnet.microsoft.com/download"
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        fail "ristretto: the .NET 10 SDK is needed; $(command -v dotnet) has only: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ')"
    if [ -z "${DOTNET_ROOT:-}" ] && [ -d "$(dotnet_folder)/host/fxr" ]; then
        DOTNET_ROOT=$(dotnet_folder)
        export DOTNET_ROOT
    fi
}

# The folder that the program's own launcher has to know when .NET is not in its usual place.
dotnet_folder() { dirname -- "$(readlink -f -- "$(command -v dotnet)")"; }

# under_lock COMMAND…: two builds of one clone never run at the same time.
under_lock() {
    mkdir -p "$artifacts"
    if command -v flock >/dev/null; then (flock 9; "$@" 9>&-) 9>"$artifacts/build.lock"; else "$@"; fi
}

# The lines of a build log that matter, each once, without the repeated project name.
errors_of() { grep -E '(: |^)(error|fatal)' "$1" | sed -E 's/ \[[^]]*proj(::[^]]*)?\]$//; s/^ +//' | sort -u | head -40; }

# A build that also made the command-line program leaves its stamp, dated at the start of the build ($1).
leave_stamp() { dotnet_folder >"$artifacts/ristretto.stamp" && touch -r "$1" "$artifacts/ristretto.stamp"; }

# Tests that speak to JavaScript pin their packages in a package-lock.json beside them.
install_node_packages() {
    local lock folder
    for lock in "$root"/tests/*/package-lock.json "$root"/tests/*/*/package-lock.json; do
        if [ ! -e "$lock" ] || [[ $lock == */node_modules/* ]]; then continue; fi
        folder=$(dirname -- "$lock")
        if [ "$folder/node_modules/.package-lock.json" -nt "$lock" ]; then continue; fi
        (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts --loglevel error </dev/null >&2) ||
            say "test: npm ci failed in $folder; the tests that need its packages will say so"
    done
}
