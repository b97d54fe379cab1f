import type { Access, OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { examples } from './examples'
import { good, refusalsOf } from './responses'
import type { Json, Schemas } from './schemas'
import { securityOf } from './security'
import { summaries } from './summaries'

/** Whom an operation is for, at the end of its description. */
const asked: Readonly<Record<Access, { readonly en: string; readonly zh: string }>> = {
  anyone: { en: 'Anyone may ask.', zh: '无需登录。' },
  sandbox: { en: 'In the sandbox anyone may ask; elsewhere it is not there.', zh: '仅沙箱环境可用，无需登录。' },
  account: { en: 'For whoever is signed in.', zh: '须登录。' },
  citizen: { en: 'For whoever is signed in with an account that is bound to a person.', zh: '须登录，且账号已绑定本人。' },
  partner: { en: 'For a partner that was given leave for it, each request signed.', zh: '合作方须获准使用，并对每个请求签名。' },
  staff: { en: 'For staff who are signed in at a counter.', zh: '须柜台人员登录。' },
}

/** What a counter's own page may ask as well. */
const counterToo = { en: 'Staff who are signed in at a counter may ask as well.', zh: '柜台人员登录后也可使用。' }

const descriptionOf = (name: OperationName): string => {
  const { access } = operations[name]
  const said = [summaries[name].more, asked[access], access === 'partner' && securityOf(name).length > 1 && counterToo].filter((one) => !!one)
  return `${said.map(({ en }) => en).join(' ')}\n\n${said.map(({ zh }) => zh).join('')}`
}

/** `card/reportLoss` as a name in code. */
const idOf = (name: OperationName) => name.replace(/\/(.)/, (_, first: string) => first.toUpperCase())

const operationOf = (name: OperationName, schemas: Schemas): Json => {
  const { request, data } = schemas.of(name)
  const { en, zh } = summaries[name]
  return {
    operationId: idOf(name),
    tags: [operations[name].function],
    summary: `${en} · ${zh}`,
    description: descriptionOf(name),
    security: securityOf(name),
    requestBody: { required: true, content: { 'application/json': { schema: request, example: examples[name].request } } },
    responses: { 200: good(data, examples[name].data), ...refusalsOf(operations[name]) },
  }
}

/** One path an operation. */
export const paths = (schemas: Schemas): Json =>
  Object.fromEntries((Object.keys(operations) as OperationName[]).map((name) => [`/${name}`, { post: operationOf(name, schemas) }]))
