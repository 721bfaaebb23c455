#!/usr/bin/env bash
# Adds a migration to both databases: scripts/migrate.sh NAME
# Until the first release `scripts/migrate.sh --initial` makes the initial migration of both anew instead.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
migrations=src/Infrastructure/Persistence/Migrations
name=${1:?the name of the migration is missing}
if [ "$name" = --initial ]; then
  rm -f $migrations/*/*_Initial.cs $migrations/*/*_Initial.Designer.cs $migrations/*/*Snapshot.cs
  name=Initial
fi
dotnet build src/Infrastructure -v q
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --context "${database}AppDb" --project src/Infrastructure \
    --startup-project src/Infrastructure --output-dir "Persistence/Migrations/$database"
done
# The initial migration keeps one date, so that later ones always sort behind it.
for file in $migrations/*/*_Initial.cs $migrations/*/*_Initial.Designer.cs; do
  [ -e "$file" ] || continue
  stamp=$(basename "$file" | cut -d_ -f1)
  sed -i "s/${stamp}_Initial/20261123000000_Initial/" "$file"
  target="$(dirname "$file")/20261123000000_${file##*_}"
  [ "$file" = "$target" ] || mv "$file" "$target"
done
