#!/usr/bin/env bash
# Installs what the tests need if it is missing, and runs them all. See ./test.sh --help.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./test.sh [--fast]

Checks the formatting, looks for secrets and known holes in packages, builds with warnings as errors and runs every test: domain, architecture, web on SQLite
and on PostgreSQL, power cuts, a standby that takes over, several nodes behind nginx, the Debian package, and a real
browser. The last line is 'N passed, N failed'.

  --fast    only what needs no browser and no PostgreSQL
  --help    this text

Needs the .NET 10 SDK and Node.js 20. Chromium, PostgreSQL, nginx, poppler and a mail server are installed with apt-get when
they are missing, which takes root; whoever has them needs no root. Power is cut on a file system of the test's own: where FUSE
cannot be used, that is said and left out. PostgreSQL runs in a folder of its own for as long
as the tests do and listens on no port.
TEXT
}

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'test.sh: %s\n' "$*" >&2; exit 1; }

fast=
for argument; do
  case $argument in
    --fast) fast=1 ;;
    --help | -h) usage; exit ;;
    *) printf "test.sh: does not know '%s'; see ./test.sh --help\n" "$argument" >&2; exit 2 ;;
  esac
done

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
configuration=Release # what ./run.sh serves is what is tested
work=$(mktemp -d "${TMPDIR:-/tmp}/songthang-test.XXXXXX")
chmod 755 "$work" # PostgreSQL runs as somebody else when this is root
results=$work/results
mkdir "$results" "$work/tmp"
export TMPDIR=$work/tmp # whatever a test leaves behind goes with it
postgres_pid=
beside=
passed=0
failed=0
notes=()
left_out=()

finish() {
  local status=$?
  trap - EXIT
  [[ -z $beside ]] || { pkill -P "$beside"; kill "$beside"; wait "$beside"; } 2>/dev/null || true
  if [[ -n $postgres_pid ]] && kill -INT "$postgres_pid" 2>/dev/null; then
    wait "$postgres_pid" 2>/dev/null || true
  fi
  rm -rf -- "$work"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- what the tests need ---------------------------------------------------------------------------------------

# The shell has no windows, tabs and menus to draw: a third of the work.
find_chromium() {
  local name
  for name in "${SONGTHANG_CHROMIUM-}" chromium-headless-shell chromium chromium-browser google-chrome; do
    [[ -n $name ]] && type -P "$name" && return
  done
  return 1
}

# Debian keeps the server's programs out of the path.
find_postgres() {
  local initdb
  initdb=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [[ -x $initdb ]] || initdb=$(type -P initdb) || return 1
  dirname -- "$(readlink -f -- "$initdb")"
}

find_nginx() { [[ -x /usr/sbin/nginx ]] || type -P nginx >/dev/null; }

find_python() {
  local name
  for name in "${SONGTHANG_TEST_PYTHON-}" /usr/bin/python3 python3; do
    [[ -n $name ]] && "$name" -c 'import aiosmtpd' 2>/dev/null && type -P "$name" && return
  done
  return 1
}

has_fusepy() {
  "$1" -c 'import fusepy' 2>/dev/null || "$1" -c 'import fuse' 2>/dev/null
}

# The power is cut on a file system that is mounted by the test: tried here, because containers often may not.
can_cut_power() {
  local folder=$work/power said
  mkdir -p "$folder/disk" "$folder/mount"
  said=$(timeout 20 "$SONGTHANG_TEST_PYTHON" tests/Durability/PowerCut/forgetful.py "$folder/disk" "$folder/mount" 2>/dev/null |
    { read -r line && echo "$line" && fusermount3 -u "$folder/mount"; }) || return 1
  [[ $said == mounted ]]
}

install_missing() {
  local missing=()
  find_python >/dev/null || missing+=(python3 python3-aiosmtpd)
  type -P pdftotext pdftoppm pdfinfo >/dev/null || missing+=(poppler-utils)
  # Whoever is not root and has not got them goes without the power cuts.
  if ((EUID == 0)) && [[ -w /dev/fuse ]]; then
    type -P fusermount3 >/dev/null || missing+=(fuse3)
    has_fusepy "$(find_python || echo /usr/bin/python3)" || missing+=(python3-fusepy)
  fi
  if [[ ! $fast ]]; then
    find_chromium >/dev/null || missing+=(chromium-headless-shell)
    find_postgres >/dev/null || missing+=(postgresql)
    find_nginx || missing+=(nginx-light)
    type -P systemd-analyze >/dev/null || missing+=(systemd)
  fi
  ((${#missing[@]})) || return 0

  say "Installing ${missing[*]}"
  ((EUID == 0)) || fail "please install: ${missing[*]} (as root: apt-get install ${missing[*]})"
  command -v apt-get >/dev/null || fail "there is no apt-get here; please install: ${missing[*]}"
  local log=$work/apt.log
  export DEBIAN_FRONTEND=noninteractive
  { timeout 300 apt-get update -q && timeout 900 apt-get install -q -y --no-install-recommends "${missing[@]}"; } \
    </dev/null >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail 'the packages could not be installed'; }
}

as_postgres() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  local programs folder=$work/postgres
  programs=$(find_postgres)
  mkdir "$folder"
  chmod 700 "$folder"
  ((EUID != 0)) || chown postgres "$folder"

  say "Starting PostgreSQL ($("$programs/postgres" --version | cut -d' ' -f3))"
  # The socket lies in a folder that only its owner and root can enter, and there is no port: so trust is safe.
  (cd / && as_postgres "$programs/initdb" -D "$folder/data" -U songthang --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log" >&2; fail 'initdb failed'; }
  cat >>"$folder/data/postgresql.conf" <<TEXT
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
# Nothing here outlives the tests.
fsync = off
synchronous_commit = off
full_page_writes = off
TEXT

  # exec, so that the process id is the server's own and not a shell's.
  if ((EUID == 0)); then
    (cd / && exec setpriv --reuid=postgres --regid=postgres --init-groups "$programs/postgres" -D "$folder/data") \
      </dev/null >"$work/postgres.log" 2>&1 &
  else
    (cd / && exec "$programs/postgres" -D "$folder/data") </dev/null >"$work/postgres.log" 2>&1 &
  fi
  postgres_pid=$!

  local tries
  for ((tries = 0; tries < 150; tries++)); do
    if (cd / && as_postgres "$programs/psql" -h "$folder" -U songthang -d postgres -c 'CREATE DATABASE songthang') \
      >/dev/null 2>&1; then
      export SONGTHANG_TEST_POSTGRES="Host=$folder;Username=songthang;Database=songthang"
      return
    fi
    kill -0 "$postgres_pid" 2>/dev/null || break
    sleep 0.2
  done
  cat "$work/postgres.log" >&2
  fail 'PostgreSQL did not start'
}

# --- the steps -------------------------------------------------------------------------------------------------

# step NAME SECONDS COMMAND...: something that is right or wrong as a whole; counts only when it is wrong.
step() {
  local name=$1 seconds=$2
  shift 2
  say "$name"
  local started=$SECONDS
  timeout --kill-after=20 "$seconds" "$@" </dev/null || {
    failed=$((failed + 1))
    notes+=("$name failed")
    return 1
  }
  printf '%s s\n' $((SECONDS - started))
}

# suite NAME PROJECT SECONDS [OPTION...]: runs one test project and adds up what its own report says.
suite() {
  say "$1"
  run "$@"
  count "$1"
}

# run NAME PROJECT SECONDS [OPTION...]: runs one test project; its report and how it ended lie in the folder of results.
run() {
  local name=$1 project=$2 seconds=$3 report=$results/${1// /-}.json status=0
  shift 3
  timeout --kill-after=20 "$seconds" \
    dotnet "tests/$project/bin/$configuration/net10.0/Songthang.$project.dll" \
    --no-ansi --progress off --fail-skips on --results-directory "$results" \
    --report-xunit-ctrf --report-xunit-ctrf-filename "${report##*/}" "$@" </dev/null || status=$?
  echo "$status $seconds" >"$report.ended"
}

# count NAME: adds up what the report of a suite says.
count() {
  local name=$1 report=$results/${1// /-}.json status=1 seconds=0 counts
  read -r status seconds <"$report.ended" || true

  # A test that was skipped proves nothing: it counts as failed.
  if counts=$(node -e '
      const { summary, tests } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).results;
      for (const test of tests) if (test.status !== "passed")
        console.error(`  ${test.status}: ${test.name}\n    ${(test.message ?? "").split("\n").slice(0, 20).join("\n    ")}`);
      console.log(summary.passed, summary.tests - summary.passed);' "$report" 2>"$work/report.log"); then
    local ok=${counts% *} bad=${counts#* }
    passed=$((passed + ok))
    failed=$((failed + bad))
    ((bad == 0)) || notes+=("$name: $bad failed" "$(<"$work/report.log")")
    ((ok + bad > 0)) || { failed=$((failed + 1)); notes+=("$name: no test was found"); }
    ((status == 0 || bad > 0 || ok == 0)) || { failed=$((failed + 1)); notes+=("$name: the runner ended with $status"); }
  else
    failed=$((failed + 1))
    local why="ended with $status"
    ((status != 124)) || why="was stopped after $seconds s"
    notes+=("$name: the runner $why and left no report")
  fi
}

totals() {
  ((${#left_out[@]} == 0)) || printf '\nNot tried: %s\n' "${left_out[@]}"
  if ((${#notes[@]})); then
    say 'What failed'
    printf '%s\n' "${notes[@]}"
  fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}

command -v dotnet >/dev/null || fail 'the .NET 10 SDK is missing; get it from https://dotnet.microsoft.com/download'
dotnet --version >/dev/null || fail 'the .NET 10 SDK is needed'
command -v node >/dev/null || fail 'Node.js 20 or newer is missing; get it from https://nodejs.org'

install_missing
SONGTHANG_TEST_PYTHON=$(find_python) || fail 'no Python with aiosmtpd'
export SONGTHANG_TEST_PYTHON
if [[ ! $fast ]]; then
  SONGTHANG_CHROMIUM=$(find_chromium) || fail 'no Chromium'
  export SONGTHANG_CHROMIUM
fi

# Lock files as they are: a version that nobody recorded is a failure, not an update.
step 'Restoring' 900 dotnet restore Songthang.slnx -v quiet --locked-mode || { totals; exit 1; }
step 'Building, warnings are errors' 1200 \
  dotnet build Songthang.slnx -c "$configuration" --no-restore -v quiet -nodeReuse:false -p:UseSharedCompilation=false ||
  { totals; exit 1; }
# Style and analyzers were the build's, where warnings are errors; what is left is white space.
step 'Formatting' 300 dotnet format whitespace . --folder --verify-no-changes || true
step 'Secrets' 120 scripts/secrets.sh || true
say 'Known holes in packages'
asked=0
timeout --kill-after=20 120 scripts/advisories.sh </dev/null || asked=$?
if ((asked == 3)); then
  left_out+=('known holes in packages, because nobody who knows them can be asked from here')
elif ((asked != 0)); then
  failed=$((failed + 1))
  notes+=('Known holes in packages failed')
fi

suite 'Domain' Domain.Tests 600
suite 'Architecture' Architecture.Tests 300
own_places=(--filter-not-class '*.PowerCutTests' --filter-not-class '*.StandbyTests'
  --filter-not-namespace Songthang.Durability.Nodes --filter-not-namespace Songthang.Durability.Packaging)
cuts=yes
can_cut_power || { cuts=; left_out+=('power cuts, because no file system can be mounted here (FUSE)'); }

# What mostly waits, for the disk, for a server, for a time limit, runs beside what keeps the processors busy.
besides_sqlite() {
  SONGTHANG_TEST_DATABASE=sqlite run 'Durability on SQLite' Durability 1200 "${own_places[@]}"
  [[ ! $cuts ]] || run 'Power cut' Durability 900 --filter-class '*.PowerCutTests'
}

besides_postgres() {
  # The server stays up here; what is ended is the program alone.
  SONGTHANG_DURABILITY_KILLS=${SONGTHANG_DURABILITY_KILLS:-5} SONGTHANG_TEST_DATABASE=postgres run 'Durability on PostgreSQL' Durability 900 "${own_places[@]}"
  SONGTHANG_TEST_POSTGRES_PROGRAMS=$(find_postgres) run 'Standby takes over' Durability 900 --filter-class '*.StandbyTests'
  SONGTHANG_TEST_DATABASE=postgres run 'Several nodes' Durability 600 --filter-namespace Songthang.Durability.Nodes
  run 'Package' Durability 900 --filter-namespace Songthang.Durability.Packaging
}

# started COMMAND, and then counted NAME...: what it ran is shown when it is over.
started() {
  "$1" >"$work/beside.log" 2>&1 &
  beside=$!
}

counted() {
  wait "$beside" || true
  beside=
  cat "$work/beside.log"
  local name
  for name; do count "$name"; done
}

started besides_sqlite
SONGTHANG_TEST_DATABASE=sqlite suite 'Web on SQLite' Web.Tests 1800
counted 'Durability on SQLite' ${cuts:+'Power cut'}
if [[ ! $fast ]]; then
  start_postgres
  started besides_postgres
  SONGTHANG_TEST_DATABASE=postgres suite 'Web on PostgreSQL' Web.Tests 1800
  counted 'Durability on PostgreSQL' 'Standby takes over' 'Several nodes' 'Package'
  SONGTHANG_TEST_DATABASE=sqlite suite 'Browser on SQLite' Browser.Tests 1800
  # Pages look the same on either database; the whole job is done once on each.
  SONGTHANG_TEST_DATABASE=postgres suite 'Browser on PostgreSQL' Browser.Tests 600 --filter-trait runs-on=each-database
fi
totals
