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

# need_browser FOLDER: Chromium with its driver, fonts of Latin and Chinese, Japanese and Korean letters, and
# what drives it in Python, in a folder of its own.
need_browser() {
    local folder=$1
    need /usr/bin/chromium chromium
    need /usr/bin/chromedriver chromium-driver
    need /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
    need /usr/share/fonts/truetype/wqy/wqy-microhei.ttc fonts-wqy-microhei
    need_python "$folder" Tests/Browser/requirements.txt --no-deps
}

# need_python FOLDER REQUIREMENTS [OPTION...]: a Python in FOLDER with the packages that a file lists.
need_python() {
    local folder=$1 requirements=$2
    shift 2
    command -v python3 >/dev/null || need /usr/bin/python3 python3
    # What is installed is kept beside it; another list installs anew.
    if cmp -s "$requirements" "$folder/installed.txt"; then return 0; fi
    echo "sitewise: installing the Python packages of $requirements into ${folder##*/}" >&2
    python3 -m venv "$folder" 2>/dev/null || { need /none python3-venv; python3 -m venv "$folder"; }
    "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" -r "$requirements"
    cp "$requirements" "$folder/installed.txt"
}
