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
  answers [--requests 100000] [--database sqlite|postgres]
                     answers a second of the public doors beside a bare Kestrel that gives the same bytes
  forms, import-poles, map, outages, …
                     as bench/Songthang.Benchmarks/Program.cs lists them

Needs the .NET 10 SDK and Node.js 20. PostgreSQL is the server that SONGTHANG_TEST_POSTGRES names (a connection string of a user
who may make databases); durability uses it when SONGTHANG_TEST_DATABASE is postgres.
TEXT
}

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
build() { dotnet build "$1" -c Release -v quiet -nodeReuse:false -p:UseSharedCompilation=false; }

durability() {
  exec dotnet tests/Durability/bin/Release/net10.0/Songthang.Durability.dll --no-ansi --progress off --xunit-diagnostics on --filter-class "$1"
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
  *)
    build bench/Songthang.Benchmarks
    exec dotnet bench/Songthang.Benchmarks/bin/Release/net10.0/Songthang.Benchmarks.dll "$@"
    ;;
esac
