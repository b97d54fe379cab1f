import * as v from 'valibot'
import type { PlatformTokens } from '../../repository/platform-token'
import type { Templates } from '../../runtime/message-config'
import type { WechatConfig } from '../../runtime/platform-config'
import { fieldsOf, outcomeOf, refused, type Messenger, type Outcome, type Outgoing } from '../messenger'
import { postOnce, Unheard } from '../post-once'
import { withAccessToken } from './access-token'
import { isBusy } from './errors'
import { asking, type Reply } from './http'

const languages = { zh: 'zh_CN', en: 'en_US' } as const
/** Whoever allowed one message has had it, or takes none any more. */
const notSubscribed = 43101

const said = v.pipe(v.string(), v.parseJson(), v.looseObject({ errcode: v.number() }))

/** Only a reply with a number is an answer: any other may stand for a message that was sent. */
const answerIn = (status: number, body: string): Reply => {
  const parsed = v.safeParse(said, status === 200 ? body : '')
  if (!parsed.success) throw new Unheard()
  return parsed.output
}

const meaningOf = ({ errcode }: Reply): Outcome => {
  if (errcode === 0) return { is: 'accepted' }
  if (isBusy(errcode)) return { is: 'busy' }
  return refused(errcode === notSubscribed ? 'notSubscribed' : `wechat:${errcode}`)
}

/** WeChat's subscribe message (`/cgi-bin/message/subscribe/send`): each was allowed once, and a second call would be a second message. */
export const wechatMessenger = (config: WechatConfig, templates: Templates, tokens: PlatformTokens, limitMs: number): Messenger => {
  const withToken = withAccessToken(asking(config.api, limitMs), config, tokens)
  const post = async (token: string, message: object): Promise<Reply> => {
    const url = new URL(`${config.api}/cgi-bin/message/subscribe/send?${new URLSearchParams({ access_token: token }).toString()}`)
    const { status, body } = await postOnce({ url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(message), limitMs })
    return answerIn(status, body)
  }
  return {
    send: async ({ to, template: name, texts }: Outgoing) => {
      const template = templates[name]
      if (!template) return refused('noTemplate')
      const { id, page, language } = template
      const message = { touser: to, template_id: id, page, lang: languages[language], miniprogram_state: 'formal', data: fieldsOf(template, texts) }
      return outcomeOf(withToken((token) => post(token, message)), meaningOf)
    },
  }
}
