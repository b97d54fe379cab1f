import type { OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { isDoneAtTerminal } from '../../runtime/at-terminal'
import { counterCookie, kioskCookie } from '../../runtime/cookies'
import { counterOperations, shortNameOf } from '../../runtime/partner-operations'
import { signatureOf } from '../../runtime/signature'
import type { Json } from './schemas'

/** Computed with what checks them, so that it is right. */
const worked = { secret: 'a-secret-made-up-for-this-page', method: 'POST', path: '/channel/cardStatus', timestamp: '1772415000', nonce: '0123456789abcdef', body: '{}' }

const howToSign = `Lowercase hex of HMAC-SM3 over five lines with a line feed (U+000A) between them and none at the end:

1. the method: \`POST\`
2. the path without its query: \`/channel/cardStatus\`
3. \`X-Timestamp\` as it is sent
4. \`X-Nonce\` as it is sent
5. the lowercase hex of SM3 over the exact bytes of the body

The key is the UTF-8 bytes of the secret’s text, as it was handed over. For the secret \`${worked.secret}\`, the time \`${worked.timestamp}\`, the nonce
\`${worked.nonce}\` and the body \`${worked.body}\`, \`${worked.method} ${worked.path}\` is signed \`${signatureOf(worked)}\`.

密钥按其文本的 UTF-8 字节使用；对上述五行（换行符 U+000A 分隔，末尾无换行）计算 HMAC-SM3，取小写十六进制。`

const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description })

export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'The `token` of `session/signIn` or `session/refresh`; it lasts half an hour, before a terminal ten minutes.' },
  channelId: header('X-Channel-Id', 'The id that the partner was given: `^[\\w-]{1,64}$`.'),
  timestamp: header('X-Timestamp', 'Unix seconds, at most five minutes from our clock; else `timestampRefused` says in `details.now` what ours is.'),
  nonce: header('X-Nonce', 'Chosen anew for each request, `^[\\w-]{16,64}$`: one that was used is refused with `nonceUsed`. A retry is signed anew, and keeps its idempotency key.'),
  signature: header('X-Signature', howToSign),
  counterSession: { type: 'apiKey', in: 'cookie', name: counterCookie, description: 'A counter’s session, as `counter/signIn` sets it: HttpOnly, and from our own pages alone.' },
  terminal: { type: 'apiKey', in: 'cookie', name: kioskCookie, description: 'A terminal’s device, as `session/enrolKiosk` sets it: without it, a token that was given before the terminal counts for nothing.' },
} as const satisfies Readonly<Record<string, Json>>

type Scheme = keyof typeof securitySchemes
type Requirement = { readonly [Name in Scheme]?: readonly [] }

const signed: Requirement = { channelId: [], timestamp: [], nonce: [], signature: [] }
const counter: Requirement = { counterSession: [] }

/** One of which is needed; of each all its parts. None where anyone may ask. */
export const securityOf = (name: OperationName): readonly Requirement[] => {
  const { access } = operations[name]
  if (access === 'account' || access === 'citizen') return isDoneAtTerminal(name) ? [{ bearer: [] }, { bearer: [], terminal: [] }] : [{ bearer: [] }]
  if (access === 'partner') return counterOperations.some((short) => short === shortNameOf(name)) ? [signed, counter] : [signed]
  return access === 'staff' ? [counter] : []
}
