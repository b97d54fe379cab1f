import { decideSetPassword, isSimplePassword } from '@/domain/service-password'
import { aCard, eventsOf, formal, inAWord, monday } from '../support/builders'

const numbers = ['00000019850312001X', '990100000000402591']
const setting = { password: '730914', numbers, channel: 'counter', by: 'cardholder' } as const

test.each([
  ['000000'], ['777777'], ['121212'], ['112211'], ['123456'], ['345678'], ['567890'], ['654321'], ['098765'], ['850312'], ['402591'], ['198503'],
])('%s is tried first by anybody', (password) => {
  expect(isSimplePassword(password, numbers)).toBe(true)
})

test.each([['730914'], ['402592'], ['850313'], ['123465'], ['112233'], ['100200']])('%s is not', (password) => {
  expect(isSimplePassword(password, numbers)).toBe(false)
})

test('that one was set is an event, and which one is nowhere in it', () => {
  const events = eventsOf(decideSetPassword(aCard(), setting, monday))
  expect(events).toEqual([{ what: 'passwordSet', at: monday, channel: 'counter', by: 'cardholder' }])
  expect(JSON.stringify(events)).not.toContain(setting.password)
})

test('it is set anew while a loss is reported, and not for a card that is cancelled', () => {
  expect(inAWord(decideSetPassword(aCard({ report: formal('counter') }), setting, monday))).toBe('change')
  expect(inAWord(decideSetPassword(aCard({ life: 'cancelled' }), setting, monday))).toBe('cardCancelled')
  expect(inAWord(decideSetPassword(aCard(), { ...setting, password: '123456' }, monday))).toBe('passwordTooSimple')
})
