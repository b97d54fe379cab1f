import { cardRefusals } from '@/domain/decision'
import { banks } from '@/domain/policies/banks'
import { fromIso } from '@/domain/time'
import { channels, shownStates } from '@/domain/words'
import type { Prompt } from '@/domain/voice'
import { spoken } from '../../../cloudfunctions/channel/voice/prompts'
import { zh } from '../../../cloudfunctions/channel/voice/prompts/zh'

const until = fromIso('2026-12-02T15:06:07+08:00')
const longest = banks.psbc
const where = ['wechat', 'alipay', 'tianfu', 'counter', 'terminal'] as const

const withValues: readonly Prompt[] = [
  { key: 'locked', until },
  { key: 'reportDoes', days: 7 },
  { key: 'reportDoes', days: null },
  { key: 'bankApart', bank: longest.name, hotline: longest.hotline },
  { key: 'bankApart', bank: null, hotline: '' },
  { key: 'receipt', tail: 'AB12' },
  { key: 'formalIn', where },
  { key: 'standing', state: 'temporarilyLost', until },
  ...shownStates.map((state) => ({ key: 'standing', state, until: null }) as const),
  { key: 'releasedIn', where: channels },
  ...cardRefusals.map((code) => ({ key: 'refused', code }) as const),
  { key: 'elsewhere', where: ['counter'] },
]
const keyed = new Set<string>(withValues.map(({ key }) => key))
const plain = Object.keys(zh).filter((key) => !keyed.has(key)).map((key) => ({ key }) as Prompt)
const everything = [...plain, ...withValues]

test.each(everything.map((prompt) => [JSON.stringify(prompt), prompt] as const))('%s is short in both languages, and in its own', (_name, prompt) => {
  const [chinese, english] = [spoken(prompt, 'zh'), spoken(prompt, 'en')]
  expect(chinese.match(/[。？！]/g)?.length ?? 0).toBeLessThanOrEqual(2)
  expect(chinese.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(40)
  expect(english.match(/[.?!](?= |$)/g)?.length ?? 0).toBeLessThanOrEqual(2)
  if (prompt.key !== 'chooseLanguage') expect([english.match(/\p{Script=Han}/u), chinese.match(/[a-z]/)]).toEqual([null, null])
  for (const text of [chinese, english]) expect(text).not.toMatch(/undefined|null|NaN|\[object/)
})

test('numbers that are dialled or noted are read one by one', () => {
  const bank: Prompt = { key: 'bankApart', bank: banks.icbc.name, hotline: '028-12333' }
  expect(spoken(bank, 'zh')).toContain('电话 0 2 8 1 2 3 3 3 ')
  expect(spoken(bank, 'en')).toBe('The bank is not told. Please contact ICBC yourself, at 0 2 8 1 2 3 3 3.')
  expect(spoken({ key: 'receipt', tail: 'AB12' }, 'en')).toBe('The receipt ends in A B 1 2.')
})

test.each([
  ['2026-12-02T15:06:07+08:00', '12月2日15点06分', '3:06 PM on December 2'],
  ['2026-01-31T16:00:00Z', '2月1日0点00分', '12:00 AM on February 1'],
  ['2026-11-25T12:30:59.999+08:00', '11月25日12点30分', '12:30 PM on November 25'],
])('a lapse at %s is said in Chinese time, as one speaks', (iso, chinese, english) => {
  const prompt: Prompt = { key: 'standing', state: 'temporarilyLost', until: fromIso(iso) }
  expect(spoken(prompt, 'zh')).toBe(`此卡已临时挂失，${chinese}自动解除。`)
  expect(spoken(prompt, 'en')).toBe(`This card is reported lost until ${english}.`)
})

test('whoever tries again at the minute they were told finds the lock gone', () => {
  const at = (iso: string) => spoken({ key: 'locked', until: fromIso(iso) }, 'zh')
  expect(at('2026-12-02T15:06:00.001+08:00')).toContain('15点07分后可再试')
  expect(at('2026-12-02T15:07:00+08:00')).toContain('15点07分后可再试')
})
