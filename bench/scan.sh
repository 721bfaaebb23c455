#!/usr/bin/env bash
# What tools find from outside: the demo behind nginx with the shipped configuration and a self-made certificate, looked at with testssl,
# wapiti and sqlmap, signed out and signed in as each role. Loopback only. See ./bench.sh --help.
#   bench/scan.sh FOLDER [SECONDS [ROLE...]]    reports go to FOLDER; SECONDS for each role and tool (120); tls and roles (all)
set -euo pipefail
folder=${1:?bench/scan.sh FOLDER [SECONDS]}
seconds=${2:-120}
wanted=" ${*:3} "
[[ $wanted =~ [a-z] ]] || wanted=' tls nobody crew officer director admin '
mkdir -p -- "$folder"
folder=$(cd -- "$folder" && pwd)
rm -f -- "$folder"/testssl.json
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
program=${SONGTHANG_SCANNED:-src/Web/bin/Release/net10.0/Songthang.Web.dll}
work=$(mktemp -d "${TMPDIR:-/tmp}/songthang-scan.XXXXXX")
chmod 755 "$work"
ended=()
finish() {
  for pid in "${ended[@]}"; do kill -TERM "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; done
  rm -rf -- "$work"
}
trap finish EXIT

missing=()
for tool in wapiti sqlmap testssl nginx; do
  PATH=$PATH:/usr/sbin type -P "$tool" >/dev/null || missing+=("${tool/%testssl/testssl.sh}")
done
((${#missing[@]} == 0)) || { ((EUID == 0)) && apt-get update -q && apt-get install -q -y --no-install-recommends "${missing[@]/%nginx/nginx-light}"; } >/dev/null ||
  { echo "bench/scan.sh: please install: ${missing[*]}" >&2; exit 1; }

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }
inner=$(free_port) outer=$(free_port) plain=$(free_port)
site=https://127.0.0.1:$outer

# Limits on how often somebody may ask would end the scan before it has looked.
for door in Submit Upload Track SignIn Nearby Harvest Poles Api; do
  export "Songthang__RateLimits__${door}__Permits=1000000"
done
Songthang__Agency__Map__Tiles='' dotnet "$program" serve --demo --urls "http://127.0.0.1:$inner" --data "$work/data" >"$folder/program.log" 2>&1 &
ended+=($!)

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj /CN=songthang.test -addext subjectAltName=DNS:songthang.test,IP:127.0.0.1 \
  -keyout "$work/key.pem" -out "$work/fullchain.pem" 2>/dev/null
sed -e "/10\.0\.0\.12/d; s|10\.0\.0\.11:5080|127.0.0.1:$inner|; s|listen 80;|listen 127.0.0.1:$plain;|; s|listen 443 |listen 127.0.0.1:$outer |" \
  -e "s|^    location / {|    # What ends the own session can be looked at, but is not done.\n    location ~ ^/officer/(sign-out\|account)\$ { limit_except GET { deny all; } proxy_pass http://songthang; }\n&|" \
  -e "s|/etc/ssl/songthang/|$work/|; s|/var/log/nginx/|$work/|; s|/usr/share/songthang|$PWD/packaging|" packaging/nginx.conf >"$work/songthang.conf"
cat >"$work/nginx.conf" <<TEXT
daemon off;
$( ((EUID)) || echo 'user root root;')
pid $work/nginx.pid;
error_log $work/error.log;
events { worker_connections 1024; }
http {
  client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/fastcgi; uwsgi_temp_path $work/uwsgi; scgi_temp_path $work/scgi;
  include $work/songthang.conf;
}
TEXT
PATH=$PATH:/usr/sbin nginx -e "$work/error.log" -c "$work/nginx.conf" &
ended+=($!)
for ((tries = 0; tries < 600; tries++)); do
  curl -skf -o /dev/null "$site/health/ready" && break
  sleep 0.5
done
curl -skf -o /dev/null "$site/" || { echo 'bench/scan.sh: the program does not answer' >&2; exit 1; }

[[ $wanted != *' tls '* ]] || echo '== testssl'
[[ $wanted != *' tls '* ]] || testssl --quiet --color 0 --warnings off --openssl-timeout 20 --connect-timeout 20 --jsonfile "$folder/testssl.json" --ip 127.0.0.1 "https://songthang.test:$outer" >"$folder/testssl.txt" 2>&1 || true

# sign_in NAME JAR: as a browser does, with the token of the form.
sign_in() {
  local token
  token=$(curl -sk -c "$2" "$site/officer/sign-in" | grep -o '__RequestVerificationToken[^>]*value="[^"]*"' | head -n 1 | sed 's/.*value="//; s/"$//')
  curl -sk -b "$2" -c "$2" -o /dev/null -w '%{http_code}\n' --data-urlencode "UserName=$1" --data-urlencode 'Password=songthang-demo-2569' \
    --data-urlencode "__RequestVerificationToken=$token" "$site/officer/sign-in"
}

# The same cookies for both tools.
for_wapiti() {
  node -e '
    const jar = require("fs").readFileSync(process.argv[1], "utf8").split("\n").map(l => l.replace(/^#HttpOnly_/, "").split("\t")).filter(c => c.length > 6)
    const all = {}
    for (const [, , , , , name, value] of jar) all[name] = { value, version: 0, port: null, secure: true, expires: null }
    console.log(JSON.stringify({ "127.0.0.1": { "/": all } }))' "$1"
}
for_sqlmap() { awk -F'\t' 'NF > 6 { sub(/^#HttpOnly_/, ""); printf "%s=%s; ", $6, $7 }' "$1"; }

# role NAME FIRST-PAGE ADDRESS...: what wapiti finds from the first page on, and sqlmap in the arguments of the addresses.
role() {
  local name=$1 first=$2 jar=$work/$1.jar
  shift 2
  [[ $wanted == *" $name "* ]] || return 0
  : >"$jar"
  [[ $name == nobody ]] || echo "$name signed in: $(sign_in "$name" "$jar")"
  echo "== wapiti, $name"
  for_wapiti "$jar" >"$work/$name.json"
  timeout --kill-after=20 $((seconds * 3)) wapiti -u "$site/" -s "$site$first" --scope folder -d 3 --max-links-per-page 60 --max-files-per-dir 12 \
    --max-parameters 12 --max-scan-time "$seconds" --max-attack-time "$((seconds / 4))" -t 20 --verify-ssl 0 -S normal -c "$work/$name.json" \
    -m crlf,csrf,exec,file,htaccess,methods,permanentxss,redirect,sql,xss,cookieflags,csp,http_headers,backup \
    --no-bugreport --store-session "$work/wapiti-$name" \
    -f json -o "$folder/wapiti-$name.json" >"$folder/wapiti-$name.txt" 2>&1 || true
  echo "== sqlmap, $name"
  printf '%s\n' "${@/#/$site}" >"$work/$name.txt"
  timeout --kill-after=20 $((seconds * 3)) sqlmap -m "$work/$name.txt" --batch --force-ssl --level 1 --risk 1 --timeout 20 --retries 0 --threads 1 \
    --technique BEU --cookie "$(for_sqlmap "$jar")" --disable-coloring --output-dir "$work/sqlmap-$name" >"$folder/sqlmap-$name.txt" 2>&1 || true
}

role nobody / '/reports?q=1&status=done&amphoe=1401&received-from=2026-01-01' '/map/reports.json?zoom=12&bbox=100.4,14.2,100.7,14.5' '/statistics?period=2570' \
  '/open311/v2/requests.json?status=open&page=1&lat=14.35&long=100.56&radius=500' '/api/v1/requests?limit=5' '/track?reference=69-00001-4'
role crew /crew '/crew?day=2026-11-30'
role officer /officer '/officer?q=1&status=submitted&sort=due&dir=up&size=25' '/officer/poles?q=1&amphoe=1401' '/officer/work-orders?q=1&state=open' \
  '/officer/statistics?period=2570'
role director /officer/statistics '/officer?q=1&sort=received' '/officer/settings/audit?who=1&from=2026-01-01'
role admin /officer/settings '/officer/settings/audit?what=opened&from=2026-01-01&to=2026-12-31' '/officer/settings/users?q=1'
echo "Reports are in $folder"
