import { screen } from '@testing-library/react'
import CardPage from '@/pages/card/index'
import { shownStates } from '@/domain/words'
import { bank, cardOnWire, disputeOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const open = () => showPage(CardPage, { cardId: 'card-1' })
const off = (name: RegExp) => screen.getByRole('button', { name }).getAttribute('aria-disabled')

test.each(shownStates)('a card that is %s shows both halves and every action, possible or with its reason', async (state) => {
  await openOfficeWith({ card: cardOnWire({ state }) })
  await open()
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('示例公民的社会保障卡')
  expect(screen.getAllByText('社保功能').length).toBeGreaterThan(0)
  expect(screen.getAllByRole('button', { name: /挂失|解挂/ }).length).toBeGreaterThanOrEqual(3)
})

test('two functions, two clocks', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', since: '2026-03-09T10:24:00.000+08:00' }) })
  await open()
  for (const words of ['已经停用', '3月9日 10:24 起', '一直有效，等您解挂', '银行账户还开着']) expect(screen.getByText(words)).toBeTruthy()
  await tap('打给成都银行，电话 95507')
  expect(phone.called).toEqual(['95507'])
})

test('what cannot be done stays in place with its reason', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }) })
  await open()
  expect(off(/^挂失 ?办过了：社保功能已经正式挂失/)).toBe('true')
  expect(off(/^卡找到了，解挂/)).toBeNull()
})

test('a report made elsewhere leads on to where it can be released', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', hindrances: { releaseLoss: { reason: 'releasedElsewhere', where: ['counter'] } } }) })
  await open()
  await tap(/这里不能解，点开看去哪里/)
  expect(phone.opened).toEqual(['/pages/release/index?cardId=card-1'])
})

test('what the citizen said about the bank can be taken back', async () => {
  const office = await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', bankTold: true }) })
  await open()
  expect(screen.getByText('这是您告诉我们的')).toBeTruthy()
  await tap('还没向银行挂失，改回来')
  expect(office.wire.requestsOf('card/bankTold')).toMatchObject([{ told: false }])
  expect(screen.getByText('银行账户还开着')).toBeTruthy()
})

test.each([
  ['formallyLost', /带身份证，到发卡银行能立等可取的网点/, '看哪里能补卡', 'instantReissue'],
  ['beingReissued', '旧卡不能再解挂，请等新卡', '看哪里能领卡', 'collect'],
  ['locked', /带身份证和卡去网点解锁/, '查网点', ''],
] as const)('what this service cannot do for a card that is %s it says where to do', async (state, words, button, need) => {
  await openOfficeWith({ card: cardOnWire({ state }) })
  await open()
  expect(screen.getByText(words)).toBeTruthy()
  await tap(button)
  expect(phone.opened).toEqual([`/pages/outlets/index?city=chengdu&cardId=card-1&need=${need}`])
})

test.each([
  ['has an order that goes on', cardOnWire({ cardId: 'card-2', state: 'beingReissued', order: 'ready' }), '新卡可以领了', '看新卡办到哪一步', 'order'],
  ['was replaced', cardOnWire({ cardId: 'card-3', state: 'cancelled', order: 'collected' }), '新卡领到了，旧卡作废', '看新卡办到哪一步', 'order'],
  ['is not active yet', cardOnWire({ cardId: 'card-4', state: 'notActivated', bankState: 'notActivated' }), '还没启用，药店、医院会拒收。银行功能要到银行激活。', '去启用新卡', 'activate'],
  ['works but for its bank', cardOnWire({ cardId: 'card-5', bankState: 'notActivated' }), '带身份证，去银行激活', '去启用新卡', 'activate'],
] as const)('a card that %s leads on', async (_how, card, words, button, page) => {
  await openOfficeWith({ card })
  await open()
  expect(screen.getAllByText(words).length).toBeGreaterThan(0)
  await tap(button)
  expect(phone.opened).toEqual([`/pages/${page}/index?cardId=${card.cardId}`])
})

test('an application that was taken back says nothing any more', async () => {
  await openOfficeWith({ card: cardOnWire({ order: 'cancelled' }) })
  await open()
  expect(screen.queryByText('看新卡办到哪一步')).toBeNull()
})

test('a card of another city follows that city’s rules and names its hotline', async () => {
  await openOfficeWith({ card: cardOnWire({ city: 'beijing' }) })
  await open()
  expect(screen.getByText('这是北京的卡，按北京的规定办。那边的热线：96102。')).toBeTruthy()
})

test.each([
  ['proxy', cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }), '只能由持卡人本人办'],
  ['guardian who has not agreed', cardOnWire({ holder: { relation: 'guardian', maskedName: '示*' }, hindrances: { reportLoss: { reason: 'guardianConsentNeeded' } } }), '先到“我的家人”里点同意'],
] as const)('the history says in its place why a %s does not see it', async (_, card, reason) => {
  await openOfficeWith({ card })
  await showPage(CardPage)
  expect(screen.getByRole('button', { name: `挂失记录 ${reason}` }).getAttribute('aria-disabled')).toBe('true')
})

test('a proxy is told for whom they act', async () => {
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }) })
  await open()
  expect(screen.getByText('您替 示* 办理')).toBeTruthy()
})

test('a guardian who has not agreed yet is one tap from where they do', async () => {
  const hindrances = { reportLoss: { reason: 'guardianConsentNeeded' as const } }
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'guardian', maskedName: '示例儿童' }, hindrances }) })
  await open()
  expect(screen.getAllByText('先到“我的家人”里点同意')).toHaveLength(2)
  await tap('去“我的家人”')
  expect(phone.opened).toEqual(['/pages/family/index'])
})

test('a long name wraps or is shortened, and is said in full', async () => {
  const maskedName = '示例公民·名字特别特别长的那一位·示例'
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'cardholder', maskedName } }) })
  await open()
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain(maskedName)
})

test('“it wasn’t me” that is being looked into is said, with why nothing is unhooked and the way to how far it is', async () => {
  const card = cardOnWire({ state: 'formallyLost', hindrances: { releaseLoss: { reason: 'disputeOpen', where: ['counter'] } } })
  const office = await openOfficeWith({ card })
  office.wire.on('card/get', () => ({ card, bank: { ...bank, told: false }, dispute: disputeOnWire() }))
  await open()
  await pass()
  expect(off(/^卡找到了，解挂 ?有人说“不是我办的”，在查，先不能办/)).toBeNull()
  await tap(/^正在查，先不能办/)
  expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about='])
})

test('one that is settled is not said any more', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  office.wire.on('card/get', () => ({ card: office.card, bank: { ...bank, told: false }, dispute: disputeOnWire({ closedAt: '2026-03-10T10:29:00.000+08:00', outcome: 'upheld' }) }))
  await open()
  await pass()
  expect(screen.queryByRole('button', { name: /^正在查/ })).toBeNull()
})

test('the phone line’s password is set from here, but not by a proxy', async () => {
  await openOfficeWith({ card: cardOnWire() })
  const { unmount } = await open()
  await tap(/^电话服务密码/)
  expect(phone.opened).toEqual(['/pages/service-password/index?cardId=card-1'])
  unmount()
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }) })
  await open()
  expect(screen.queryByRole('button', { name: /^电话服务密码/ })).toBeNull()
})
