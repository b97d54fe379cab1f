import { banks } from '@/domain/policies/banks'
import { cityCodes, type CityCode } from '@/domain/policies'
import { demoPrefix, operatorId, type PartnerChannel } from '../../runtime/partner'
import { isChannelOperation, partnerChannels, usualOperations } from '../../runtime/partner-operations'

/** Whom an id that nobody is given is kept for, in words: `counter` is who asks from a counter's own page. */
const keptFor = (id: string): string | null => {
  if (id === 'counter') return 'the counters’ own page'
  if (id === operatorId) return 'operators'
  return id.startsWith(demoPrefix) ? 'the demo city' : null
}

/** A new id; throws a sentence where it cannot be one. */
export const newIdIn = (id: string): string => {
  if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(id)) throw new Error('--id is up to 64 letters, digits, _ and -, and begins with a letter or digit.')
  const whose = keptFor(id)
  if (whose !== null) throw new Error(`The id ${id} is kept for ${whose}.`)
  return id
}

export const channelIn = (text: string): PartnerChannel => {
  const channel = partnerChannels.find((one) => one === text)
  if (!channel) throw new Error(`--channel is one of ${partnerChannels.join(', ')}.`)
  return channel
}

/** The bank that a partner is, which a bank names and no one else. */
export const bankIn = (text: string | undefined, channel: PartnerChannel): string | null => {
  if (channel !== 'bank' && text !== undefined) throw new Error('--bank goes with --channel bank.')
  if (channel === 'bank' && !(text !== undefined && Object.hasOwn(banks, text))) throw new Error(`--bank is one of ${Object.keys(banks).join(', ')}.`)
  return text ?? null
}

const parts = (text: string) => [...new Set(text.split(',').map((part) => part.trim()).filter((part) => part !== ''))]

export const citiesIn = (text: string): CityCode[] => {
  const cities = parts(text).map((part) => cityCodes.find((city) => city === part))
  if (cities.length === 0 || cities.includes(undefined)) throw new Error(`--cities names some of ${cityCodes.join(', ')}, with commas between.`)
  return cities.filter((city) => city !== undefined)
}

/** What a partner may do: its channel's usual, unless it is said. */
export const operationsIn = (text: string | undefined, channel: PartnerChannel): readonly string[] => {
  if (text === undefined) return usualOperations[channel]
  const operations = parts(text)
  const unknown = operations.find((one) => !isChannelOperation(one))
  if (operations.length === 0 || unknown !== undefined) throw new Error(`--operations names operations of partners, with commas between: ${unknown ?? text} is none.`)
  return operations
}

/** A whole number that an option says. */
export const wholeIn = (option: string, text: string, least: number, most: number): number => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (!(number >= least && number <= most)) throw new Error(`${option} is a whole number from ${least} to ${most}.`)
  return number
}
