import { functionNames, type FunctionName } from '@/contract'
import { paths } from './paths'
import { refusals, responseHeaders } from './responses'
import { schemas, type Json } from './schemas'
import { securitySchemes } from './security'

const tags: Readonly<Record<FunctionName, string>> = {
  session: 'Signing in, identity checks, whose account it is · 登录、身份核验与账号',
  person: 'A person: family, proxies, messages, their own data · 本人：家人、代办、消息与个人数据',
  card: 'Cards, for their holders and who acts for them · 社保卡（持卡人及代办人）',
  reissue: 'From lost to working again: reissue, collection, activation · 补换卡、领卡与启用',
  outlets: 'Outlets, banks and the rules of a city · 网点、银行与城市规则',
  channel: 'What partners do: banks, counters, terminals, 12333, Tianfu Citizen Cloud · 合作渠道',
  counter: 'Staff at a counter’s page · 柜台人员',
}

const about = `Every operation is a POST with a JSON body of at most 64 KB (448 KB with a photo), and answers \`{"ok":true,"data":…}\` or
\`{"ok":false,"error":{"code","message","details"}}\` with the fitting status. The codes are a closed list.

**Retries.** An answer that does not come, a 500 or a 503 says nothing about whether it was done. Send the same body again with the same
\`idempotencyKey\`: nothing is done twice, and the first answer comes again.

**重试。** 无应答、500 或 503 均不表示是否已办理。请以相同内容和相同 \`idempotencyKey\` 重发：不会重复办理，并得到首次的答复。`

/** The API as an OpenAPI 3.1 document, made of the contract alone. */
export const openApi = (): Json => {
  const converted = schemas()
  return {
    openapi: '3.1.0',
    info: { title: 'Lost card · 社保卡挂失', version: '1', description: about },
    servers: [{ url: '/', description: 'Where this document is served.' }],
    tags: functionNames.map((name) => ({ name, description: tags[name] })),
    paths: paths(converted),
    components: { schemas: converted.named, responses: refusals(), headers: responseHeaders, securitySchemes },
  }
}
