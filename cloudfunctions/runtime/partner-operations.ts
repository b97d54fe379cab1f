import type { OperationName } from '@/contract'
import { channelOperations } from '@/contract/channel'
import type { PartnerChannel } from './partner'

/** What partners can be given leave for, by its short name. */
export type ChannelOperation = OperationName extends infer Name ? (Name extends `channel/${infer Short}` ? Short : never) : never

export const shortNameOf = (name: string): string => name.slice(name.indexOf('/') + 1)

const allOperations = Object.keys(channelOperations).map(shortNameOf)
export const isChannelOperation = (text: string): text is ChannelOperation => allOperations.includes(text)

/** What members of staff do at a counter's own page. */
export const counterOperations: readonly ChannelOperation[] = [
  'cardStatus', 'history', 'reportLoss', 'releaseLoss', 'acceptReissue', 'setServicePassword', 'linkGuardian', 'disputes', 'closeDispute',
  'orders', 'rejectReissue', 'correctOrder', 'cancelOrder', 'changeAddress', 'orderPhoto', 'moveOrder', 'collect', 'receipt', 'applicationForm', 'activate',
]

/** What a partner of a channel may do, unless it is given leave for something else. */
export const usualOperations: Readonly<Record<PartnerChannel, readonly ChannelOperation[]>> = {
  bank: [
    'cardStatus', 'bankReported', 'bankReleased', 'reportLoss', 'acceptReissue', 'orders', 'rejectReissue', 'moveOrder', 'collect', 'receipt', 'activate',
    'bankActivated', 'events',
  ],
  phone: ['voice'],
  counter: [...counterOperations, 'events'],
  terminal: ['cardStatus', 'history', 'reportLoss', 'releaseLoss', 'setServicePassword', 'activate'],
  tianfu: ['cardStatus', 'reportLoss', 'releaseLoss', 'history', 'events'],
  bureau: ['disputes', 'orders', 'moveOrder', 'collect', 'events'],
}

export const partnerChannels = Object.keys(usualOperations) as PartnerChannel[]
