import { bankOf, cityCodes, policyOf, sources, type CityCode } from '@/domain/policies'
import { isStricter, releaseModes, type CityPolicy } from '@/domain/policy'
import { cardFunctions, channels, reportKinds } from '@/domain/words'

interface Rule {
  readonly path: string
  readonly rule: Record<string, unknown>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every rule below a policy, found by walking: a value beside its source. What is neither a rule nor a group of rules is a name. */
const rulesOf = (value: unknown, path: string): Rule[] => {
  if (!isRecord(value)) return []
  if ('value' in value) return [{ path, rule: value }]
  return Object.entries(value).flatMap(([key, inner]) => rulesOf(inner, `${path}.${key}`))
}

const named: readonly string[] = ['city', 'name']

describe.each(cityCodes)('%s', (city) => {
  const policy = policyOf(city)
  const rules = rulesOf(policy, city)

  test('is named for itself, in both languages', () => {
    expect(policy.city).toBe(city)
    expect([policy.name.zh, policy.name.en].every((name) => name.length > 1)).toBe(true)
  })

  test('leaves no value without a source', () => {
    const keys = Object.keys(policy).filter((key) => !named.includes(key))
    expect(keys.filter((key) => !rules.some(({ path }) => path.startsWith(`${city}.${key}`)))).toEqual([])
    expect(rules.length).toBeGreaterThanOrEqual(16)
  })

  test.each(rules.map((each) => [each.path, each.rule] as const))('%s has a source, a date and a confidence', (_, rule) => {
    const { source, effectiveFrom, confidence } = rule
    expect(Object.keys(sources)).toContain(source)
    expect(new Date(String(effectiveFrom)).toISOString().slice(0, 10)).toBe(effectiveFrom)
    expect(['A', 'B', 'S', 'U']).toContain(confidence)
  })

  test('says for every channel which kinds it makes of each function, none twice', () => {
    for (const channel of channels) {
      for (const of of cardFunctions) {
        const kinds = policy.reports.value[channel][of]
        expect(new Set(kinds).size).toBe(kinds.length)
        expect(kinds.every((kind) => reportKinds.includes(kind))).toBe(true)
      }
    }
  })

  test('has a release rule for every channel: where, or that it is never released', () => {
    for (const channel of channels) {
      const rule = policy.release.value[channel]
      expect(releaseModes).toContain(rule.mode)
      expect(rule.channels.every((each) => channels.includes(each))).toBe(true)
      expect(rule.channels.length === 0).toBe(rule.mode === 'never')
    }
  })

  test('the phone makes temporary reports alone, the online doors formal ones alone (rules 4, 8)', () => {
    expect(policy.reports.value.phone.socialSecurity).toEqual(['temporary'])
    expect(policy.reports.value.wechat.socialSecurity).toEqual(['formal'])
    expect(policy.reports.value.alipay.socialSecurity).toEqual(['formal'])
  })

  test('leaves the financial function to the bank', () => {
    expect(channels.filter((channel) => policy.reports.value[channel].financial.length > 0)).toEqual(['bank'])
  })

  test('has limits and ages that make sense: whole numbers, and the two ages of the law', () => {
    const { limits, minors, temporaryDays, lapseWarningHours, quietHours, readyInWorkingDays } = policy
    const { socialSecurity, financial } = temporaryDays
    const numbers = [limits.wrongPasswords, limits.passwordLockHours, limits.falseReports, limits.barDays, socialSecurity, financial, readyInWorkingDays]
    expect(numbers.every(({ value }) => Number.isInteger(value) && value > 0)).toBe(true)
    expect(minors.handlingAge.value).toBe(16)
    expect(minors.privacyAge.value).toBe(14)
    const warned = lapseWarningHours.value
    expect([...warned].sort((a, b) => b - a)).toEqual(warned)
    expect(warned.every((hours) => hours > 0 && hours < temporaryDays.socialSecurity.value * 24)).toBe(true)
    expect(quietHours.value.from).toBeGreaterThan(quietHours.value.until)
    expect(quietHours.value.from).toBeLessThan(24)
  })

  test('its banks are each there once, with a hotline of digits', () => {
    const banks = policy.banks.value
    for (const key of ['code', 'hotline'] as const) expect(new Set(banks.map((bank) => bank[key])).size).toBe(banks.length)
    expect(new Set(banks.map(({ name }) => name.zh)).size).toBe(banks.length)
    expect(banks.every(({ hotline }) => /^\d{5}$/.test(hotline))).toBe(true)
  })

  test('marks the hotlines that no bank’s page confirms', () => {
    const unverified = policy.banks.value.filter(({ verified }) => !verified).map(({ code }) => code)
    expect(unverified.sort()).toEqual(['abc', 'psbc'])
  })
})

const read = (city: CityCode, of: (policy: CityPolicy) => unknown) => of(policyOf(city))

test('the cities differ in the days of a temporary report, and agree on the bank’s', () => {
  expect(cityCodes.map((city) => [city, read(city, ({ temporaryDays }) => temporaryDays.socialSecurity.value)])).toEqual([
    ['chengdu', 7], ['shanghai', 5], ['beijing', 10], ['national', 7],
  ])
  expect(cityCodes.map((city) => read(city, ({ temporaryDays }) => temporaryDays.financial.value))).toEqual([5, 5, 5, 5])
})

test('each city has the hotline its notices give', () => {
  expect(cityCodes.map((city) => read(city, ({ hotline }) => hotline.value))).toEqual(['028-12333', '12333', '96102', '12333'])
})

test('medical care meanwhile: a voucher in Beijing, by hand elsewhere (rule 18)', () => {
  expect(cityCodes.map((city) => read(city, ({ medicalCareMeanwhile }) => medicalCareMeanwhile.value)))
    .toEqual(['reimburse', 'reimburse', 'voucher', 'reimburse'])
})

test('no city here lets a formal report cover the bank, or stops an exchanged card', () => {
  expect(cityCodes.filter((city) => read(city, ({ formalCoversBank }) => formalCoversBank.value))).toEqual([])
  expect(cityCodes.filter((city) => read(city, ({ exchangeStopsOldCard }) => exchangeStopsOldCard.value))).toEqual([])
})

test('Chengdu has its seven banks, with the hotlines known', () => {
  expect(policyOf('chengdu').banks.value.map(({ code, hotline, name }) => [code, hotline, name.zh])).toEqual([
    ['icbc', '95588', '中国工商银行'],
    ['abc', '95599', '中国农业银行'],
    ['ccb', '95533', '中国建设银行'],
    ['psbc', '95580', '中国邮政储蓄银行'],
    ['boc', '95566', '中国银行'],
    ['bocd', '95507', '成都银行'],
    ['cdrcb', '95392', '成都农商银行'],
  ])
})

test('a bank is found in the cities whose cards it issues, and in no other', () => {
  expect(bankOf('chengdu', 'bocd')?.hotline).toBe('95507')
  expect(bankOf('shanghai', 'bocd')).toBeUndefined()
  expect(bankOf('chengdu', 'bocom')).toBeUndefined()
})

test('the Tianfu Citizen Cloud is Chengdu’s door alone', () => {
  expect(cityCodes.filter((city) => policyOf(city).reports.value.tianfu.socialSecurity.length > 0)).toEqual(['chengdu'])
})

test('one release rule is stricter than another in the order of the modes, and never than itself', () => {
  const rules = (['phone', 'online', 'inPerson', 'sameOutlet', 'bank', 'never'] as const).map((mode) => ({ mode, channels: [] }))
  expect(rules.map((a) => rules.map((b) => (isStricter(a, b) ? '>' : '.')).join(''))).toEqual([
    '......', '>.....', '>>....', '>>>...', '>>>>..', '>>>>>.',
  ])
})

test('every source is cited by a rule or by a bank’s hotline', () => {
  const cited = cityCodes.flatMap((city) => [
    ...rulesOf(policyOf(city), city).map(({ rule }) => rule['source']),
    ...policyOf(city).banks.value.map(({ hotlineSource }) => hotlineSource),
  ])
  expect(Object.keys(sources).filter((source) => !cited.includes(source))).toEqual([])
})

test('a hotline is verified only where a bank’s own page gives it', () => {
  const banks = cityCodes.flatMap((city) => [...policyOf(city).banks.value])
  expect(banks.filter(({ verified, hotlineSource }) => verified !== (hotlineSource === 'bankPages'))).toEqual([])
})
