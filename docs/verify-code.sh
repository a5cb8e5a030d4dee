#!/bin/sh
# Checks the signature in the text of a printed code with OpenSSL 3 and the published key. No software of ours is used.
#   docs/verify-code.sh TEXT [BASE]      BASE: where the keys are published; default: the text's own host
set -eu
text=$1
base=${2:-$(printf '%s' "$text" | cut -d/ -f1-3)}
path=/${text#*://*/}
path=${path%%\?*}
case $text in
  *\?S=*) token=${text##*\?S=} ;;
  *) echo "this text carries no signature" >&2; exit 2 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'ZR1%s/%s' "$path" "${token%%.*}" > "$work/message"
# The digits are slot * 2^512 + signature: dividing by 256 gives the bytes from the last to the first, the slot is left.
octal=$(printf '%s\n' "${token#*.}" | awk '{
  for (i = 1; i <= 26; i++) part[i] = substr($0, 6 * i - 5, 6) + 0
  for (byte = 64; byte >= 1; byte--) {
    rest = 0
    for (i = 1; i <= 26; i++) {
      rest = rest * 1000000 + part[i]; part[i] = int(rest / 256); rest = rest % 256
    }
    signature[byte] = rest
  }
  for (byte = 1; byte <= 64; byte++) printf "\\%03o", signature[byte]
  print " " part[26] > "/dev/stderr"
}' 2> "$work/slot")
printf "${octal}" > "$work/signature"
slot=$(tr -d ' ' < "$work/slot")
curl -sf "$base/.well-known/code-keys.json" |
  sed 's/{"slot":/\n{"slot":/g' | sed -n "s/^{\"slot\":$slot,.*\"pem\":\"\([^\"]*\)\".*/\1/p" | sed 's/\\n/\n/g' > "$work/key.pem"
[ -s "$work/key.pem" ] || { echo "no key is published for slot $slot" >&2; exit 2; }
openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin -in "$work/message" -sigfile "$work/signature"
