#!/usr/bin/env bash
# Runs the benchmarks and the long tests of durability. See ./bench.sh --help.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./bench.sh NAME [OPTION...]

  submit [--clients 16] [--count 2000] [--database sqlite|postgres]
                     submissions beside a bare insert loop with the same durability and number of clients
  durability [N]     ends the program N times (200) at random moments and looks for what is missing
  powercut [N]       cuts the power N times (50) while clients submit; needs FUSE, python3-fusepy and fuse3
  standby [N]        ends a PostgreSQL primary N times (20) while clients submit, and promotes its synchronous standby
  published [--requests 100000] [--database sqlite|postgres]
                     the published program: start, memory, answers a second beside a bare Kestrel that gives the same bytes,
                     photos a second, first view of the form
  desk [--requests 1000000] [--database sqlite|postgres]
                     the officers' list and search beside a thousand requests and beside SQL by hand
  lighthouse         the first view of the pages, judged by Lighthouse as on a phone; fails when /report is below 95 in anything
  all [N]            published, desk, map, figures, submit and forms on what databases there are, over N (1000000) requests;
                     writes artifacts/bench.md too
  sign-in [--pairs 200] [--database sqlite|postgres]
                     whether the time of a refused sign-in tells which accounts exist
  fuzz [N] [NAME]    every parser of what strangers send, with N (1000000) inputs made by chance each; NAME: part of a parser's name
  scan [FOLDER] [SECONDS]
                     the demo behind the shipped nginx configuration, looked at with testssl, wapiti and sqlmap, signed out and as
                     each role; SECONDS for each (120); reports go to FOLDER (artifacts/scan). Installs the tools as root
  figures, forms, import-poles, map, outages, …
                     as bench/Songthang.Benchmarks/Program.cs lists them

Needs the .NET 10 SDK and Node.js 20. PostgreSQL is the server that SONGTHANG_BENCH_POSTGRES names (a connection string of a user
who may make databases); durability uses SONGTHANG_TEST_POSTGRES when SONGTHANG_TEST_DATABASE is postgres.
TEXT
}

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
build() { dotnet build "$1" -c Release -v quiet -nodeReuse:false -p:UseSharedCompilation=false; }

durability() {
  exec dotnet tests/Durability/bin/Release/net10.0/Songthang.Durability.dll --no-ansi --progress off --xunit-diagnostics on --filter-class "$1"
}

benchmarks() { dotnet bench/Songthang.Benchmarks/bin/Release/net10.0/Songthang.Benchmarks.dll "$@"; }

# The program as it is installed (scripts/package.sh), in a folder that goes when this ends.
publish() {
  command -v wrk >/dev/null || { ((EUID == 0)) && apt-get install -q -y --no-install-recommends wrk >/dev/null; } || { echo 'bench.sh: wrk is missing' >&2; exit 1; }
  published=$(mktemp -d "${TMPDIR:-/tmp}/songthang-published.XXXXXX")
  trap 'rm -rf -- "$published"' EXIT
  dotnet publish src/Web -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:RestoreLockedMode=true -v quiet \
    -nodeReuse:false -p:UseSharedCompilation=false -o "$published" >&2
}

# The program with its demo on a port, until this script ends.
serve_demo() {
  "$published/Songthang.Web" serve --demo --port "$1" --data "$published.data" >"$published.log" 2>&1 &
  program=$!
  trap 'kill "$program" 2>/dev/null; rm -rf -- "$published" "$published.data" "$published.log"' EXIT
  until curl -sf -o /dev/null "http://127.0.0.1:$1/health/ready"; do
    kill -0 "$program" 2>/dev/null || { cat "$published.log" >&2; exit 1; }
    sleep 0.2
  done
}

lighthouse() {
  local port=5099
  (cd bench/Lighthouse && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  SONGTHANG_CHROMIUM=${SONGTHANG_CHROMIUM:-$(type -P chromium-headless-shell chromium google-chrome | head -n 1)}
  export SONGTHANG_CHROMIUM
  serve_demo "$port"
  node bench/Lighthouse/judge.mjs "http://127.0.0.1:$port" /report / /reports /map
}

all() {
  local requests=$1 database databases=(sqlite)
  [[ -z ${SONGTHANG_BENCH_POSTGRES-} ]] || databases+=(postgres)
  for database in "${databases[@]}"; do
    printf '\n## Published, %s\n\n' "$database"
    benchmarks published "$published/Songthang.Web" --requests "$requests" --database "$database"
    for name in desk map figures; do
      printf '\n## %s, %s\n\n' "$name" "$database"
      benchmarks "$name" --requests "$requests" --poles 100000 --database "$database"
    done
    printf '\n## submit, %s\n\n' "$database"
    benchmarks submit --database "$database"
  done
  printf '\n## forms\n\n'
  benchmarks forms
}

case ${1-} in
  '' | --help | -h) usage ;;
  durability)
    build tests/Durability
    SONGTHANG_DURABILITY_KILLS=${2:-200} durability '*.KilledAtRandomTests'
    ;;
  powercut)
    build tests/Durability
    SONGTHANG_POWERCUTS=${2:-50} durability '*.PowerCutTests'
    ;;
  standby)
    build tests/Durability
    SONGTHANG_PROMOTIONS=${2:-20} durability '*.StandbyTests'
    ;;
  published)
    build bench/Songthang.Benchmarks
    publish
    benchmarks published "$published/Songthang.Web" "${@:2}"
    ;;
  lighthouse)
    publish
    lighthouse
    ;;
  scan)
    build src/Web
    exec bench/scan.sh "${2:-artifacts/scan}" "${3:-120}"
    ;;
  all)
    build bench/Songthang.Benchmarks
    publish
    mkdir -p artifacts
    all "${2:-1000000}" | tee artifacts/bench.md
    ;;
  *)
    build bench/Songthang.Benchmarks
    exec dotnet bench/Songthang.Benchmarks/bin/Release/net10.0/Songthang.Benchmarks.dll "$@"
    ;;
esac
