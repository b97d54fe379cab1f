import type { Browser, Locator, Page } from 'playwright-core'
import { openPage } from '../support/browser'
import { barriersOn } from '../support/look/barriers'

export type Door = '微信' | '支付宝'

/** A citizen in front of the browser preview: taps what the screen says, and waits until it says what is expected. */
export class Visitor {
  private constructor(readonly page: Page, readonly complaints: string[]) {}

  static async arrive(browser: Browser, address: string, size?: { width: number; height: number }): Promise<Visitor> {
    const { page, complaints } = await openPage(browser, address, size)
    return new Visitor(page, complaints)
  }

  /** Signs in as a demo citizen through one of the doors. */
  async signIn(name: string, door: Door): Promise<void> {
    await this.tap('查我的卡，去挂失')
    await this.tap('同意，去登录')
    await this.sees('先选一位演示公民')
    await this.tap(door)
    await this.tap(name)
  }

  /** Taps the first visible thing that says these words, alone or among others. */
  async tap(words: string): Promise<void> {
    await this.here().getByText(words).filter({ visible: true }).first().click()
  }

  /** Taps what says just these words. */
  async tapExactly(words: string): Promise<void> {
    await this.here().getByText(words, { exact: true }).filter({ visible: true }).last().click()
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.here().getByText(words).filter({ visible: true }).first().waitFor()
  }

  /** Waits until nothing visible says these words any more. */
  async gone(words: string): Promise<void> {
    await this.here().getByText(words).filter({ visible: true }).first().waitFor({ state: 'hidden' })
  }

  /** Everything the page in front says. */
  text(): Promise<string> {
    return this.here().innerText()
  }

  /** A step that leads to words, and a screen that anyone can use. */
  async step(tap: string, words: string | RegExp): Promise<void> {
    await this.tapExactly(tap)
    await this.sees(words)
    expect(await this.barriers()).toEqual([])
  }

  /** The same through an identity check, whose result is played. */
  async check(then: string | RegExp, result: '通过' | '没通过' | '中途退出' | '还没有结果' = '通过'): Promise<void> {
    await this.tap('同意，开始演示核对')
    await this.sees('这次核对的结果是')
    await this.tapExactly(result)
    await this.tap('用这个结果继续')
    await this.sees(then)
  }

  /** Types into a field, in place of what stands there. */
  async fill(label: string, words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).locator('visible=true').last().fill(words)
  }

  /** What would keep someone from using the page in front. */
  barriers(): Promise<string[]> {
    return barriersOn(this.page)
  }

  /** Puts a token that no longer counts in place of the kept one. */
  async spoilToken(): Promise<void> {
    await this.page.evaluate(() => {
      for (const [key, value] of Object.entries(localStorage)) {
        if (value.includes('token')) localStorage.setItem(key, value.replace(/(token\W+)[\w.-]+/, '$1spoilt'))
      }
    })
  }

  /** Opens a page by its address inside the app. */
  async goTo(route: string): Promise<void> {
    await this.page.evaluate((hash) => { location.hash = hash }, route)
  }

  /** Nothing went wrong in the page, unless it was meant to. */
  async leave({ complaining = false } = {}): Promise<void> {
    if (!complaining) expect(this.complaints).toEqual([])
    await this.page.context().close()
  }

  private here(): Locator {
    return this.page.locator('.taro_page:visible').last()
  }
}
