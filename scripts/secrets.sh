#!/usr/bin/env bash
# Looks for passwords, keys and tokens in every file of the repository (secretlint, in scripts/secrets). Ends with 1 when there is one.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
npm ci --prefix scripts/secrets --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
git ls-files -z -- . ':!*.png' ':!*.woff2' ':!*.ttf' |
  xargs -0 node scripts/secrets/node_modules/secretlint/bin/secretlint.js --secretlintrc scripts/secrets/.secretlintrc.json --no-glob
