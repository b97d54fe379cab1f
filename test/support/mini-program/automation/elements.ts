import type { Screen } from '../screen/screen'

/** Names elements for the protocol, and finds them again after the page was drawn anew. */
export class Elements {
  private readonly unnamed = new Map<string, Element>()

  constructor(private readonly screen: Screen) {}

  reference(element: Element | null, selector: string): { elementId: string; tagName: string } {
    if (!element) throw new Error(`noElement: nothing on the page matches ${selector}`)
    return { elementId: this.name(element), tagName: element.localName }
  }

  get(elementId: string): Element {
    const found = elementId === 'page' ? this.screen.root : this.screen.bySid(elementId)
    const element = found ?? this.unnamed.get(elementId)
    if (!element) throw new Error(`goneElement: the element ${elementId} is no longer on the page`)
    return element
  }

  private name(element: Element): string {
    if (element.localName === 'page') return 'page'
    const sid = element.getAttribute('data-sid')
    if (sid) return sid
    const name = `unnamed-${this.unnamed.size}`
    this.unnamed.set(name, element)
    return name
  }
}
