import type { Pages } from '../pages'
import type { Sandbox } from '../sandbox'
import type { Screen } from './screen'

const bubbling = /^(tap|longtap|longpress|touch(start|move|end|cancel))$/

interface Stage {
  screen: Screen
  pages: Pages
  sandbox: Sandbox
}

/** Fires an event as the platform does: on the element, then on each ancestor that binds it, until one catches it. */
export function fire({ screen, pages, sandbox }: Stage, element: Element, type: string, detail: unknown = {}): void {
  const page = pages.top
  const bubbles = bubbling.test(type.toLowerCase())
  for (const target of bubbles ? lineage(element) : [element]) {
    if (target.getAttribute('disabled') === 'true') return
    const binding = screen.binding(target, type)
    if (!binding) continue
    const event = { type, timeStamp: Date.now(), detail, target: identify(element), currentTarget: identify(target), touches: [], changedTouches: [], mark: {} }
    pages.call(page, binding.handler, sandbox.copy(event))
    if (binding.catches) return
  }
}

function lineage(element: Element): Element[] {
  return element.parentElement ? [element, ...lineage(element.parentElement)] : [element]
}

function identify(element: Element) {
  return { id: element.id, dataset: { sid: element.getAttribute('data-sid') } }
}

/**
 * A tap with what the platform's own controls make of it: a switch turns, a checkbox or radio tells its group, a consent button consents.
 */
export function tap(stage: Stage, element: Element): void {
  fire(stage, element, 'tap')
  const control = element.closest('label')?.querySelector('checkbox,radio,switch') ?? element.closest('checkbox,radio,switch')
  if (control && control.getAttribute('disabled') !== 'true') change(stage, control)
  const button = element.closest('button')
  if (button?.getAttribute('open-type') === 'agreePrivacyAuthorization') fire(stage, button, 'agreeprivacyauthorization')
}

function change(stage: Stage, control: Element): void {
  const on = control.getAttribute('checked') !== 'true'
  if (control.localName === 'switch') {
    fire(stage, control, 'change', { value: on })
    return
  }
  const group = control.closest('checkbox-group,radio-group')
  if (!group) return
  const value = control.getAttribute('value') ?? ''
  if (control.localName === 'radio') {
    fire(stage, group, 'change', { value })
    return
  }
  const others = [...group.querySelectorAll('checkbox[checked=true]')].filter((box) => box !== control)
  const values = others.map((box) => box.getAttribute('value') ?? '')
  fire(stage, group, 'change', { value: on ? [...values, value] : values })
}
