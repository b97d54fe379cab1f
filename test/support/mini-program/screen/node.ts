/** A handler of the page, as a template binds it to an event. */
export interface Binding {
  handler: string
  /** stops the event here */
  catches: boolean
}

/** One element of a rendered page, the same for both platforms. Event names are in lower case. */
export interface ViewNode {
  tag: string
  attributes: Record<string, string>
  bindings: Map<string, Binding>
  children: (ViewNode | string)[]
}

export type Renderer = (page: { route: string; data: Record<string, unknown> }) => ViewNode

// WeChat: bindtap, bind:tap, catchtap; Alipay: onTap, catchTap
const bound = /^(bind|catch|on):?([a-z]+)$/i

/** Sorts what a template writes on an element into attributes and event bindings. */
export function viewNode(tag: string, written: Record<string, unknown>, children: ViewNode['children']): ViewNode {
  const node: ViewNode = { tag, attributes: {}, bindings: new Map(), children }
  for (const [name, value] of Object.entries(written)) {
    const [, kind, event] = bound.exec(name) ?? []
    if (kind && event) {
      if (value) node.bindings.set(event.toLowerCase(), { handler: String(value), catches: kind.toLowerCase() === 'catch' })
    } else if (value !== undefined && value !== null && typeof value !== 'object') {
      node.attributes[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] = String(value)
    }
  }
  return node
}
