#!/bin/sh
# Makes .venv and installs exactly what the lock files name, hashes checked.
# A second run sees that all is there and does nothing.
#
#   sh scripts/setup.sh          what the site and the Word files need
#   sh scripts/setup.sh test     the same, and what the checks need
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-use}
stamp=.venv/ready

say() { printf '%s\n' "$@"; }
stop() { say "" "$@" >&2; exit 2; }

# What decides whether everything is in place: the lists of packages, and where .venv stands,
# since the commands in it hold its full path.
lists="pyproject.toml requirements.lock requirements-test.lock"
[ ! -f package-lock.json ] || lists="$lists package-lock.json"
contents=$(cat $lists scripts/setup.sh | cksum)
place=$(pwd)

if [ -f $stamp ] && .venv/bin/python -c '' 2>/dev/null; then
    stamped_contents= stamped_place= stamped_purpose=
    { read -r stamped_contents; read -r stamped_place; read -r stamped_purpose; } < $stamp || true
    if [ "$stamped_contents" = "$contents" ] && [ "$stamped_place" = "$place" ]; then
        case "$purpose-$stamped_purpose" in use-*|test-test) exit 0 ;; esac
    fi
    [ "$stamped_place" = "$place" ] || rm -f .venv/bin/python
fi

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if ! new_enough .venv/bin/python; then
    python= old= without_venv=
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        if ! new_enough "$candidate"; then
            old=${old:-$("$candidate" --version 2>&1 | head -n 1)}
        elif ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            without_venv=${without_venv:-$candidate}
        else
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ] && [ -n "$without_venv" ]; then
        stop "$("$without_venv" --version) is here, but its part 'venv' is not." \
             "On Debian or Ubuntu: sudo apt install python3-venv" \
             "Then run the same command again."
    elif [ -z "$python" ]; then
        stop "This needs Python 3.11 or newer${old:+; found only $old}." \
             "Get it from python.org, or on Debian or Ubuntu: sudo apt install python3 python3-venv" \
             "If it stands in another place: PYTHON=/path/to/python3 make setup"
    fi
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv || stop "Making .venv failed; the lines above say why."
fi

if [ "$purpose" = test ]; then lock=requirements-test.lock; else lock=requirements.lock; fi
rm -f $stamp
say "Installing $(grep -c '==' $lock) packages from $lock; this happens once and may take a minute"
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input --quiet"
$pip install --require-hashes -r $lock ||
    stop "Installing failed; the lines above say why. Is there a connection to the internet?"
$pip install --no-deps --no-build-isolation -e . ||
    stop "Installing the project itself failed; the lines above say why."

if [ "$purpose" = test ] && [ -f package-lock.json ]; then
    say "Installing what the checks need from package-lock.json"
    # The Node.js and npm of the lock: Debian's may be too old for these checks.
    PATH="$PWD/.venv/bin:$PATH" .venv/bin/npm ci --ignore-scripts --no-audit --no-fund --silent ||
        stop "npm ci failed; the lines above say why."
fi
printf '%s\n' "$contents" "$place" "$purpose" > $stamp
