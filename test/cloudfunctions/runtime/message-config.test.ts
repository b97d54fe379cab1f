import * as v from 'valibot'
import { ConfigError } from '../../../cloudfunctions/runtime/config-error'
import { messageSettings, messagesFrom } from '../../../cloudfunctions/runtime/message-config'

const both = { wechat: true, alipay: true }
const read = (given: NodeJS.ProcessEnv, isSetUp = both) => messagesFrom(v.parse(v.object(messageSettings), given), isSetUp)
const fields = { thing1: 'what', time2: 'when' }

test('what is not set up sends nothing', () => {
  expect(read({}, { wechat: false, alipay: false })).toEqual({ wechat: {}, alipay: {}, sms: null })
})

test('templates are what the platform calls them, in Chinese and open the messages unless told otherwise', () => {
  const lapsesSoon = { id: 'b', page: 'pages/home/index', language: 'en', fields }
  expect(read({ WECHAT_TEMPLATES: JSON.stringify({ cardChanged: { id: 'a', fields }, lapsesSoon }) }).wechat).toEqual({
    cardChanged: { id: 'a', page: 'pages/messages/index', language: 'zh', fields }, lapsesSoon,
  })
})

test.each([
  [{ WECHAT_TEMPLATES: '{' }, 'WECHAT_TEMPLATES must be JSON of templates as docs/messages.md shows: as it stands it cannot be read.'],
  [{ ALIPAY_TEMPLATES: '{"cardChanged":{"id":"a","fields":{"keyword1":"name"}}}' }, 'ALIPAY_TEMPLATES must be JSON of templates as docs/messages.md shows: look at cardChanged.fields.keyword1.'],
  [{ WECHAT_TEMPLATES: '{"other":{}}' }, 'look at other'],
  [{ WECHAT_TEMPLATES: '{"cardChanged":{"fields":{}}}' }, 'look at cardChanged.id'],
  [{ SMS_URL: 'http://sms.example' }, 'SMS_URL must be an https:// address.'],
  [{ SMS_URL: 'sms' }, 'SMS_URL must be an https:// address.'],
  [{ SMS_URL: 'https://sms.example' }, 'SMS_TOKEN is not set, though SMS_URL is.'],
])('a fault names the setting: %#', (given, sentence) => {
  const refused = () => read(given)
  expect(refused).toThrow(ConfigError)
  expect(refused).toThrow(sentence)
})

test.each([['WECHAT_TEMPLATES', 'WECHAT_APP_ID'], ['ALIPAY_TEMPLATES', 'ALIPAY_APP_ID']])('%s is nothing without %s', (name, needs) => {
  expect(() => read({ [name]: '{}' }, { wechat: false, alipay: false })).toThrow(`${name} is set, though ${needs} is not.`)
})

test('a provider of SMS is asked under a certificate, or on this machine', () => {
  for (const url of ['https://sms.example/send', 'http://127.0.0.1:9/sms']) expect(read({ SMS_URL: url, SMS_TOKEN: 't' }).sms).toEqual({ url, token: 't' })
})
