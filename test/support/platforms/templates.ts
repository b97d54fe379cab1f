import type { MessageConfig, Template } from '../../../cloudfunctions/runtime/message-config'

/** The templates that an operator has set up at the played platforms, with fields named as WeChat and Alipay name theirs. */
const wechatFields = { thing1: 'what', time2: 'when', thing3: 'who', phrase4: 'door', thing5: 'next', character_string6: 'card' } as const
const alipayFields = { keyword1: 'what', keyword2: 'when', keyword3: 'next' } as const

const template = (id: string, fields: Template['fields']): Template => ({ id, page: 'pages/messages/index', language: 'zh', fields })

export const playedTemplates = {
  wechat: { cardChanged: template('played-wechat-changed', wechatFields), lapsesSoon: template('played-wechat-lapses', wechatFields) },
  alipay: { cardChanged: template('played-alipay-changed', alipayFields), lapsesSoon: template('played-alipay-lapses', alipayFields) },
} as const satisfies Pick<MessageConfig, 'wechat' | 'alipay'>

/** Each template's fields, by its id. */
export const fieldsById = (templates: (typeof playedTemplates)['wechat' | 'alipay']): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.values(templates).map(({ id, fields }) => [id, Object.keys(fields)]))
