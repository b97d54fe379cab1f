import { JSDOM } from 'jsdom'

import type { Page, Pages } from '../pages'
import type { Binding, Renderer, ViewNode } from './node'

/** The page on top as a document, so that selectors and texts can be asked of it. */
export class Screen {
  private readonly document = new JSDOM('<!doctype html>').window.document
  private bindings = new WeakMap<Element, Map<string, Binding>>()
  private readonly named = new Map<string, Element>()
  private shown = ''

  constructor(
    private readonly pages: Pages,
    private readonly render: Renderer,
  ) {}

  /** The `page` element, as of the last update. */
  get root(): Element {
    this.refresh()
    return this.document.body.firstElementChild ?? this.document.body
  }

  find(selector: string, within: Element = this.root): Element | null {
    return selector === 'page' ? this.root : within.querySelector(selector)
  }

  findAll(selector: string, within: Element = this.root): Element[] {
    return selector === 'page' ? [this.root] : [...within.querySelectorAll(selector)]
  }

  /** The element with this `data-sid`, Taro's name for it. */
  bySid(sid: string): Element | undefined {
    this.refresh()
    return this.named.get(sid)
  }

  binding(element: Element, event: string): Binding | undefined {
    return this.bindings.get(element)?.get(event.toLowerCase())
  }

  private refresh(): void {
    const { top } = this.pages
    const state = `${top.id}.${top.version}`
    if (state !== this.shown) this.draw(top)
    this.shown = state
  }

  private draw(page: Page): void {
    this.bindings = new WeakMap()
    this.named.clear()
    this.document.body.replaceChildren(this.build(this.render(page)))
  }

  private build(node: ViewNode): Element {
    const element = this.document.createElement(node.tag)
    for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value)
    const sid = node.attributes['data-sid']
    if (sid !== undefined) this.named.set(sid, element)
    element.append(...node.children.map((child) => (typeof child === 'string' ? child : this.build(child))))
    this.bindings.set(element, node.bindings)
    return element
  }
}
