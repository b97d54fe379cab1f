import { showTheWay } from '@/platform/directions'
import { showTheWay as inBrowser } from '@/platform/directions.h5'
import { isWide, onWideChange } from '@/platform/wide'
import * as wideH5 from '@/platform/wide.h5'
import { phone } from '../support/taro/phone'

const outlet = { name: '示例网点', address: '示例路1号', point: { latitude: 30.66, longitude: 104.06 } }

beforeEach(() => phone.reset())

test('a phone shows the outlet on its own map', async () => {
  await showTheWay(outlet)
  expect(phone.mapped).toEqual([{ name: '示例网点', latitude: 30.66, longitude: 104.06 }])
})

test('a browser opens a map’s page that learns the outlet and nothing else', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null)
  await inBrowser(outlet)
  const [[url, , features] = []] = opened.mock.calls
  opened.mockRestore()
  expect(Object.fromEntries(new URL(String(url)).searchParams)).toEqual({ position: '104.06,30.66', name: '示例网点', coordinate: 'wgs84', callnative: '1' })
  expect(features).toBe('noopener,noreferrer')
})

describe('room for list and map side by side', () => {
  test('a phone has none', () => {
    expect(isWide()).toBe(false)
    expect(onWideChange(() => undefined)()).toBeUndefined()
  })

  test('a browser has it from 900 pixels on, and says when that changes', () => {
    const listeners = new Set<() => void>()
    const query = { matches: true, addEventListener: (_: string, tell: () => void) => listeners.add(tell), removeEventListener: (_: string, tell: () => void) => listeners.delete(tell) }
    const asked: string[] = []
    Object.defineProperty(window, 'matchMedia', { configurable: true, value: (media: string) => (asked.push(media), query) })
    const told = jest.fn()
    const stop = wideH5.onWideChange(told)
    listeners.forEach((tell) => tell())
    stop()
    expect(told).toHaveBeenCalledTimes(1)
    expect(listeners.size).toBe(0)
    expect(wideH5.isWide()).toBe(true)
    expect(new Set(asked)).toEqual(new Set(['(min-width: 900px)']))
  })
})

test('each platform is told beforehand what may be asked for, in the terms it knows; a browser nothing', async () => {
  const configOf = async (platform: string) => {
    process.env['TARO_ENV'] = platform
    let config: object = {}
    await jest.isolateModulesAsync(async () => {
      config = (await import('@/platform/privacy-config')).privacyConfig
    })
    delete process.env['TARO_ENV']
    return config
  }
  const scopesOf = (config: object) => Object.keys((config as { permission: object }).permission)
  const ofWeChat = await configOf('weapp')
  expect(ofWeChat).toMatchObject({ requiredPrivateInfos: ['getFuzzyLocation'], __usePrivacyCheck__: true })
  expect(scopesOf(ofWeChat)).toEqual(['scope.userFuzzyLocation'])
  expect(scopesOf(await configOf('alipay'))).toEqual(['scope.userLocation', 'scope.album', 'scope.camera', 'scope.writePhotosAlbum'])
  expect(await configOf('h5')).toEqual({})
})
