import * as v from 'valibot'
import { ConfigError } from '../../../cloudfunctions/runtime/config-error'
import { platformSettings, platformsFrom, type PlatformConfig } from '../../../cloudfunctions/runtime/platform-config'

const read = (given: NodeJS.ProcessEnv): PlatformConfig => platformsFrom(v.parse(v.object(platformSettings), given))
const wechat = { WECHAT_APP_ID: 'wx0', WECHAT_SECRET: 'the-secret' }
const alipay = { ALIPAY_APP_ID: '2021', ALIPAY_PRIVATE_KEY: 'private-line', ALIPAY_PUBLIC_KEY: 'public-line' }

test('a platform that is not set up is null', () => {
  expect(read({})).toEqual({ wechat: null, alipay: null })
  expect(read({ WECHAT_APP_ID: '', ALIPAY_APP_ID: '' })).toEqual({ wechat: null, alipay: null })
})

test('one that is set up is asked where it really is, unless told otherwise', () => {
  expect(read({ ...wechat, ...alipay })).toEqual({
    wechat: { appId: 'wx0', secret: 'the-secret', api: 'https://api.weixin.qq.com' },
    alipay: { appId: '2021', privateKey: 'private-line', publicKey: 'public-line', gateway: 'https://openapi.alipay.com/gateway.do' },
  })
  const elsewhere = read({ ...wechat, ...alipay, WECHAT_API: 'http://127.0.0.1:9/', ALIPAY_GATEWAY: 'http://127.0.0.1:9/gateway.do' })
  expect([elsewhere.wechat?.api, elsewhere.alipay?.gateway]).toEqual(['http://127.0.0.1:9', 'http://127.0.0.1:9/gateway.do'])
})

test.each([
  [{ ...wechat, WECHAT_SECRET: undefined }, 'WECHAT_SECRET is not set, though WECHAT_APP_ID is.'],
  [{ ...alipay, ALIPAY_PRIVATE_KEY: '' }, 'ALIPAY_PRIVATE_KEY is not set, though ALIPAY_APP_ID is.'],
  [{ ...alipay, ALIPAY_PUBLIC_KEY: undefined }, 'ALIPAY_PUBLIC_KEY is not set, though ALIPAY_APP_ID is.'],
  [{ ...alipay, ALIPAY_PUBLIC_KEY: '' }, 'ALIPAY_PUBLIC_KEY is not set, though ALIPAY_APP_ID is.'],
])('one that is set up by half is refused: %#', (given, sentence) => {
  const refused = () => read(given)
  expect(refused).toThrow(ConfigError)
  expect(refused).toThrow(sentence)
})

test.each(['WECHAT_API', 'ALIPAY_GATEWAY'])('%s must be an address', (name) => {
  expect(() => read({ [name]: 'api.weixin.qq.com' })).toThrow('must be a web address')
})
