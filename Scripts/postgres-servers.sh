# shellcheck shell=bash
# What ./Scripts/postgres and ./Scripts/failover share; both keep their servers in $folder.

fail() { printf 'keruen: %s\n' "$*" >&2; exit 2; }

# Prints the comment at a script's head.
manual() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"; }

binaries=/usr/lib/postgresql/15/bin
# Debian has them there; elsewhere they are where initdb is.
[[ -d $binaries ]] || ! command -v initdb >/dev/null || binaries=$(dirname "$(realpath "$(command -v initdb)")")

# need PROGRAM PACKAGE …
need() {
    local missing=()
    while (($#)); do
        command -v "$1" >/dev/null || [[ -x $binaries/$1 ]] || missing+=("$2")
        shift 2
    done
    ((${#missing[@]} == 0)) || ./Scripts/bootstrap "${missing[@]}"
    [[ -x $binaries/postgres ]] || fail "PostgreSQL's server was not found; please install postgresql-15."
}

# Leaves the folder's full path in $folder. Who runs the servers owns it.
make_folder() {
    mkdir -p "$folder"
    [[ -z $(ls -A "$folder") ]] || fail "$folder is not empty"
    folder=$(realpath "$folder")
    # A socket's path has room for 107 bytes.
    ((${#folder} < 85)) || fail "$folder is too long a path for sockets"
    : >"$folder/environment"
    [[ $(id -u) != 0 ]] || chown -R postgres: "$folder"
}

# PostgreSQL does not run as root. Becomes the command, in the folder: the user postgres may not see where we are.
become() {
    local user=()
    [[ $(id -u) != 0 ]] || user=(setpriv --reuid=postgres --regid=postgres --init-groups)
    cd "$folder" || return
    # A server outlives its caller, and whoever waits for the caller's files to close would wait for it.
    local file
    for file in /proc/self/fd/*; do
        file=${file##*/}
        ((file <= 2)) || eval "exec $file>&-"
    done
    exec "${user[@]}" "$@"
}
server() { (become "$@"); }

taken=' '
# Leaves a port in $port: below those that the system gives to who asks for any.
free_port() {
    while :; do
        port=$((20000 + RANDOM % 12000))
        [[ $taken != *" $port "* ]] && ! answers "$port" && break
    done
    taken+="$port "
}

answers() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# run_with START STOP COMMAND …: runs a command between the two, which find their folder in $folder; ends with its status.
run_with() {
    local start=$1 stop=$2 child status
    shift 2
    folder=$(mktemp -d "${TMPDIR:-/tmp}/keruen-pg.XXXXXX")
    # shellcheck disable=SC2064
    trap "trap - INT TERM; $stop || true; rm -rf '$folder'" EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$start"
    # shellcheck disable=SC1091
    source "$folder/environment"
    # psql and pgbench are there too.
    export PATH=$PATH:$binaries
    # A group of its own, so that all of the command ends when this is told to.
    set -m
    "$@" <&0 &
    child=$!
    set +m
    # shellcheck disable=SC2064
    trap "kill -- -$child 2>/dev/null; wait $child 2>/dev/null; exit 130" INT
    # shellcheck disable=SC2064
    trap "kill -- -$child 2>/dev/null; wait $child 2>/dev/null; exit 143" TERM
    wait "$child" && status=0 || status=$?
    exit "$status"
}
