/**
 * What is wrong with the layout of the page in front, as words: wider than the window, words cut off or over one another,
 * something to tap that is smaller than `smallest` (CSS px). Runs inside the browser and knows nothing of this file.
 */
export const faultsInLayout = (smallest: number): string[] => {
  const fronts = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter((one) => one.offsetHeight > 0)
  const front = fronts.at(-1) ?? document.body
  // half a pixel is rounding
  const slack = 0.5
  const all = [...front.querySelectorAll<HTMLElement>('*')].filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible')
  const name = (one: HTMLElement) => `${one.className} “${one.innerText.slice(0, 20)}”`

  const { scrollWidth, clientWidth } = document.documentElement
  const wide = scrollWidth > clientWidth ? [`${scrollWidth} wide in ${clientWidth}`] : []
  const sideways = all.filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map((one) => `scrolls sideways: ${name(one)}`)

  /** The room of a text's letters: a line's own box is taller than they are, and may well reach into the next. */
  const lettersOf = (one: HTMLElement, node: Node): DOMRect => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const { x, y, width, height } = range.getBoundingClientRect()
    const air = ((range.getClientRects()[0]?.height ?? 0) - parseFloat(getComputedStyle(one).fontSize)) / 2
    return new DOMRect(x, y + air, width, height - 2 * air)
  }
  const texts = all.flatMap((one) => [...one.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    .map((node) => ({ one, rect: lettersOf(one, node) }))).filter(({ rect }) => rect.width > 1 && rect.height > 1)

  const cut = texts.filter(({ one, rect }) => {
    const clips = getComputedStyle(one).overflowX !== 'visible'
    const box = ((!clips && one.closest('.tap, .card, .sheet')) || one).getBoundingClientRect()
    return rect.left < box.left - slack || rect.right > box.right + slack || rect.top < box.top - slack || rect.bottom > box.bottom + slack
  }).map(({ one }) => `cut off: ${name(one)}`)

  const meet = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  // words of one card, row or button; what lies over the page on purpose, a dialog or the dock, is none of them
  const groups = ['.card', '.tap', '.task', '.notice', '.summary', '.bar-in']
  const over = groups.flatMap((group) => [...front.querySelectorAll<HTMLElement>(group)].flatMap((one) => {
    const inside = texts.filter((text) => one.contains(text.one))
    return inside.flatMap((a, index) => inside.slice(index + 1).filter((b) => a.one !== b.one && meet(a.rect, b.rect))
      .map((b) => `over one another: ${name(a.one)} and ${name(b.one)}`))
  }))

  const small = all.filter((one) => one.matches('[role=button], [role=radio], [role=checkbox], [role=link], a, button, input'))
    .filter((one) => one.getBoundingClientRect().width < smallest - slack || one.getBoundingClientRect().height < smallest - slack)
    .map((one) => `smaller than ${smallest}: ${name(one)} ${Math.round(one.getBoundingClientRect().width)}×${Math.round(one.getBoundingClientRect().height)}`)

  return [...wide, ...sideways, ...cut, ...over, ...small]
}
