# Sourced by the other scripts: installs what is missing, and says so.

# need PATH PACKAGE...: makes sure PATH exists, else installs the Debian packages that bring it.
need() {
    local path=$1
    shift
    if [ -e "$path" ]; then return 0; fi
    if ! command -v apt-get >/dev/null; then
        echo "sitewise: $* is missing and there is no apt-get: install it with your package manager" >&2
        exit 69
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "sitewise: $* is missing: run 'apt-get install $*' as root, then this again" >&2
            exit 69
        fi
        as_root=(sudo)
    fi
    echo "sitewise: installing $* with apt-get${as_root:+ and sudo}" >&2
    # Package lists may be old or absent; only an update tells.
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
}

# need_swift: says what to do where Swift itself is missing.
need_swift() {
    if ! command -v swift >/dev/null; then
        echo "sitewise: Swift 6.2 or newer is missing; see swift.org/install" >&2
        exit 69
    fi
}
