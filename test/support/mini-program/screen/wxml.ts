import vm from 'node:vm'
import { wxmlToJs } from 'miniprogram-compiler'

import { viewNode, type Renderer, type ViewNode } from './node'

/** What WeChat's compiled templates make. */
type Compiled = { tag: string; attr?: Record<string, unknown>; children?: Compiled[] } | string | number | null | undefined

type Template = (data: unknown) => Compiled

const compilerOutputLimit = 64 * 1024 * 1024

/** Renders the pages of `dist/weapp` with WeChat's own template compiler (wcc) and the built `base.wxml`. */
export function wxmlRenderer(dist: string): Renderer {
  // the compiled templates keep state in their globals, and compare data with prototypes of their own world
  const world = vm.createContext({ console, window: {} })
  const source = wxmlToJs(dist, { maxBuffer: compilerOutputLimit })
  const templates = vm.runInContext(`(function (global) {${source}})({})`, world) as (file: string) => Template
  const parse = vm.runInContext('JSON.parse', world) as (json: string) => unknown

  const convert = (compiled: Exclude<Compiled, string | number | null | undefined>): ViewNode => {
    const { attr = {} } = compiled
    const inside = compiled.tag === 'wx-comp' ? templates('comp.wxml')({ i: attr['i'], l: attr['l'] }) : compiled
    return viewNode(compiled.tag.replace(/^wx-/, ''), compiled.tag === 'wx-comp' ? {} : attr, children(inside))
  }
  const children = (compiled: Compiled): ViewNode['children'] => {
    if (typeof compiled !== 'object' || compiled === null) return []
    return (compiled.children ?? []).flatMap((child) => {
      if (typeof child !== 'object' || child === null) return child === undefined || child === null ? [] : [String(child)]
      return child.tag === 'virtual' ? children(child) : [convert(child)]
    })
  }
  return ({ route, data }) => {
    const compiled = templates(`${route}.wxml`)(parse(JSON.stringify(data)))
    return viewNode('page', {}, children(compiled))
  }
}
