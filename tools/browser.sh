#!/bin/sh
# Which browser the tests drive: Debian's Chromium, or the one named in THENCHOT_CHROMIUM. Prints its path.
for found in "$THENCHOT_CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser; do
  if [ -x "$found" ]; then
    echo "$found"
    exit 0
  fi
done
echo "Chromium is missing: apt-get install chromium (or name one in THENCHOT_CHROMIUM)" >&2
exit 1
