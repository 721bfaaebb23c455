#!/usr/bin/env bash
# Writes the bill of materials (SBOM, CycloneDX, JSON) of what lies in the Debian package, by the lock files.
#   scripts/sbom.sh FILE [PUBLISHED]    PUBLISHED: folder of the published program, to name the runtime that comes along
# Needs what the build needs.
set -euo pipefail
file=${1:?scripts/sbom.sh FILE [PUBLISHED]}
mkdir -p -- "$(dirname -- "$file")"
file=$(cd -- "$(dirname -- "$file")" && pwd)/$(basename -- "$file")
published=${2:+$(cd -- "$2" && pwd)}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d "${TMPDIR:-/tmp}/songthang-sbom.XXXXXX")
trap 'rm -rf -- "$work"' EXIT

version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
dotnet tool restore >&2
dotnet restore src/Web --locked-mode -v quiet >&2
dotnet tool run dotnet-CycloneDX src/Web/Songthang.Web.csproj --recursive --exclude-dev --disable-package-restore --no-serial-number \
  --set-name Songthang --set-version "$version" --set-type Application --output-format Json --output "$work" --filename nuget.json >&2

# The same sources give the same file.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)} \
  node - "$work/nuget.json" src/Web/Frontend/package-lock.json "$published" <<'TEXT' >"$file"
const { readFileSync } = require('fs')
const read = path => JSON.parse(readFileSync(path, 'utf8'))
const [, , nuget, npm, published] = process.argv
const bom = read(nuget)
const component = (kind, name, version, licence) => {
  const purl = `pkg:${kind}/${name.replace('@', '%40')}@${version}`
  return { type: 'library', 'bom-ref': purl, name, version, scope: 'required', licenses: [{ license: { id: licence } }], purl }
}

// What is only reached through the maker of migrations is not shipped.
const onlyBuilds = ref => /^pkg:nuget\/(Microsoft\.EntityFrameworkCore\.Design|Meziantou\.Analyzer)@/.test(ref)
const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]))
const shipped = new Set()
const follow = ref => {
  if (shipped.has(ref) || onlyBuilds(ref)) return
  shipped.add(ref)
  for (const next of needs.get(ref) ?? []) follow(next)
}
follow(bom.metadata.component['bom-ref'])
bom.components = bom.components.filter(one => shipped.has(one['bom-ref']))
bom.dependencies = bom.dependencies.filter(one => shipped.has(one.ref))
  .map(({ ref, dependsOn }) => ({ ref, ...(dependsOn && { dependsOn: dependsOn.filter(next => shipped.has(next)) }) }))
// This one carries the text of its licence in the place of a name.
for (const one of bom.components) if (one.name === 'Sylvan.Data.Csv') one.licenses ??= [{ license: { id: 'MIT' } }]

// What is bundled into the pages, and the runtime, is in no lock file of NuGet.
const { packages } = read(npm)
for (const name of ['bootstrap', 'leaflet', '@fontsource/sarabun'])
  bom.components.push(component('npm', name, packages[`node_modules/${name}`].version, packages[`node_modules/${name}`].license))
if (published)
  for (const { name, version } of read(`${published}/Songthang.Web.runtimeconfig.json`).runtimeOptions.includedFrameworks)
    bom.components.push(component('nuget', `${name}.Runtime.linux-x64`, version, 'MIT'))
bom.metadata.timestamp = new Date(process.env.SOURCE_DATE_EPOCH * 1000).toISOString().replace('.000', '')
process.stdout.write(JSON.stringify(bom, null, 1) + '\n')
TEXT
