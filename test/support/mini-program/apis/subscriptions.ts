import { ApiFailure, asyncApi, textOf, type Options } from './callbacks'
import type { Api, ApiContext } from './context'

// both platforms' own limit
const atOnce = 3

const idsIn = ({ tmplIds, entityIds }: Options): string[] => {
  const asked = tmplIds ?? entityIds
  return Array.isArray(asked) ? asked.map(textOf) : []
}

/** What is allowed of what was asked; as the platform's servers then know it. */
async function allowed({ device, platformPhone }: ApiContext, ids: string[]): Promise<string[]> {
  const accepted = { accept: ids, acceptFirst: ids.slice(0, 1), reject: [], forGood: [], off: [] }[device.subscribe]
  for (const id of accepted) await platformPhone?.subscribe(id)
  return accepted
}

async function onWeChat(context: ApiContext, ids: string[], tapped: boolean) {
  if (!tapped) throw new ApiFailure('can only be invoked by user TAP gesture.')
  if (ids.length > atOnce) throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 })
  if (context.device.subscribe === 'off') throw new ApiFailure('The main switch is switched off', { errCode: 20004 })
  const accepted = await allowed(context, ids)
  return Object.fromEntries(ids.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']))
}

/** Alipay calls a refusal a success too; whoever has refused for good is not shown the sheet. */
async function onAlipay(context: ApiContext, ids: string[]) {
  if (ids.length > atOnce) throw new ApiFailure('无效的参数', { behavior: '', errorCode: 203 })
  const accepted = await allowed(context, ids)
  const show = context.device.subscribe !== 'forGood' && context.device.subscribe !== 'off'
  return { behavior: 'subscribe', show, keep: false, result: { subscribeEntityIds: accepted, subscribedEntityIds: accepted } }
}

/** Leave to send messages by template: asking for it, and what WeChat's settings say of it. */
export function subscriptionApis(context: ApiContext): { ask: Api; setting: () => object } {
  const { platform, gesture, device } = context
  let asked: string[] = []
  return {
    ask: (options: Options) => {
      const tapped = gesture.active
      asked = idsIn(options)
      return asyncApi(context, 'requestSubscribeMessage', () => (platform === 'weapp' ? onWeChat(context, asked, tapped) : onAlipay(context, asked)))(options as never)
    },
    setting: () => ({
      mainSwitch: device.subscribe !== 'off',
      itemSettings: Object.fromEntries(device.subscribe === 'forGood' ? asked.map((id) => [id, 'reject']) : []),
    }),
  }
}
