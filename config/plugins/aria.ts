import { resolve } from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import attributes from './aria-attributes.json'
import components from './aria-components.json'

const runtime = resolve(__dirname, 'aria-runtime.js')

/** Taro drops `aria-*` on mini-programs without a word; this adds them to the templates and, alike, to the runtime. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: TaroPlatformBase) => {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, Object.fromEntries(components.map((name) => [name, attributes])))
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
