import * as v from 'valibot'
import { messageTemplates, type MessageTemplate } from '@/contract/leave'
import { ConfigError, together } from './config-error'

export const messageValues = ['what', 'when', 'who', 'door', 'next', 'hotline', 'card'] as const
/** What a template's field can be filled with: what happened, when, by whom, from where, what to do next, whom to call, the card's last digits. */
export type MessageValue = (typeof messageValues)[number]

const template = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\S{1,64}$/)),
  /** The page that a tap on the message opens. */
  page: v.optional(v.pipe(v.string(), v.regex(/^[\w/-]{1,128}$/)), 'pages/messages/index'),
  language: v.optional(v.picklist(['zh', 'en']), 'zh'),
  /** The platform's own name of each field, and what it is filled with. */
  fields: v.record(v.pipe(v.string(), v.regex(/^\w{1,32}$/)), v.picklist(messageValues)),
})
/** A platform's template, as an operator set it up there. */
export type Template = v.InferOutput<typeof template>
export type Templates = { readonly [Name in MessageTemplate]?: Template | undefined }

export interface SmsConfig {
  readonly url: string
  readonly token: string
}

/** What can be sent, and where; a platform without templates sends nothing. */
export interface MessageConfig {
  readonly wechat: Templates
  readonly alipay: Templates
  readonly sms: SmsConfig | null
}

export const messageSettings = {
  WECHAT_TEMPLATES: v.optional(v.string()),
  ALIPAY_TEMPLATES: v.optional(v.string()),
  SMS_URL: v.optional(v.string()),
  SMS_TOKEN: v.optional(v.string()),
}
type Settings = v.InferOutput<v.ObjectSchema<typeof messageSettings, undefined>>

const templates = v.pipe(v.string(), v.parseJson(), v.strictObject(v.entriesFromList(messageTemplates, v.optional(template))))

/** The place in the setting that is wrong, and never what stands there. */
const whereIn = (issue: v.BaseIssue<unknown>): string => {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.')
  return path === '' ? 'as it stands it cannot be read' : `look at ${path}`
}

const templatesFrom = (name: 'WECHAT_TEMPLATES' | 'ALIPAY_TEMPLATES', given: Settings, platform: string, isSetUp: boolean): Templates => {
  const text = given[name]
  if (!text) return {}
  if (!isSetUp) throw new ConfigError(`${name} is set, though ${platform} is not.`)
  const parsed = v.safeParse(templates, text)
  if (!parsed.success) throw new ConfigError(`${name} must be JSON of templates as docs/messages.md shows: ${whereIn(parsed.issues[0])}.`)
  return parsed.output
}

/** What is sent there is personal: it goes to this machine, or under a certificate. */
const isSmsUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname)))
}

const smsFrom = ({ SMS_URL: url, SMS_TOKEN: token }: Settings): SmsConfig | null => {
  if (!url) return null
  if (!isSmsUrl(url)) throw new ConfigError('SMS_URL must be an https:// address.')
  if (!token) throw new ConfigError('SMS_TOKEN is not set, though SMS_URL is.')
  return { url, token }
}

/** What messages are sent by. Throws a ConfigError that names the settings at fault. */
export const messagesFrom = (given: Settings, isSetUp: { readonly wechat: boolean; readonly alipay: boolean }): MessageConfig => {
  const [wechat, alipay, sms] = together(
    () => templatesFrom('WECHAT_TEMPLATES', given, 'WECHAT_APP_ID', isSetUp.wechat),
    () => templatesFrom('ALIPAY_TEMPLATES', given, 'ALIPAY_APP_ID', isSetUp.alipay),
    () => smsFrom(given),
  )
  return { wechat, alipay, sms }
}
