import { Readable } from 'node:stream'
import { bornOn } from '@/domain/id-number'
import { decideReportLoss } from '@/domain/report-loss'
import { policyOf, type CityCode } from '@/domain/policies'
import { civilDate, day, yearsBetween } from '@/domain/time'
import { grantPurposes, type GrantPurpose } from '@/domain/words'
import type { Door } from '@/contract'
import { importCardFile } from '../../cloudfunctions/host/import'
import { newReceiptNumber } from '../../cloudfunctions/repository'
import { cardFile, idNumber, row, type Row } from '../support/record/card-file'
import { signInAs } from '../support/record/person'
import type { Actor } from './model/call'
import { banks, type PartnerName, type Stage } from './stage'

/** Somebody who can ask for a card, with what they show. */
export interface Asker {
  readonly actor: Actor
  /** A citizen's token, or who signs. */
  readonly token?: string
  readonly partner?: PartnerName
}

/** A card that nobody has asked for yet, and everybody who will. */
export interface Fresh {
  readonly cardId: string
  readonly city: CityCode
  readonly issuingBank: string
  /** The number of the card that can take its place. */
  readonly newNumber: string
  readonly citizens: readonly Asker[]
  readonly partners: readonly Asker[]
}

interface Drawn {
  readonly holder: Row
  readonly other: Row
  readonly family: (typeof families)[number]
  readonly city: CityCode
  readonly purpose: GrantPurpose
  readonly lapsesIn: number | null
}

const states = ['inUse', 'inUse', 'inUse', 'inUse', 'notActivated', 'locked', 'formallyLost'] as const
const families = ['alone', 'proxy', 'alone', 'child', 'proxy'] as const
/** In some cities other doors make other reports. */
const cities = ['chengdu', 'chengdu', 'beijing', 'shanghai'] as const

/** So many people are born on a day. */
const aDay = 900
const somebody = (index: number, over: Partial<Row>): Row =>
  row({ card_number: `9901${String(index).padStart(14, '0')}`, id_number: idNumber(`${1960 + Math.floor(index / aDay)}0101`, 1 + (index % aDay)), ...over })

const pick = <One>(list: readonly [One, ...One[]], index: number): One => list[index % list.length] ?? list[0]

const draw = (index: number): Drawn => {
  const [family, city] = [pick(families, index), pick(cities, index)]
  const other = somebody(2 * index + 1, { city })
  const issued = { city, issuing_bank: pick(banks, index), state: pick(states, index) }
  // fifteen years old: of age for what is kept of them, and not for acting
  const child = { id_number: idNumber(`${new Date().getUTCFullYear() - 15}0101`, 1 + (index % aDay)), guardian_id_number: other.id_number }
  const holder = somebody(2 * index, { ...issued, ...(family === 'child' && child) })
  return { holder, other, family, city, purpose: pick(grantPurposes, index), lapsesIn: index % 3 === 0 ? 500 + ((index * 977) % 4000) : null }
}

/** Their cards enter the record long before, so that their stories have room. */
const load = ({ services: { repository } }: Stage, people: readonly Drawn[]) => importCardFile({
  repository,
  source: Readable.from([Buffer.from(cardFile(...people.flatMap(({ holder, other }) => [other, holder])))]),
  entersAt: (now) => now - 60 * day,
  onBadRow: (line, reason) => { throw new TypeError(`line ${line} is bad: ${reason}`) },
  onDifference: () => undefined,
})

/** A report by telephone almost as long ago as it lasts: it lapses while the card is looked at. */
const tell = async ({ services: { repository: { cards } } }: Stage, { holder, city, lapsesIn }: Drawn): Promise<void> => {
  if (lapsesIn === null || holder.state === 'formallyLost') return
  await cards.tellStory(holder.card_number, (card, policy, now) => {
    const then = now - policyOf(city).temporaryDays.socialSecurity.value * day + lapsesIn
    const ids = { socialSecurity: newReceiptNumber(then), financial: newReceiptNumber(then) }
    const decision = decideReportLoss(card, { channel: 'phone', by: 'cardholder', ids }, policy, then)
    return decision.outcome === 'change' ? decision.events : []
  })
}

const asker = async ({ services }: Stage, { id_number: number }: Row, door: Door, name: string, who: Actor['who']): Promise<Asker> => {
  const token = await signInAs({ services }, number, door)
  if (token === null) throw new TypeError('nobody of that number was imported')
  return { token, actor: { name: `${name} in ${door}`, channel: door, who } }
}

const partnerAskers = (holderAge: number): Asker[] => {
  const who = { role: 'cardholder', holderAge } as const
  const office = (name: Exclude<PartnerName, (typeof banks)[number]>): Asker =>
    ({ partner: name, actor: { name, channel: name === 'bureau' ? 'counter' : name, who, partner: { office: 'system', bank: null, isVisited: name !== 'bureau' } } })
  const bank = (name: (typeof banks)[number]): Asker => ({ partner: name, actor: { name, channel: 'bank', who, partner: { office: 'bank', bank: name, isVisited: true } } })
  return [...(['counter', 'tianfu', 'phone', 'terminal', 'bureau'] as const).map(office), ...banks.map(bank)]
}

const grant = ({ services: { repository: { family } } }: Stage, { holder, other, purpose }: Drawn): Promise<boolean> =>
  family.arrange({ cardNumber: holder.card_number, proxy: { name: other.name, idNumber: other.id_number }, purpose, days: 20 })

const meet = async (stage: Stage, drawn: Drawn): Promise<Fresh> => {
  const { holder, other, family, city } = drawn
  if (family === 'proxy') await grant(stage, drawn)
  await tell(stage, drawn)
  const [view] = await stage.services.repository.cards.findFor(stage.partners.counter, { cardNumber: holder.card_number })
  const holderAge = yearsBetween(bornOn(holder.id_number), civilDate(Date.now()))
  const own = { role: 'cardholder', holderAge, granted: [] } as const
  const others = family === 'child' ? ({ role: 'guardian', holderAge, granted: [] } as const) : ({ role: 'proxy', holderAge, granted: [drawn.purpose] } as const)
  const citizens = await Promise.all([
    asker(stage, holder, 'wechat', 'holder', own),
    asker(stage, holder, 'alipay', 'holder', own),
    ...(family === 'alone' ? [] : [asker(stage, other, 'wechat', family === 'child' ? 'guardian' : 'proxy', others)]),
  ])
  return { cardId: view?.cardKey ?? '', city, issuingBank: holder.issuing_bank, newNumber: holder.card_number.replace(/^9901/, '9902'), citizens, partners: partnerAskers(holderAge) }
}

/** So many new cards, with their people signed in. */
export const freshCards = async (stage: Stage, from: number, count: number): Promise<Fresh[]> => {
  const people = Array.from({ length: count }, (_, index) => draw(from + index))
  await load(stage, people)
  const all: Fresh[] = []
  for (const drawn of people) all.push(await meet(stage, drawn))
  return all
}
