import { createPrivateKey } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { AlipaySdk } from 'alipay-sdk'
import * as v from 'valibot'
import type { AlipayConfig } from '../../runtime/platform-config'

const isPkcs8 = (privateKey: string): boolean => {
  try {
    return createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }).type === 'private'
  } catch {
    return false
  }
}

const parts = v.record(v.string(), v.unknown())

/** The SDK checks the signature of the first part of a name, and reads the last: where there are two, anybody may have added one. */
const strict = (Sdk: typeof AlipaySdk): typeof AlipaySdk =>
  class extends Sdk {
    override checkResponseSign(text: string, name: string, signature: string, traceId: string): void {
      super.checkResponseSign(text, name, signature, traceId)
      const signed: unknown = JSON.parse(this.getSignStr(text, name))
      if (!isDeepStrictEqual(signed, v.parse(parts, JSON.parse(text))[name])) throw new TypeError('what is read is not what was signed')
    }
  }

/** Loaded at the first call: what the SDK brings along would be a good part of every function's cold start. */
export const openSdk = async ({ appId, privateKey, publicKey, gateway }: AlipayConfig, limitMs: number): Promise<AlipaySdk> => {
  const Sdk = strict((await import('alipay-sdk')).AlipaySdk)
  const keyType = isPkcs8(privateKey) ? 'PKCS8' : 'PKCS1'
  return new Sdk({ appId, privateKey, keyType, alipayPublicKey: publicKey, gateway, timeout: limitMs, camelcase: false })
}
