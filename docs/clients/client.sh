#!/usr/bin/env bash
# Calls one operation of the partner API, signed. bash, curl, openssl 1.1.1 or newer.
#   CHANNEL_ID=… CHANNEL_SECRET=… API=https://… ./client.sh cardStatus < request.json
#   … ./client.sh --headers cardStatus < request.json    prints the four headers for this body, which count once and for five minutes
# Ends with 0 for {"ok":true}, 1 for {"ok":false}, and 2 where no such answer came. Then, and after fault or busy, it may have been done
# or not: send the same body again, with the same idempotencyKey.
set -Eeuo pipefail
trap 'exit 2' ERR

headers_only=false
if [ "${1:-}" = --headers ]; then headers_only=true; shift; fi
for name in CHANNEL_ID CHANNEL_SECRET API; do [ -n "${!name:-}" ] || { echo "$name is not set" >&2; exit 2; }; done
[ $# -gt 0 ] || { echo 'usage: client.sh [--headers] <operation> [json]' >&2; exit 2; }
operation=$1
# no program started from here needs the secret
export -n CHANNEL_SECRET
# on standard input no one else on this machine sees whom it is about
if [ $# -gt 1 ]; then body=$2; else body=$(cat); fi

sm3() { openssl dgst -sm3 -r | cut -c 1-64; }
escaped() { local i; for ((i = 0; i < ${#1}; i += 2)); do printf '\\x%s' "${1:i:2}"; done; }

# HMAC-SM3 of a text, from two digests as RFC 2104 has it: openssl takes a key only as an argument, which everyone on this
# machine can read; printf is the shell's own, and shows none.
hmac() {
  local key inner='' outer='' pad byte i
  key=$(printf %s "$CHANNEL_SECRET" | od -An -v -tx1 | tr -d ' \n')
  if [ ${#key} -gt 128 ]; then key=$(printf %s "$CHANNEL_SECRET" | sm3); fi
  for ((i = 0; i < 128; i += 2)); do
    byte=$((16#0${key:i:2}))
    printf -v pad '\\x%02x' $((byte ^ 0x36)); inner+=$pad
    printf -v pad '\\x%02x' $((byte ^ 0x5c)); outer+=$pad
  done
  { printf %b "$outer$(escaped "$({ printf %b "$inner"; printf %s "$1"; } | sm3)")"; } | sm3
}

timestamp=$(date +%s)
nonce=$(openssl rand -hex 16)
printf -v signed '%s\n' POST "/channel/$operation" "$timestamp" "$nonce"
signature=$(hmac "$signed$(printf %s "$body" | sm3)")
headers=("X-Channel-Id: $CHANNEL_ID" "X-Timestamp: $timestamp" "X-Nonce: $nonce" "X-Signature: $signature")
if $headers_only; then printf '%s\n' "${headers[@]}"; exit; fi

reply=$(printf %s "$body" | curl --silent --show-error --max-time 15 --data-binary @- -H 'content-type: application/json' \
  "${headers[@]/#/-H}" "$API/channel/$operation")
printf '%s\n' "$reply"
case $reply in '{"ok":true,'*) exit 0 ;; '{"ok":false,'*) exit 1 ;; *) exit 2 ;; esac
