# Shared by the scripts of this folder; sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# help "$@": prints the comment at the top of the calling script and leaves, if --help or -h was asked for.
help() {
  local argument
  for argument in "$@"; do
    if [ "$argument" = --help ] || [ "$argument" = -h ]; then
      sed -n '2,/^[^#]/{s/^# \{0,1\}//;t print;d;:print;p}' "$0"
      exit 0
    fi
  done
}

# The oldest Node that the page's build tools run on.
node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

# Where scripts/setup puts a Node when the machine has none that is new enough.
local_node=$root/.tools/node
if ! node_is_new_enough && [ -x "$local_node/bin/node" ]; then
  export PATH=$local_node/bin:$PATH
fi

# web NAME [ARGUMENT…]: runs a script of web/package.json.
web() {
  local name=$1
  shift
  npm --prefix "$root/web" run --silent "$name" -- "$@"
}

# preset NAME [TARGET…]: configures and builds one of CMakePresets.json.
preset() {
  local name=$1
  shift
  cmake --preset "$name" >"$root/build/$name.configure.log" 2>&1 || {
    cat "$root/build/$name.configure.log"
    return 1
  }
  cmake --build --preset "$name" ${1:+--target "$@"}
}
mkdir -p "$root/build"

# The command line, as scripts/build and scripts/test make it.
# shellcheck disable=SC2034
footing_cli=$root/build/native/core/footing
