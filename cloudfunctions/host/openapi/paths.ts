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
  partner: { en: 'For a partner that was given leave for it, each request signed; or, where a cookie is named below, for staff at a counter.', zh: '合作方须获准使用并对每个请求签名；下方列有 Cookie 的，柜台人员登录后也可使用。' },
  staff: { en: 'For staff who are signed in at a counter.', zh: '须柜台人员登录。' },
}

const descriptionOf = (name: OperationName): string => {
  const { more } = summaries[name]
  const { en, zh } = asked[operations[name].access]
  return [...(more ? [`${more.en} ${en}`, `${more.zh}${zh}`] : [en, zh])].join('\n\n')
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
