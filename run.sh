#!/usr/bin/env bash
# Builds Songthang when its sources changed and serves it. See ./run.sh --help.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./run.sh [--port N] [--data DIR] [--no-demo]

Serves Songthang on http://localhost:5080 with demo data.

  --port N     the port to listen on (5080)
  --data DIR   the folder of the database, photos, documents and keys (.data beside this script); created if missing
  --no-demo    starts empty and prints a one-time set-up link for the first administrator
  --help       this text

Needs the .NET 10 SDK, and Node.js 20 or newer with npm whenever it has to build.
TEXT
}

fail() { printf 'run.sh: %s\n' "$1" >&2; exit "${2:-1}"; }

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
port=5080
data=$root/.data
demo=--demo

while (($#)); do
  case $1 in
    --port=* | --data=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --port | --data) [[ -n ${2-} ]] || fail "$1 needs a value; see ./run.sh --help" 2 ;;
  esac
  case $1 in
    --port) port=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    --no-demo) demo=; shift ;;
    --help | -h) usage; exit ;;
    *) fail "does not know '$1'; see ./run.sh --help" 2 ;;
  esac
done
[[ $port =~ ^[0-9]{1,5}$ ]] && ((10#$port >= 1 && 10#$port <= 65535)) || fail "'$port' is not a port (1-65535)" 2
port=$((10#$port))
[[ $data == /* ]] || data=$PWD/$data

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
cd -- "$root"
command -v dotnet >/dev/null || fail 'the .NET 10 SDK is missing; get it from https://dotnet.microsoft.com/download'

program=$root/src/Web/bin/Release/net10.0/Songthang.Web.dll
stamp=$root/src/Web/bin/Release/built-from

# By content, not by time: a checkout of another commit, a deleted file and a change during a build all count.
sources() {
  find src data Directory.Build.props Directory.Packages.props global.json \
    \( -name bin -o -name obj -o -name node_modules -o -path src/Web/wwwroot/dist \) -prune \
    -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

build() {
  dotnet --version >/dev/null 2>&1 ||
    fail "the .NET 10 SDK is needed; found: $(cd / && dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -)"
  command -v node >/dev/null || fail 'Node.js 20 or newer is missing; get it from https://nodejs.org'
  command -v npm >/dev/null || fail 'npm is missing; it comes with Node.js from https://nodejs.org'
  local node
  node=$(node --version)
  [[ $node =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 20)) || fail "Node.js 20 or newer is needed; found $node"

  echo 'Building Songthang (about a minute the first time) ...'
  rm -f -- "$stamp"
  dotnet build src/Web -c Release -v quiet -nodeReuse:false -p:UseSharedCompilation=false ||
    fail 'the build failed; the reason is above'
}

now=$(sources)
if [[ ! -f $program || $(cat -- "$stamp" 2>/dev/null) != "$now" ]]; then
  build
  printf '%s\n' "$now" >"$stamp"
fi

exec dotnet "$program" serve --port "$port" --data "$data" ${demo:+"$demo"}
