#!/usr/bin/env bash
# A private PostgreSQL for tests and benches: tools/postgres.sh start [throwaway] | stop | url
# It listens on a unix socket only, keeps fsync on unless it is thrown away after the tests (no test kills the
# server), and prints the value for THENCHOT_POSTGRES.
set -euo pipefail

port=5433
folder=${THENCHOT_POSTGRES_FOLDER:-${TMPDIR:-/tmp}/thenchot-postgres-$(id -u)}
url="host=$folder port=$port"

programs() { # the folder of a server of version 15 or later
  local server version
  for server in $(printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -rV) $(command -v postgres || true); do
    [ -x "$server" ] || continue
    version=$("$server" --version | grep -oE '[0-9]+' | head -n 1)
    [ "$version" -ge 15 ] && dirname "$(readlink -f "$server")" && return
  done
  echo "PostgreSQL 15+ is not installed: apt-get install -y postgresql" >&2
  exit 1
}

as_server() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

running() { [ -d "$folder/data" ] && as_server "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; }

start() {
  running && return
  if [ ! -f "$folder/data/PG_VERSION" ]; then
    mkdir -p -m 0755 "$folder"
    [ "$(id -u)" != 0 ] || chown postgres: "$folder"
    as_server "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  fi
  as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -s \
    -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c port=$port -c max_connections=100 $1" start
  as_server "$bin/psql" -h "$folder" -p "$port" -U postgres -d postgres -qAtX -v ON_ERROR_STOP=1 <<'SQL'
SELECT format('CREATE ROLE %I LOGIN %s', name, may)
FROM (VALUES ('thenchot_owner', 'CREATEDB'), ('thenchot_personal', 'CREATEDB'), ('thenchot_app', '')) AS wanted (name, may)
WHERE name NOT IN (SELECT rolname FROM pg_roles) \gexec
-- A test that was killed leaves connections behind; whoever drops its database may end them. Tests only.
GRANT pg_signal_backend TO thenchot_owner, thenchot_personal;
SQL
}

bin=$(programs)
case "${1:-}" in
  start)
    fast=""
    [ "${2:-}" != throwaway ] || fast="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    start "$fast" && echo "$url" ;;
  stop) ! running || as_server "$bin/pg_ctl" -D "$folder/data" -m fast -w -s stop
    rm -rf "$folder/data" "$folder/log" ;;
  url) running && echo "$url" ;;
  *) echo "tools/postgres.sh start [throwaway] | stop | url" >&2; exit 2 ;;
esac
