import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Journal } from './journal'
import { isFields, type Fields } from './platform'
import type { Sandbox } from './sandbox'
import { setPath } from './set-path'
import type { Work } from './work'

/** An open page: what the built code registered, plus what the platform gives it. */
export interface Page extends Fields {
  readonly id: number
  route: string
  options: Record<string, string>
  data: Fields
  /** rises with each setData */
  version: number
}

interface SubPackage {
  root: string
  pages: string[]
}

interface AppJson {
  pages: string[]
  // the platforms take either spelling
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
}

// WeChat's limit
const deepest = 10

export interface PagesNeeds {
  dist: string
  sandbox: Sandbox
  journal: Journal
  work: Work
  /** the definition the last loaded page file registered */
  registered: () => Fields
}

/** The stack of open pages, with the life cycle both platforms share. */
export class Pages {
  readonly stack: Page[] = []
  private readonly known: string[]
  private readonly definitions = new Map<string, Fields>()
  private readonly changed = new Set<() => void>()
  private opened = 0

  constructor(private readonly needs: PagesNeeds) {
    const app = JSON.parse(readFileSync(path.join(needs.dist, 'app.json'), 'utf8')) as AppJson
    const inPackages = (app.subPackages ?? app.subpackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)))
    this.known = [...app.pages, ...inPackages]
  }

  get first(): string {
    return this.known[0] ?? ''
  }

  get top(): Page {
    const page = this.stack.at(-1)
    if (!page) throw new Error('noPage: no page is open; launch the mini-program first')
    return page
  }

  /** Calls back after every update or change of page, until the function it returns is called. */
  onChange(listener: () => void): () => void {
    this.changed.add(listener)
    return () => this.changed.delete(listener)
  }

  navigateTo(url: string): void {
    const page = this.create(url)
    if (this.stack.length >= deepest) throw new Error(`webview count limit exceed: ${deepest} pages are open`)
    this.call(this.stack.at(-1), 'onHide')
    this.open(page)
  }

  redirectTo(url: string): void {
    const page = this.create(url)
    this.close(1)
    this.open(page)
  }

  reLaunch(url: string): void {
    const page = this.create(url)
    this.close(this.stack.length)
    this.open(page)
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page')
    this.close(Math.min(delta, this.stack.length - 1))
    this.call(this.top, 'onShow')
    this.tell()
  }

  /** Calls a life-cycle method or handler of a page, if it has one; what it throws is recorded. */
  call(page: Page | undefined, method: string, ...args: unknown[]): unknown {
    const run = page?.[method]
    if (typeof run !== 'function') return undefined
    return this.needs.journal.guard(`${page?.route} ${method}`, () => Reflect.apply(run, page, args) as unknown)
  }

  private create(url: string): Page {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!this.known.includes(route)) throw new Error(`page "${route}" is not found`)
    const { sandbox } = this.needs
    const definition = this.definition(route)
    const page: Page = Object.assign(Object.create(null) as object, definition, {
      id: ++this.opened,
      route,
      __route__: route,
      options: sandbox.copy(parseQuery(query)),
      data: sandbox.copy(isFields(definition['data']) ? definition['data'] : {}),
      version: 0,
      $batchedUpdates: (run: () => void) => run(),
    })
    page['setData'] = (update: Fields, done?: () => void) => this.update(page, update, done)
    return page
  }

  private open(page: Page): void {
    this.stack.push(page)
    this.call(page, 'onLoad', page.options)
    this.call(page, 'onShow')
    const ready = this.needs.work.begin(`${page.route} onReady`)
    setImmediate(() => {
      this.call(page, 'onReady')
      ready()
    })
    this.tell()
  }

  private close(count: number): void {
    for (const page of this.stack.splice(this.stack.length - count, count).reverse()) this.call(page, 'onUnload')
  }

  private definition(route: string): Fields {
    const known = this.definitions.get(route)
    if (known) return known
    const { sandbox, dist, registered } = this.needs
    sandbox.require(path.join(dist, route))
    const definition = registered()
    this.definitions.set(route, definition)
    return definition
  }

  private update(page: Page, update: Fields, done?: () => void): void {
    const { sandbox, journal, work } = this.needs
    journal.setData.push({ page: page.route, bytes: Buffer.byteLength(JSON.stringify(update)) })
    for (const [key, value] of Object.entries(update)) setPath(page.data, key, sandbox.copy(value))
    page.version += 1
    const finished = work.begin(`setData of ${page.route}`)
    setImmediate(() => {
      if (done) journal.guard('setData callback', () => Reflect.apply(done, page, []))
      finished()
    })
    this.tell()
  }

  private tell(): void {
    for (const listener of this.changed) listener()
  }
}

/** Both platforms hand the query over as it was written, without decoding it. */
function parseQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
}
