// elements that stand in a line of text; all others begin a line of their own, as in a browser's innerText
const inline = new Set(['text', 'span', 'label'])

function isHidden(element: Element): boolean {
  return element.getAttribute('hidden') === 'true' || /display:\s*none/.test(element.getAttribute('style') ?? '')
}

/** The text a person can read in the element, one line for each block. */
export function innerText(element: Element): string {
  const read = (node: Node): string => {
    if (node.nodeType === node.TEXT_NODE) return node.textContent ?? ''
    const child = node as Element
    if (isHidden(child)) return ''
    const inside = [...child.childNodes].map(read).join('')
    return inline.has(child.localName) ? inside : `\n${inside}\n`
  }
  return read(element).replace(/\n+/g, '\n').trim()
}
