import { locate as onAlipay } from '@/platform/location'
import * as h5 from '@/platform/location.h5'
import * as weapp from '@/platform/location.weapp'
import { waitForPlace } from '@/platform/whereabouts'
import { phone } from '../support/taro/phone'

const place = { latitude: 30.66, longitude: 104.06 }

beforeEach(() => phone.reset())

const later = async (ask: () => Promise<unknown>): Promise<unknown> => {
  jest.useFakeTimers()
  const answer = ask()
  await jest.advanceTimersByTimeAsync(waitForPlace)
  jest.useRealTimers()
  return answer
}

describe('on WeChat', () => {
  test('the place is in China’s system', async () => {
    phone.askPlace = () => Promise.resolve({ ...place, accuracy: 65 })
    expect(await weapp.locate()).toEqual({ point: place, system: 'gcj02' })
  })

  test.each([
    ['getFuzzyLocation:fail auth deny', 'refused'],
    ['getFuzzyLocation:fail:auth denied', 'refused'],
    ['getFuzzyLocation:fail privacy permission is not authorized', 'refused'],
    ['getFuzzyLocation:fail system permission denied', 'refused'],
    ['getFuzzyLocation:fail timeout', 'timedOut'],
    ['getFuzzyLocation:fail:ERROR_NETWORK', 'absent'],
  ])('%s means %s', async (errMsg, missing) => {
    phone.askPlace = () => Promise.reject({ errMsg })
    expect(await weapp.locate()).toEqual({ missing })
  })

  test('no answer is one, after a while', async () => {
    phone.askPlace = () => new Promise(() => undefined)
    expect(await later(weapp.locate)).toEqual({ missing: 'timedOut' })
  })
})

describe('on Alipay', () => {
  test('the place is in China’s system, also where it comes as text', async () => {
    phone.askPlace = () => Promise.resolve({ latitude: '30.66', longitude: '104.06' } as unknown as typeof place)
    expect(await onAlipay()).toEqual({ point: place, system: 'gcj02' })
  })

  test.each([[11, 'refused'], [2001, 'refused'], [12, 'absent'], [13, 'timedOut']])('error %s means %s', async (error, missing) => {
    phone.askPlace = () => Promise.reject({ error })
    expect(await onAlipay()).toEqual({ missing })
  })
})

describe('in a browser', () => {
  const browser = (getCurrentPosition: (found: (position: object) => void, failed: (error: { code: number }) => void) => void) =>
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } })

  test('the place is in the world’s system', async () => {
    browser((found) => found({ coords: { ...place, accuracy: 10 } }))
    expect(await h5.locate()).toEqual({ point: place, system: 'wgs84' })
  })

  test.each([[1, 'refused'], [2, 'absent'], [3, 'timedOut']])('error %s means %s', async (code, missing) => {
    browser((_found, failed) => failed({ code }))
    expect(await h5.locate()).toEqual({ missing })
  })

  test('a browser without any says so', async () => {
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: undefined })
    expect(await h5.locate()).toEqual({ missing: 'absent' })
  })
})
