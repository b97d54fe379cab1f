import { readFileSync } from 'node:fs'
import path from 'node:path'

import { isFields, type Fields } from '../platform'
import { viewNode, type Renderer, type ViewNode } from './node'

/** The element a template makes: its tag and what is written on it, expressions as they stand. */
interface Template {
  tag: string
  written: [name: string, value: string][]
}

/**
 * Renders the pages of `dist/alipay` from Taro's data tree (`nn` the template, `cn` the children, `v` a text) with the elements,
 * attributes and bindings of the built `base.axml`. Alipay's own compiler is not published.
 */
export function axmlRenderer(dist: string): Renderer {
  const templates = readTemplates(readFileSync(path.join(dist, 'base.axml'), 'utf8'))
  const render = (item: Fields): ViewNode | string => {
    if (item['v'] !== undefined && item['cn'] === undefined) return String(item['v'])
    const name = String(item['nn'])
    const variant = item['focus'] === undefined ? 'blur' : 'focus'
    const template = templates.get(`${name}_${variant}`) ?? templates.get(name)
    if (!template) throw new Error(`unknownTemplate: base.axml has no template tmpl_0_${name}`)
    const written = template.written.map(([attribute, value]) => [attribute, evaluate(value, item)])
    return viewNode(template.tag, Object.fromEntries(written) as Fields, children(item))
  }
  const children = (item: Fields) => {
    const list: unknown = item['cn']
    return Array.isArray(list) ? list.filter(isFields).map(render) : []
  }
  return ({ data }) => viewNode('page', {}, isFields(data['root']) ? children(data['root']) : [])
}

function readTemplates(source: string): Map<string, Template> {
  const elements = source.matchAll(/<template name="tmpl_0_(\w+)">\s*<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)
  return new Map(
    [...elements].map(([, name = '', tag = '', attributes = '']) => {
      const written = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']): [string, string] => [key, value])
      return [name, { tag, written }]
    }),
  )
}

/** `{{i.p1}}`, `{{i.uid||i.sid}}`, `{{i.p13||'default'}}`, `{{xs.b(i.p10,!1)}}`: the first field that has a value, else the literal. */
function evaluate(value: string, item: Fields): unknown {
  const [, expression] = /^\{\{(.*)\}\}$/.exec(value) ?? []
  if (expression === undefined) return value
  for (const [, field = ''] of expression.matchAll(/\bi\.(\w+)/g)) {
    if (item[field] !== undefined) return item[field]
  }
  return /(?:\|\||,)'?([^')]*)'?\)?$/.exec(expression)?.[1]?.replace('!1', 'false').replace('!0', 'true')
}
