import { defineFunction } from '../runtime/define-function'
import { later } from '../runtime/later'

/** What partners do: counters, terminals, banks, the voice line, the Tianfu Citizen Cloud, the bureau. */
export const main = defineFunction('channel', {
  cardStatus: later('channel/cardStatus'),
  history: later('channel/history'),
  reportLoss: later('channel/reportLoss'),
  releaseLoss: later('channel/releaseLoss'),
  acceptReissue: later('channel/acceptReissue'),
  bankReported: later('channel/bankReported'),
  bankReleased: later('channel/bankReleased'),
  setServicePassword: later('channel/setServicePassword'),
  linkGuardian: later('channel/linkGuardian'),
  disputes: later('channel/disputes'),
  closeDispute: later('channel/closeDispute'),
  voice: later('channel/voice'),
  events: later('channel/events'),
})
