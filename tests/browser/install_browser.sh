#!/usr/bin/env bash
# Makes sure that the browser tests have Playwright running, a Chromium and a font with hanzi.
#
# The first Chromium that can be had is used, and said:
#   1. the program that KANBAO_CHROMIUM names
#   2. a chromium or google-chrome on the PATH
#   3. Debian's chromium, where we are root and there is apt-get
#   4. Playwright's own Chromium
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# In the order in which tests look for them.
readonly BROWSERS=(chromium chromium-browser google-chrome google-chrome-stable)
readonly PLAYWRIGHT=.venv/bin/playwright
readonly APT_TRIES=3

main() {
  mend_playwright
  install_browser
  install_font
}

# Playwright's driver is a Node.js that needs one library more than a bare Debian has.
mend_playwright() {
  if [[ ! -x "$PLAYWRIGHT" ]]; then
    fail "There is no $PLAYWRIGHT." "Run: make install"
  fi
  if "$PLAYWRIGHT" --version >/dev/null 2>&1; then
    return
  fi
  if has_apt; then
    say "Playwright does not start; installing Debian's libatomic1"
    apt_install libatomic1 || true
  fi
  "$PLAYWRIGHT" --version >/dev/null || fail "Playwright does not start, as said above." \
    "If it misses libatomic.so.1, install that (on Debian: sudo apt-get install libatomic1)"
}

install_browser() {
  if [[ -n "${KANBAO_CHROMIUM:-}" ]]; then
    [[ -x "$KANBAO_CHROMIUM" ]] || fail "KANBAO_CHROMIUM=$KANBAO_CHROMIUM is not a program." \
      "Name a Chromium, or unset it."
    say "$KANBAO_CHROMIUM (named by KANBAO_CHROMIUM)"
    return
  fi
  if find_browser; then
    return
  fi
  if has_apt; then
    say "none found; installing Debian's chromium"
    if apt_install chromium fonts-noto-cjk && find_browser; then
      return
    fi
    say "apt-get gave no working chromium"
  fi
  say "installing Playwright's own Chromium"
  if "$PLAYWRIGHT" install chromium; then
    return
  fi
  fail "No Chromium here, and none could be installed." \
    "Install one (on Debian: sudo apt-get install chromium fonts-noto-cjk)" \
    "or name one: KANBAO_CHROMIUM=/path/to/chromium make test"
}

# Says which browser is on the PATH; fails when none is, or it does not start.
find_browser() {
  local name version
  for name in "${BROWSERS[@]}"; do
    if version=$("$name" --version 2>/dev/null); then
      say "$(command -v "$name") (${version%% built on*})"
      return
    fi
  done
  return 1
}

install_font() {
  if [[ "$(uname -s)" != Linux ]] || has_hanzi_font; then
    return
  fi
  if has_apt; then
    say "no font with hanzi; installing Debian's fonts-noto-cjk"
    apt_install fontconfig fonts-noto-cjk || true
    if has_hanzi_font; then
      return
    fi
  fi
  fail "No font here has hanzi, so pages cannot be measured." \
    "Install one (on Debian: sudo apt-get install fontconfig fonts-noto-cjk)"
}

has_hanzi_font() {
  command -v fc-list >/dev/null && [[ -n "$(fc-list :lang=zh family)" ]]
}

has_apt() {
  [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null
}

# Debian's mirrors time out now and then: a few tries, then give up.
apt_install() {
  local try
  for ((try = 1; try <= APT_TRIES; try++)); do
    if apt-get -qq update \
      && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"; then
      return
    fi
    say "apt-get failed (try $try of $APT_TRIES)"
    ((try == APT_TRIES)) || sleep $((try * 10))
  done
  return 1
}

say() {
  echo "Browser: $*" >&2
}

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

main
