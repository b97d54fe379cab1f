#!/usr/bin/env python3
"""Calls one operation of the partner API, signed. Python 3.8 or newer with OpenSSL 1.1.1 or newer; no packages.

  CHANNEL_ID=… CHANNEL_SECRET=… API=https://… python3 client.py cardStatus < request.json
  … python3 client.py --headers cardStatus < request.json    prints the four headers for this body, which count once and for five minutes

Ends with 0 for {"ok":true}, 1 for {"ok":false}, and 2 where no such answer came. Then, and after fault or busy, it may have been done
or not: send the same body again, with the same idempotencyKey.
"""
import hashlib, hmac, json, os, sys, time, urllib.error, urllib.request, uuid


def sign(operation: str, body: bytes) -> dict:
    timestamp, nonce = str(int(time.time())), str(uuid.uuid4())
    body_hash = hashlib.new("sm3", body).hexdigest()
    signed = "\n".join(["POST", f"/channel/{operation}", timestamp, nonce, body_hash])
    signature = hmac.new(os.environ["CHANNEL_SECRET"].encode(), signed.encode(), "sm3").hexdigest()
    return {"X-Channel-Id": os.environ["CHANNEL_ID"], "X-Timestamp": timestamp, "X-Nonce": nonce, "X-Signature": signature}


def send(operation: str, body: bytes) -> int:
    """Sends the very bytes that were signed: JSON written anew may differ in a space."""
    headers = {"content-type": "application/json", **sign(operation, body)}
    request = urllib.request.Request(f"{os.environ['API']}/channel/{operation}", data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=15) as response:
            reply = response.read()
    except urllib.error.HTTPError as refusal:
        reply = refusal.read()
    print(reply.decode())
    return 0 if json.loads(reply)["ok"] is True else 1


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--headers"]
    missing = [name for name in ("CHANNEL_ID", "CHANNEL_SECRET", "API") if not os.environ.get(name)]
    if not words or missing:
        print("usage: client.py [--headers] operation [json]", *[f"{name} is not set" for name in missing], sep="; ", file=sys.stderr)
        return 2
    # on standard input no one else on this machine sees whom it is about
    body = (words[1].encode() if len(words) > 1 else sys.stdin.buffer.read()).strip()
    if "--headers" not in sys.argv:
        return send(words[0], body)
    print(*[f"{name}: {value}" for name, value in sign(words[0], body).items()], sep="\n")
    return 0


try:
    sys.exit(main())
except (OSError, ValueError, LookupError, TypeError) as reason:
    print(reason or "no answer", file=sys.stderr)
    sys.exit(2)
