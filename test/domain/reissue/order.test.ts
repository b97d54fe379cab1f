import { decideMove, orderMoves, orderStates, type MoveRequest, type OrderMove, type OrderState } from '@/domain/reissue'
import { movedIn, nextState } from '@/domain/reissue/order'
import { eventChannels } from '@/domain/words'
import { aCard, accepted, after, anOrder, days, disputed, eventsOf, formal, inAWord, monday } from '../../support/builders'

const later = monday + days(3)

/**
 * The states and moves once more, by hand: what each leaves, `=` where it was done before, `-` where it cannot be done now.
 * Columns: correct cancel accept reject produce makeReady mail sendBack miss collect activateSocialSecurity activateFinancial.
 */
const grid = `
applied                 | =       cancelled accepted rejected -            -     -      -        -           -         -                       -
rejected                | applied cancelled -        =        -            -     -      -        -           -         -                       -
accepted                | -       -         =        -        inProduction ready mailed -        -           -         -                       -
inProduction            | -       -         =        -        =            ready mailed -        -           -         -                       -
ready                   | -       -         =        -        =            =     mailed -        uncollected collected -                       -
mailed                  | -       -         =        -        =            -     =      returned -           collected -                       -
returned                | -       -         =        -        =            ready mailed =        -           -         -                       -
uncollected             | -       -         =        -        =            =     -      -        =           collected -                       -
collected               | -       -         =        -        =            =     =      -        =           =         socialSecurityActivated financialActivated
socialSecurityActivated | -       -         =        -        =            =     =      -        =           =         =                       closed
financialActivated      | -       -         =        -        =            =     =      -        =           =         closed                  =
closed                  | -       -         =        -        =            =     =      -        =           =         =                       =
cancelled               | -       =         -        -        -            -     -      -        -           -         -                       -
`
const cells = grid.trim().split('\n').flatMap((row) => {
  const [state = '', words = ''] = row.split('|')
  return words.trim().split(/ +/).map((word, column) => ({ state: state.trim() as OrderState, move: orderMoves[column] as OrderMove, word }))
})

test('every state and move has a cell', () => {
  expect(cells.map(({ state, move }) => `${state} ${move}`)).toEqual(orderStates.flatMap((state) => orderMoves.map((move) => `${state} ${move}`)))
})

test.each(cells)('$state, $move: $word', ({ state, move, word }) => {
  expect(nextState(state, move) ?? '-').toBe(word === '=' ? 'done' : word)
})

type Move = MoveRequest['move']
const moves = orderMoves.filter((move): move is Move => move !== 'accept')

const request = (move: Move, over: Partial<MoveRequest> = {}): MoveRequest =>
  ({ orderId: 'order-1', move, channel: movedIn[move][0] ?? 'counter', by: 'cardholder', hasNewCard: true, ...over })

const cardWith = (state: OrderState) =>
  aCard({ report: formal('wechat'), order: anOrder({ state, way: 'mail' }), reissue: state === 'applied' || state === 'rejected' || state === 'cancelled' ? null : accepted('replacement') })

describe.each(moves)('%s', (move) => {
  const rows = cells.filter((cell) => cell.move === move)

  test.each(rows)('from $state: $word', ({ state, word }) => {
    const decision = decideMove(cardWith(state), request(move), later)
    expect(inAWord(decision)).toBe(word === '=' ? 'already' : word === '-' ? 'orderElsewhere' : 'change')
    if (decision.outcome === 'change') expect(after(cardWith(state), decision).order).toMatchObject({ state: word, movedAt: later, appliedAt: monday })
  })

  test('is done in its channels and no other', () => {
    const [from] = rows.filter(({ word }) => word !== '=' && word !== '-')
    const told = eventChannels.map((channel) => inAWord(decideMove(cardWith(from?.state ?? 'applied'), request(move, { channel }), later)))
    expect(told).toEqual(eventChannels.map((channel) => (movedIn[move].includes(channel) ? 'change' : 'notMovedHere')))
  })
})

test('an order of another card, or none, is not moved', () => {
  expect(inAWord(decideMove(cardWith('ready'), request('collect', { orderId: 'another' }), later))).toBe('noOrder')
  expect(inAWord(decideMove(aCard(), request('collect'), later))).toBe('noOrder')
})

test('only what comes by mail is mailed', () => {
  const card = aCard({ order: anOrder({ state: 'inProduction' }), reissue: accepted('exchange') })
  expect(inAWord(decideMove(card, request('mail'), later))).toBe('notByMail')
  expect(inAWord(decideMove(card, request('makeReady'), later))).toBe('change')
})

test('what was rejected says why, and putting it right takes that back', () => {
  const rejected = after(cardWith('applied'), decideMove(cardWith('applied'), request('reject', { rejectedFor: 'photo' }), later))
  expect(rejected.order).toMatchObject({ state: 'rejected', rejectedFor: 'photo' })
  expect(after(rejected, decideMove(rejected, request('correct'), later)).order).toMatchObject({ state: 'applied', rejectedFor: null })
})

describe('collecting', () => {
  test('cancels the old card’s social security function and ends its report; the bank’s half stays', () => {
    const before = cardWith('ready')
    const decision = decideMove(before, request('collect'), later)
    expect(eventsOf(decision)).toMatchObject([{ what: 'reissueMoved', to: 'collected', endsReport: before.functions.socialSecurity.report?.id }])
    const { functions } = after(before, decision)
    expect(functions.socialSecurity).toEqual({ life: 'cancelled', since: later, report: null })
    expect(functions.financial).toEqual(before.functions.financial)
  })

  test('of a card that worked until now ends no report', () => {
    const before = aCard({ order: anOrder({ kind: 'exchange', reason: 'damaged', state: 'ready' }), reissue: accepted('exchange') })
    expect(eventsOf(decideMove(before, request('collect'), later))).toMatchObject([{ endsReport: null }])
  })

  test('needs to know which the new card is', () => {
    expect(inAWord(decideMove(cardWith('ready'), request('collect', { hasNewCard: false }), later))).toBe('newCardUnknown')
  })
})

test.each(['produce', 'makeReady', 'mail', 'collect'] as const)('nothing leads on to a new card while somebody says it was not them: %s', (move) => {
  const [from] = cells.filter((cell) => cell.move === move && cell.word !== '=' && cell.word !== '-')
  const card = { ...cardWith(from?.state ?? 'ready'), dispute: disputed() }
  expect(inAWord(decideMove(card, request(move), later))).toBe('disputeOpen')
})

test.each(['cancel', 'sendBack', 'miss'] as const)('what ends or delays it may be done all the same: %s', (move) => {
  const [from] = cells.filter((cell) => cell.move === move && cell.word !== '=' && cell.word !== '-')
  expect(inAWord(decideMove({ ...cardWith(from?.state ?? 'ready'), dispute: disputed() }, request(move), later))).toBe('change')
})
