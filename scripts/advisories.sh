#!/usr/bin/env bash
# Asks where packages come from whether holes are known in those of the program, also in those that others bring along.
# Ends with 1 when there are, and with 3 when nobody can be asked.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
unasked=0

# Restoring asks (NuGetAudit, all packages, every severity) and its warnings are errors; only when it could not ask it goes on.
said=$(dotnet restore src/Web --locked-mode --force -v minimal 2>&1) || { printf '%s\n' "$said"; exit 1; }
! grep -qE 'NU190[05]' <<<"$said" || unasked=1

for folder in src/Web/Frontend scripts/secrets; do
  if ! said=$(npm audit --prefix "$folder" --package-lock-only --audit-level=low 2>&1); then
    if grep -q 'audit endpoint returned an error' <<<"$said"; then
      unasked=1
    else
      printf '%s: %s\n' "$folder" "$said"
      exit 1
    fi
  fi
done
((unasked == 0)) || exit 3
