import { isPlace, privateApisIn, scopesOf } from './apis'
import type { Check, Shipment } from './shipment'

const asked = ({ platform, bundle }: Shipment): string[] => privateApisIn(platform, bundle.code)

/** WeChat refuses a place that is not declared, and does not ask citizens for consent where the check is not switched on. */
const ofWeChat: Check = (shipment) => {
  const { app } = shipment.bundle
  const places = asked(shipment).filter(isPlace)
  return [
    ...(app.__usePrivacyCheck__ ? [] : ['app.json does not say "__usePrivacyCheck__": true: src/platform/privacy-config.ts writes it.']),
    ...places.filter((api) => !app.requiredPrivateInfos.includes(api)).map((api) => `${api} is called, and requiredPrivateInfos of app.json does not declare it.`),
    ...app.requiredPrivateInfos.filter((api) => !places.includes(api)).map((api) => `requiredPrivateInfos declares ${api}, which nothing calls.`),
  ]
}

const ofAlipay: Check = (shipment) =>
  [...new Set(asked(shipment).flatMap(scopesOf))].filter((scope) => !shipment.bundle.app.permission[scope]?.desc)
    .map((scope) => `permission of app.json does not say what ${scope} is for.`)

export const declared: Check = (shipment) => (shipment.platform === 'weapp' ? ofWeChat(shipment) : ofAlipay(shipment))

/** Each thing that is asked for stands in what the shop's privacy guide says, and nothing else does. */
export const guide: Check = (shipment) => {
  const [apis, told] = [asked(shipment), shipment.shop.guide]
  return [
    ...apis.filter((api) => !(api in told)).map((api) => `${api} is called, and the privacy guide in config/ship/shops.json does not say what for.`),
    ...Object.keys(told).filter((api) => !apis.includes(api)).map((api) => `The privacy guide in config/ship/shops.json tells of ${api}, which nothing calls.`),
  ]
}
