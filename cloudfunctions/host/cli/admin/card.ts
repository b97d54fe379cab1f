import { toIso } from '@/domain/time'
import type { ActedEvent, BarredAccount, CardView } from '../../../repository'
import { maskedName, maskedNumber } from '../../../runtime/mask'
import { office, word, type Deed } from './deed'

/** More than a card ever has. */
const most = 10_000

const lineOf = ({ event, actorName, partner }: ActedEvent): string => [
  toIso(event.at), event.what, event.channel, event.by, ...(actorName === null ? [] : [maskedName(actorName)]), ...(partner === null ? [] : [partner]),
].join('  ')

const accountLine = ({ accountKey, channel, falseReports, barredUntil }: BarredAccount): string => [
  `account ${accountKey}`, channel, `${falseReports} false report(s)`, ...(barredUntil === null ? [] : [`makes none until ${toIso(barredUntil)}`]),
].join('  ')

const cardLine = ({ cardKey, number, city, issuingBank, card }: CardView): string => [
  `card ${cardKey}`, maskedNumber(number), city, issuingBank, `dispute ${card.dispute?.id ?? 'none'}`,
].join('  ')

/** What happened to a card, newest first, and whose accounts had to do with it. A number is asked for: it stands in no list of processes. */
export const card: Deed = {
  usage: 'card [CARD]          what happened to a card; without its key, its number is asked for',
  words: [0, 1],
  subject: async (given, { cards }) => {
    const by = given.words.length > 0 ? { cardId: word(given, 0) } : { cardNumber: await given.ask('Card number') }
    const [view] = await cards.findFor(office, by)
    return view?.cardKey ?? 'no card'
  },
  run: async ({ by }, { cards, bars }, cardKey) => {
    const [view] = await cards.findFor(office, { cardId: cardKey })
    if (!view) throw new Error('There is no such card.')
    await cards.recordLookUp(office, { id: by, outlet: null }, 'history', [cardKey])
    const { events } = await cards.historyOf(view, most, null)
    return [cardLine(view), ...events.map(lineOf), ...(await bars.of(cardKey)).map(accountLine)].join('\n')
  },
}
