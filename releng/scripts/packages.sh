# Sourced: install_packages PURPOSE CHECK=PACKAGE… installs what is missing where it may, and says plainly what is missing where it may not.
# A CHECK is a program (xvfb-run), a library (libgtk-3.so.0) or a path with wildcards (/usr/lib/postgresql/*/bin/initdb).

is_there() {
  case "$1" in
    /*) compgen -G "$1" >/dev/null ;;
    *.so.*) { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q "$1" ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

install_packages() {
  local purpose=$1 missing=() entry
  shift
  for entry in "$@"; do
    is_there "${entry%%=*}" || missing+=("${entry#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing for $purpose: ${missing[*]}" >&2
    echo "Install them first (Debian: sudo apt-get install --no-install-recommends ${missing[*]})." >&2
    return 1
  fi
  local apt_log
  apt_log=$(mktemp)
  echo "Installing for $purpose: ${missing[*]}"
  if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}"; } \
      >"$apt_log" 2>&1; then
    tail -5 "$apt_log" >&2
    rm -f "$apt_log"
    echo "These packages could not be installed for $purpose: ${missing[*]}" >&2
    return 1
  fi
  rm -f "$apt_log"
}

GTK_PACKAGES=(libgtk-3.so.0=libgtk-3-0 /usr/share/fonts/truetype/dejavu=fonts-dejavu-core
  '/usr/share/fonts/*/inter*=fonts-inter' /usr/share/icons/Adwaita/index.theme=adwaita-icon-theme)
