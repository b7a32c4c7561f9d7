#!/usr/bin/env bash
# Installs on Debian 12 all that building, running and testing Handshake Desk takes.
# Idempotent; asks nothing; needs root (or sudo).
set -euo pipefail
cd "$(dirname "$0")"

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -E "$@"; fi
}

mapfile -t wanted < <(grep -vE '^[[:space:]]*(#|$)' apt-build.txt)
# A preinstalled Node.js must stay: Debian's npm package conflicts with it.
command -v node >/dev/null 2>&1 || wanted+=(nodejs)
command -v npm >/dev/null 2>&1 || wanted+=(npm)

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# The sample server that stands in for the provider's system.
intake=../tests/intake
if [ -f "$intake/package-lock.json" ]; then
    stamp="$intake/node_modules/.installed-from"
    if ! cmp -s "$intake/package-lock.json" "$stamp"; then
        (cd "$intake" && npm ci --no-audit --no-fund --loglevel=error)
        cp "$intake/package-lock.json" "$stamp"
    fi
fi
echo "Everything is installed."
