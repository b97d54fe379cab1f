import { cardRefusals } from '@/domain/decision'
import { after, beginCall, expects, hear, idleCall, type ChangeOutcome, type Outcome, type Step } from '@/domain/voice'
import { brief, callAt, card, cardNumber, keysOf, lost, password, standing, steps } from './calls'

const menu = 'menu menuKeys'
const enterCard = 'enterCard cardKeys'
const again = (reason: string) => `${reason} menu`

/** Every step, every kind of entry: where it leads, what is said, what is wanted. */
const table: readonly (readonly [at: Step['at'], typed: string, to: string, say: string, effect?: string])[] = [
  ['language', '1', 'menu', menu],
  ['language', '2', 'menu', menu],
  ['language', '', 'menu', menu],
  ['language', '3', 'language', again('notUnderstood')],
  ['language', '#', 'language', again('notUnderstood')],
  ['language', '*', 'language', 'chooseLanguage'],
  ['language', '0', 'transferred', 'transferring'],
  ['menu', '1', 'cardNumber', enterCard],
  ['menu', '2#', 'cardNumber', enterCard],
  ['menu', '3', 'cardNumber', enterCard],
  ['menu', '4', 'menu', again('notUnderstood')],
  ['menu', '11', 'menu', again('notUnderstood')],
  ['menu', '', 'menu', 'menu'],
  ['menu', '*', 'language', 'chooseLanguage'],
  ['menu', '0', 'transferred', 'transferring'],
  ['cardNumber', '1'.repeat(15), 'cardNumber', again('cardNumberWrong')],
  ['cardNumber', '1'.repeat(16), 'password', 'enterPassword passwordKeys'],
  ['cardNumber', `${'1'.repeat(19)}#`, 'password', 'enterPassword passwordKeys'],
  ['cardNumber', '1'.repeat(20), 'cardNumber', again('cardNumberWrong')],
  ['cardNumber', '12345678', 'cardNumber', again('letterCard')],
  ['cardNumber', '123456789', 'cardNumber', again('cardNumberWrong')],
  ['cardNumber', '#', 'cardNumber', again('cardNumberWrong')],
  ['cardNumber', '', 'cardNumber', 'menu'],
  ['cardNumber', '*', 'menu', menu],
  ['cardNumber', '99*', 'menu', menu],
  ['cardNumber', `12*${'1'.repeat(16)}#`, 'password', 'enterPassword passwordKeys'],
  ['cardNumber', '0', 'transferred', 'transferring'],
  ['cardNumber', '0#', 'transferred', 'transferring'],
  ['password', password, 'password', '', 'checkPassword'],
  ['password', `${password}#77`, 'password', '', 'checkPassword'],
  ['password', '12345', 'password', again('passwordForm')],
  ['password', '1234567', 'password', again('passwordForm')],
  ['password', '000000', 'password', '', 'checkPassword'],
  ['password', '9', 'done', 'forgotten afterwards'],
  ['password', '', 'password', 'menu'],
  ['password', '*', 'cardNumber', enterCard],
  ['password', '0', 'transferred', 'transferring'],
  ['confirmReport', '1', 'confirmReport', '', 'report'],
  ['confirmReport', '2', 'confirmReport', again('notUnderstood')],
  ['confirmReport', '11', 'confirmReport', again('notUnderstood')],
  ['confirmReport', '', 'confirmReport', 'menu'],
  ['confirmReport', '*', 'menu', menu],
  ['confirmReport', '0', 'transferred', 'transferring'],
  ['confirmCancel', '1', 'confirmCancel', '', 'cancel'],
  ['confirmCancel', '9', 'confirmCancel', again('notUnderstood')],
  ['confirmCancel', '', 'confirmCancel', 'menu'],
  ['confirmCancel', '*', 'menu', menu],
  ['confirmCancel', '0', 'transferred', 'transferring'],
  ['status', '1', 'status', '', 'status'],
  ['status', '2', 'status', again('notUnderstood')],
  ['status', '', 'status', 'menu'],
  ['status', '*', 'menu', menu],
  ['status', '0', 'transferred', 'transferring'],
  ['done', '1', 'done', again('notUnderstood')],
  ['done', '', 'done', 'menu'],
  ['done', '*', 'menu', menu],
  ['done', '0', 'transferred', 'transferring'],
  ...['1', '', '*', '0'].map((typed) => ['ended', typed, 'ended', ''] as const),
  ...['1', '', '*', '0'].map((typed) => ['transferred', typed, 'transferred', ''] as const),
]

test.each(table.map(([at, typed, to, say, effect = null]) => ({ at, typed, to, say, effect })))('in $at, "$typed" leads to $to, saying "$say"', ({ at, typed, to, say, effect }) => {
  expect(brief(hear(callAt(steps[at]), typed))).toEqual([to, say, effect])
})

test('every step stands in the table with silence, *, 0 and something wrong or right', () => {
  for (const at of Object.keys(expects)) expect(table.filter(([from]) => from === at).length).toBeGreaterThanOrEqual(4)
})

test('a call begins with a greeting, and a choice of language', () => {
  expect(brief(beginCall())).toEqual(['language', 'greeting chooseLanguage', null])
  expect([hear(beginCall().call, '1').call.language, hear(beginCall().call, '2').call.language, hear(beginCall().call, '').call.language]).toEqual(['zh', 'en', 'zh'])
})

test('the errand chosen goes along to the password', () => {
  for (const [key, errand] of [['1', 'report'], ['2', 'cancel'], ['3', 'status']] as const) {
    const typed = hear(hear(callAt(steps.menu), key).call, cardNumber)
    expect(hear(typed.call, password).effect).toEqual({ kind: 'checkPassword', errand, cardNumber, password })
  }
})

test('a status that offers nothing takes no 1', () => {
  expect(brief(hear(callAt({ at: 'status', card, offers: null }), '1'))).toEqual(['status', 'notUnderstood menu', null])
})

describe('wrong entries in a row', () => {
  const open = ['language', 'menu', 'cardNumber', 'password', 'confirmReport', 'confirmCancel', 'status', 'done'] as const

  test.each(open)('in %s: the third offers staff, and then it ends', (at) => {
    const [first, second] = [hear(callAt(steps[at]), '777'), hear(callAt(steps[at], { misses: 1 }), '777')]
    expect([first.call.misses, second.call.misses, second.call.step]).toEqual([1, 2, steps[at]])
    const third = hear(second.call, '777')
    expect([third.call.step, keysOf(third.say)[1]]).toEqual([{ at: 'done', isLast: true }, 'offerStaffed'])
    for (const typed of ['7', '', '*', '#']) expect(brief(hear(third.call, typed))).toEqual(['ended', 'goodbye', null])
    expect(brief(hear(third.call, '0'))).toEqual(['transferred', 'transferring', null])
  })

  test('a right one in between begins them anew', () => {
    expect(hear(callAt(steps.menu, { misses: 2 }), '1').call.misses).toBe(0)
  })

  test('a wrong password is one of them', () => {
    const wrong: Outcome = { kind: 'checkPassword', errand: 'report', came: { kind: 'wrong' } }
    expect(brief(after(callAt(steps.password, { misses: 1 }), wrong))).toEqual(['password', 'wrongPassword menu', null])
    expect(brief(after(callAt(steps.password, { misses: 2 }), wrong))).toEqual(['done', 'wrongPassword offerStaffed', null])
  })
})

test.each(['menu', 'cardNumber', 'password', 'confirmReport', 'confirmCancel', 'status', 'done'] as const)('in %s, silence repeats twice, and then it ends', (at) => {
  const [once, twice] = [hear(callAt(steps[at]), ''), hear(callAt(steps[at], { silences: 1 }), '')]
  expect([once, twice].map(({ call: { step }, say }) => [step, keysOf(say)])).toEqual([[steps[at], ['menu']], [steps[at], ['menu']]])
  expect(brief(hear(twice.call, ''))).toEqual(['ended', 'goodbye', null])
  expect(hear(callAt(steps[at], { silences: 2 }), '777').call.silences).toBe(0)
})

test('a call that nobody went on with has ended', () => {
  expect(brief(idleCall('zh'))).toEqual(['ended', 'idle', null])
})

describe('a right password', () => {
  const right = (errand: 'report' | 'cancel' | 'status'): Outcome => ({ kind: 'checkPassword', errand, came: { kind: 'right', card } })
  const found = (errand: 'report' | 'cancel' | 'status', came = standing()) => brief(after(callAt(steps.password), { kind: 'status', errand, card, came }))

  test('looks at the card before anything is offered', () => {
    for (const errand of ['report', 'cancel', 'status'] as const) {
      expect(after(callAt(steps.password), right(errand)).effect).toEqual({ kind: 'status', errand, card })
    }
  })

  test('asks whether to report, saying what that does', () => {
    expect(found('report')).toEqual(['confirmReport', 'reportDoes bankApart confirmReport', null])
  })

  test('says a report that stands as it is, and where it is released', () => {
    expect(found('report', lost())).toEqual(['done', 'standing releasedIn afterwards', null])
    expect(found('report', lost({ releasedIn: [] }))).toEqual(['done', 'standing afterwards', null])
  })

  test('asks whether to cancel what was reported here', () => {
    expect(found('cancel', lost())).toEqual(['confirmCancel', 'cancelDoes confirmCancel', null])
    expect(found('cancel')).toEqual(['done', 'nothingReported standing afterwards', null])
  })

  test('says how the card stands, and offers what can be done', () => {
    expect(found('status')).toEqual(['status', 'standing reportHere afterwards', null])
    expect(found('status', lost())).toEqual(['status', 'standing releasedIn bankApart cancelHere afterwards', null])
    const neither = standing({ state: 'cancelled', notReported: { code: 'cardCancelled', where: [] }, notCancelled: { code: 'cardCancelled', where: [] } })
    expect(found('status', neither)).toEqual(['status', 'standing afterwards', null])
  })

  test.each(cardRefusals)('is told where the rules refuse: %s', (code) => {
    const said = after(callAt(steps.password), { kind: 'status', errand: 'report', card, came: standing({ notReported: { code, where: [] } }) })
    expect(said.say[0]).toEqual({ key: 'refused', code })
    expect(found('cancel', standing({ notCancelled: { code, where: ['counter'] } }))).toEqual(['done', 'refused elsewhere afterwards', null])
  })
})

test('a locked line says until when, and where else a loss is reported', () => {
  const locked = (formalIn: readonly 'wechat'[]): Outcome => ({ kind: 'checkPassword', errand: 'report', came: { kind: 'locked', until: 9, formalIn } })
  const said = after(callAt(steps.password), locked(['wechat']))
  expect([brief(said), said.say[0]]).toEqual([['done', 'locked formalIn afterwards', null], { key: 'locked', until: 9 }])
  expect(brief(after(callAt(steps.password), locked([])))).toEqual(['done', 'locked afterwards', null])
})

describe('a change', () => {
  const made = (kind: 'report' | 'cancel', came: ChangeOutcome) => brief(after(callAt(kind === 'report' ? steps.confirmReport : steps.confirmCancel), { kind, came }))

  test('that was made is said with all there is to know', () => {
    expect(made('report', { kind: 'done', standing: lost(), tail: 'AB12' })).toEqual(
      ['done', 'reported standing receipt howToCancel formalIn bankApart afterwards', null])
    expect(made('report', { kind: 'done', standing: lost({ bankToTell: false, formalIn: [] }), tail: 'AB12' })).toEqual(
      ['done', 'reported standing receipt howToCancel afterwards', null])
    expect(made('cancel', { kind: 'done', standing: standing(), tail: 'AB12' })).toEqual(['done', 'cancelled standing afterwards', null])
  })

  test('that was so already says how it stands', () => {
    expect(made('report', { kind: 'already', standing: lost(), tail: 'AB12' })).toEqual(['done', 'standing releasedIn afterwards', null])
    expect(made('cancel', { kind: 'already', standing: standing(), tail: '' })).toEqual(['done', 'nothingReported standing afterwards', null])
  })

  test('that the rules refuse by then says so, and where instead', () => {
    for (const kind of ['report', 'cancel'] as const) {
      expect(made(kind, { kind: 'refused', code: 'disputeOpen', where: [] })).toEqual(['done', 'refused afterwards', null])
      expect(made(kind, { kind: 'refused', code: 'releasedElsewhere', where: ['counter'] })).toEqual(['done', 'refused elsewhere afterwards', null])
    }
  })

  test('on a password heard too long ago begins at the card’s number, with the same errand', () => {
    const output = after(callAt(steps.confirmCancel), { kind: 'cancel', came: { kind: 'proofOld' } })
    expect([brief(output), output.call.step]).toEqual([['cardNumber', 'proofOld enterCard cardKeys', null], { at: 'cardNumber', errand: 'cancel' }])
  })
})
