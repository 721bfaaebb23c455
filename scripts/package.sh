#!/usr/bin/env bash
# Makes songthang_VERSION_amd64.deb: the program with the runtime it needs, its unit and its settings.
#   scripts/package.sh [FOLDER]    writes it to FOLDER, ./artifacts unless given; the last line is its path
# Needs what the build needs, and dpkg-deb.
set -euo pipefail
output=${1:-artifacts}
mkdir -p -- "$output"
output=$(cd -- "$output" && pwd)
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
work=$(mktemp -d "${TMPDIR:-/tmp}/songthang-package.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
root=$work/root

# The runtime comes along, compiled ahead: the first page after a start waits for no compiler.
dotnet publish src/Web -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:PublishDocumentationFiles=false \
  -p:RunAnalyzers=false -p:RestoreLockedMode=true -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o "$root/usr/lib/songthang" >&2

install -Dm755 packaging/songthang "$root/usr/bin/songthang"
install -Dm644 packaging/songthang.service "$root/usr/lib/systemd/system/songthang.service"
install -Dm644 packaging/songthang.sysusers "$root/usr/lib/sysusers.d/songthang.conf"
install -Dm640 packaging/songthang.env "$root/etc/songthang/songthang.env"
install -Dm644 -t "$root/usr/share/doc/songthang" packaging/nginx.conf docs/configuration.md docs/operations.md
install -Dm644 packaging/out-of-order.html "$root/usr/share/songthang/out-of-order.html"
install -Dm644 LICENSE "$root/usr/share/doc/songthang/copyright"
scripts/sbom.sh "$root/usr/share/doc/songthang/songthang.cdx.json" "$root/usr/lib/songthang"
chmod 644 "$root/usr/share/doc/songthang/songthang.cdx.json"
rm -f -- "$root"/usr/lib/songthang/*.pdb "$root"/usr/lib/songthang/*.xml
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/lib/songthang" -type f -exec chmod 644 {} +
chmod 755 "$root/usr/lib/songthang/Songthang.Web" "$root/usr/lib/songthang/createdump"

mkdir "$root/DEBIAN"
size=$(du -sk --exclude=DEBIAN -- "$root" | cut -f1)
sed "s|@VERSION@|$version|; s|@SIZE@|$size|" packaging/debian/control >"$root/DEBIAN/control"
install -m644 packaging/debian/conffiles "$root/DEBIAN/conffiles"
install -m755 packaging/debian/postinst packaging/debian/prerm packaging/debian/postrm "$root/DEBIAN/"
(cd -- "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

# The same sources give the same times.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
deb=$output/songthang_${version}_amd64.deb
dpkg-deb --root-owner-group -Zzstd -z9 --build "$root" "$deb" >&2
printf '%s\n' "$deb"
