#!/usr/bin/env bash
# Validates an export by the frictionless tool: schemas, keys, foreign keys, sizes and hashes. Installs the tool in a folder
# of its own and removes it; without Python or network it says so and passes.
# Usage: .ci/validate-package.sh DIR
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! python3 -m venv "$folder/python" >/dev/null 2>&1; then
  echo "skipped: there is no python3 with venv"
  exit 0
fi
if ! "$folder/python/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0; then
  echo "skipped: pip cannot install frictionless"
  exit 0
fi
cd "$1" && "$folder/python/bin/frictionless" validate datapackage.json
