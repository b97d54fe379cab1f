import type { Browser } from 'playwright-core'
import { openCity, type City } from '../e2e/city'
import { openBrowser } from '../support/browser'
import { Visitor, type Door } from './visitor'

jest.setTimeout(300_000)

/** The demo city and a browser, once for all tests of a file. */
export interface Preview {
  readonly city: City
  readonly browser: Browser
  /** Somebody in front of the preview, signed in where a name is given. */
  arrive(name?: string, how?: { readonly door?: Door; readonly size?: { readonly width: number; readonly height: number } }): Promise<Visitor>
}

/** Opens both before a file's tests, and closes them after. */
export const openPreview = (): Preview => {
  const opened: { city?: City; browser?: Browser } = {}
  const there = <Name extends keyof typeof opened>(name: Name): NonNullable<(typeof opened)[Name]> => {
    const one = opened[name]
    if (!one) throw new Error(`the ${name} is open only while tests run`)
    return one
  }
  beforeAll(async () => {
    [opened.city, opened.browser] = await Promise.all([openCity(), openBrowser()])
  })
  afterAll(async () => {
    await Promise.all([opened.browser?.close(), opened.city?.close()])
  })
  return {
    get city() { return there('city') },
    get browser() { return there('browser') },
    async arrive(name, { door = '微信', size } = {}) {
      const visitor = await Visitor.arrive(there('browser'), there('city').address, size)
      if (name) await visitor.signIn(name, door)
      return visitor
    },
  }
}
