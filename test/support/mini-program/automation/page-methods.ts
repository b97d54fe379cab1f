import type { Host } from '../host'
import { isFields } from '../platform'
import { innerText } from '../screen/inner-text'
import type { Method } from './app-methods'
import { Elements } from './elements'
import type { Params } from './params'

/** The protocol's `Page.` and `Element.` methods. */
export function pageMethods(host: Host): Record<string, Method> {
  const { screen } = host
  const elements = new Elements(screen)
  const element = (params: Params) => elements.get(params.text('elementId'))
  const one = (params: Params, within?: Element) => {
    const selector = params.text('selector')
    return elements.reference(screen.find(selector, within), selector)
  }
  const all = (params: Params, within?: Element) => {
    const selector = params.text('selector')
    return { elements: screen.findAll(selector, within).map((found) => elements.reference(found, selector)) }
  }
  const attributes = (params: Params) => params.texts('names').map((name) => element(params).getAttribute(name))
  return {
    'Page.getElement': (params) => one(params),
    'Page.getElements': (params) => all(params),
    'Page.getData': (params) => ({ data: follow(host.pages.top.data, params.optionalText('path')) }),
    'Page.callMethod': async (params) => {
      const result = await host.pages.call(host.pages.top, params.text('method'), ...params.list('args'))
      await host.settle()
      return { result }
    },
    'Element.getElement': (params) => one(params, element(params)),
    'Element.getElements': (params) => all(params, element(params)),
    'Element.tap': async (params) => void (await host.tap(element(params))),
    'Element.triggerEvent': async (params) => void (await host.fire(element(params), params.text('type'), params.raw('detail'))),
    'Element.touchstart': async (params) => void (await host.fire(element(params), 'touchstart')),
    'Element.touchend': async (params) => void (await host.fire(element(params), 'touchend')),
    'Element.getAttributes': (params) => ({ attributes: attributes(params) }),
    'Element.getProperties': (params) => ({ properties: params.texts('names').map((name) => property(element(params), name)) }),
    'Element.getDOMProperties': (params) => ({ properties: params.texts('names').map((name) => domProperty(element(params), name)) }),
    'Element.getWXML': (params) => ({ wxml: params.text('type') === 'outer' ? element(params).outerHTML : element(params).innerHTML }),
    'Element.callFunction': async (params) => callFunction(host, element(params), params.text('functionName'), params.list('args')),
  }
}

function follow(data: unknown, path: string | undefined): unknown {
  const keys = path?.replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean) ?? []
  return keys.reduce<unknown>((value, key) => (Array.isArray(value) || isFields(value) ? Reflect.get(value, key) : undefined), data)
}

/** automator asks `__propPublic` for the list of properties before it reads one. */
function property(element: Element, name: string): unknown {
  if (name === '__propPublic') return Object.fromEntries(['value', 'checked', 'disabled', ...element.getAttributeNames()].map((known) => [known, true]))
  return element.getAttribute(name)
}

function domProperty(element: Element, name: string): unknown {
  return name === 'innerText' ? innerText(element) : Reflect.get(element, name)
}

/** What automator's typed elements ask for: typing into a field, turning a switch. */
async function callFunction(host: Host, element: Element, name: string, args: unknown[]): Promise<unknown> {
  const [, action] = name.split('.')
  if (action === 'input') {
    const value = String(args[0])
    await host.fire(element, 'input', { value, cursor: value.length })
  } else if (action === 'tap') {
    await host.tap(element)
  } else {
    throw new Error(`unsupported: Element.callFunction ${name}`)
  }
  return {}
}
