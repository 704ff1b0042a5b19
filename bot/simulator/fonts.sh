#!/bin/sh
# Puts the Devanagari font of the phones page in its place, once. Fails when there is no npm: the page then uses
# the system's fonts.
set -eu
cd "$(dirname "$0")/../.."
to=bot/simulator/static/vendor
[ -f "$to/.done" ] && cmp -s package-lock.json "$to/.done" && exit 0
command -v npm >/dev/null 2>&1
npm ci --silent --no-audit --no-fund --ignore-scripts
mkdir -p "$to"
for weight in 400 600; do
  cp "node_modules/@fontsource/mukta/files/mukta-devanagari-$weight-normal.woff2" "$to/"
done
cp package-lock.json "$to/.done"
