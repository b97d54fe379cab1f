import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import type Element from 'miniprogram-automator/out/Element'

import type { Host } from '../support/mini-program'

// what a person can tap; automator's `text()` of any of them includes what is inside
const tappable = 'button,text,view,label,navigator,switch,checkbox,radio'

const pollMs = 200
const usualLimitMs = 10_000

interface Logged {
  type: string
  args: unknown[]
}

/** A mini-program as a citizen uses it: by what the screen says. Works alike in our host and in the real DevTools. */
export class Phone {
  private readonly complaints: string[] = []

  constructor(
    readonly miniProgram: MiniProgram,
    private readonly running: Host | undefined,
    readonly close: () => Promise<void>,
  ) {
    if (running) return
    miniProgram.on('console', ({ type, args }: Logged) => {
      if (type === 'error') this.complaints.push(args.map(String).join(' '))
    })
    miniProgram.on('exception', (thrown: unknown) => this.complaints.push(JSON.stringify(thrown)))
  }

  /** The host, for what only it can do: cut the network, hold answers back, hide the app, count updates. */
  get host(): Host {
    if (!this.running) throw new Error('noHost: this works only in our host, not in DevTools')
    return this.running
  }

  /** Uncaught errors, unhandled rejections, console.error and unknown APIs so far. */
  errors(): string[] {
    return this.running ? [...this.running.journal.errors] : [...this.complaints]
  }

  async page(): Promise<Page> {
    const page = await this.miniProgram.currentPage()
    if (!page) throw new Error('noPage: the mini-program shows no page')
    return page
  }

  /** The path of the page on top, without its query. */
  async path(): Promise<string> {
    return (await this.page()).path
  }

  /** Everything the page says, a line for each block. */
  async text(): Promise<string> {
    return (await this.element('page')).text()
  }

  /** The first element a selector finds; refuses when there is none. */
  async element(selector: string): Promise<Element> {
    const found = await (await this.page()).$(selector)
    if (!found) throw new Error(`noElement: nothing on the page matches ${selector}`)
    return found
  }

  async tap(selector: string): Promise<void> {
    await (await this.element(selector)).tap()
  }

  /** The first thing that says exactly this; else the smallest that contains it. Refuses with what the screen says. */
  async find(words: string): Promise<Element> {
    const said = await readAll(await this.page())
    const containing = said.filter(({ text }) => text.includes(words))
    const shortest = Math.min(...containing.map(({ text }) => text.length))
    const found = said.find(({ text }) => text === words) ?? containing.find(({ text }) => text.length === shortest)
    if (!found) throw new Error(`noText: the screen does not say "${words}"; it says:\n${await this.text()}`)
    // what lies inside and says the same: the innermost, since a tap goes outwards
    const inside = (await readAll(found.element)).filter(({ text }) => text === found.text)
    return inside.at(-1)?.element ?? found.element
  }

  async tapText(words: string): Promise<void> {
    await (await this.find(words)).tap()
  }

  /** The last of several that say exactly this. */
  async tapLast(words: string): Promise<void> {
    const said = (await readAll(await this.page())).filter(({ text }) => text === words).at(-1)
    if (!said) throw new Error(`noText: the screen does not say "${words}"; it says:\n${await this.text()}`)
    await said.element.tap()
  }

  /** Types into a field, the first or a later one that a selector finds, in place of what stands there. */
  async fill(selector: string, value: string, which = 0): Promise<void> {
    const field = (await (await this.page()).$$(selector))[which]
    if (!field) throw new Error(`noElement: nothing on the page matches ${selector}`)
    if (!('input' in field) || typeof field.input !== 'function') throw new Error(`noField: ${selector} is a ${field.tagName}`)
    await (field.input as (text: string) => Promise<void>)(value)
  }

  /** Waits until the screen says this, ms at most. */
  async waitForText(words: string | RegExp, limitMs: number = usualLimitMs): Promise<void> {
    const says = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text))
    if (this.running) {
      await this.running.until(() => says(this.running?.text() ?? ''), `"${words}"`, limitMs)
      return
    }
    const deadline = Date.now() + limitMs
    while (!says(await this.text())) {
      if (Date.now() > deadline) throw new Error(`neverCame: "${words}" did not come within ${limitMs} ms; the screen says:\n${await this.text()}`)
      await (await this.page()).waitFor(pollMs)
    }
  }

  /** The platform's back key. */
  async back(): Promise<void> {
    await this.miniProgram.callWxMethod('navigateBack', { delta: 1 })
  }

  /** Answers the platform's open dialog with its first button, or with cancel. */
  async answerDialog(answer: 'confirm' | 'cancel'): Promise<void> {
    const native = this.miniProgram.native()
    await (answer === 'confirm' ? native.confirmModal() : native.cancelModal())
  }
}

async function readAll(within: Page | Element): Promise<{ element: Element; text: string }[]> {
  const elements = (await within.$$(tappable)) as Element[]
  return Promise.all(elements.map(async (element) => ({ element, text: (await element.text()).trim() })))
}
