import { parseArgs } from 'node:util'
import { day, toIso } from '@/domain/time'
import type { ListedPartner } from '../../repository'
import { acting, whoIn, whoOptions, whoUsage, type Who } from './act'
import { runCommand, withRepository } from './command'
import { bankIn, channelIn, citiesIn, newIdIn, operationsIn, wholeIn } from './partner-arguments'

const usage = `Usage: npm run channels -- add --id ID --name NAME --channel CHANNEL --cities CITY,CITY [--bank BANK] [--operations NAME,NAME] [--per-minute N] ${whoUsage}
       npm run channels -- rotate ID [--overlap-days N] ${whoUsage}
       npm run channels -- disable ID ${whoUsage}
       npm run channels -- enable ID ${whoUsage}
       npm run channels -- list`

const options = {
  ...whoOptions,
  id: { type: 'string' },
  name: { type: 'string' },
  channel: { type: 'string' },
  bank: { type: 'string' },
  cities: { type: 'string' },
  operations: { type: 'string' },
  'per-minute': { type: 'string', default: '600' },
  'overlap-days': { type: 'string', default: '7' },
} as const

const read = (args: string[]) => parseArgs({ args, options, allowPositionals: true })
type Values = ReturnType<typeof read>['values']

const nobody = (id: string) => new Error(`There is no partner ${id}.`)

const partnerIn = (values: Values) => {
  const { id, name, cities } = values
  if (id === undefined || name === undefined || name.trim() === '' || values.channel === undefined || cities === undefined) throw new Error(usage)
  const channel = channelIn(values.channel)
  return {
    partnerId: newIdIn(id), name: name.trim(), channel, bank: bankIn(values.bank, channel), cities: citiesIn(cities),
    operations: operationsIn(values.operations, channel), perMinute: wholeIn('--per-minute', values['per-minute'], 1, 1_000_000),
  }
}

const subjectOf = ({ partnerId, channel, bank, cities, operations }: ReturnType<typeof partnerIn>): string =>
  [partnerId, channel, ...(bank === null ? [] : [bank]), cities.join(','), operations.join(',')].join(' ')

const add = async (values: Values, who: Who): Promise<void> => {
  const partner = partnerIn(values)
  const secret = await acting(who, 'channels add', subjectOf(partner), ({ partners }) => partners.add(partner))
  if (secret === null) throw new Error(`There is a partner ${partner.partnerId} already.`)
  console.log(`${partner.partnerId} may do ${partner.operations.join(', ')} in ${partner.cities.join(', ')}. Its secret, which is shown this once:\n${secret}`)
}

const rotate = async (id: string, values: Values, who: Who): Promise<void> => {
  const days = wholeIn('--overlap-days', values['overlap-days'], 0, 90)
  const secret = await acting(who, 'channels rotate', `${id} overlap of ${days} day(s)`, ({ partners }) => partners.rotate(id, days * day))
  if (secret === null) throw nobody(id)
  console.log(`${id} can sign by this secret from now on, and by the former ones for ${days} day(s) more. It is shown this once:\n${secret}`)
}

const setDisabled = async (id: string, command: 'disable' | 'enable', who: Who): Promise<void> => {
  if (!(await acting(who, `channels ${command}`, id, ({ partners }) => partners[command](id)))) throw nobody(id)
  console.log(`${id} is ${command}d.`)
}

const lineOf = ({ partnerId, name, channel, bank, cities, operations, perMinute, madeAt, disabledAt }: ListedPartner): string => [
  partnerId, name, bank === null ? channel : `${channel} ${bank}`, cities.join(','), operations.join(','), `${perMinute}/min`, `made ${toIso(madeAt)}`,
  ...(disabledAt === null ? [] : [`disabled ${toIso(disabledAt)}`]),
].join('  ')

const list = async (): Promise<void> => {
  const partners = await withRepository((repository) => repository.partners.list())
  console.log(partners.length === 0 ? 'There are no partners yet.' : partners.map(lineOf).join('\n'))
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals: [command, id, ...others] } = read(args)
  if (others.length > 0 || (id === undefined) !== (command === 'add' || command === 'list')) throw new Error(usage)
  if (command === 'add') await add(values, whoIn(values, usage))
  else if (command === 'list') await list()
  else if (command === 'rotate' && id !== undefined) await rotate(id, values, whoIn(values, usage))
  else if ((command === 'disable' || command === 'enable') && id !== undefined) await setDisabled(id, command, whoIn(values, usage))
  else throw new Error(usage)
  return true
}

runCommand(module, command)
