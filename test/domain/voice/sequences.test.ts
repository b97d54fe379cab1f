import fc from 'fast-check'
import { voiceStates } from '@/contract/channel'
import { expects, type VoiceCall } from '@/domain/voice'
import { callAt, cardNumber, greeted, lost, password, standing, steps, turn, type World } from './calls'

const refusal = { kind: 'refused', code: 'disputeOpen', where: [] } as const
const worlds: readonly World[] = [
  { isRight: true, standing: standing(), changed: { kind: 'done', standing: lost(), tail: 'AB12' } },
  { isRight: true, standing: lost(), changed: { kind: 'already', standing: lost(), tail: 'AB12' } },
  { isRight: true, standing: standing(), changed: { kind: 'proofOld' } },
  { isRight: true, standing: standing(), changed: refusal },
  { isRight: false, standing: standing(), changed: refusal },
]
const likely = fc.constantFrom('1', '2', '3', '9', '0', '*', '', '#', `${cardNumber}#`, cardNumber, password, `${password}#`, '111111', '12345678')
const anything = fc.string({ unit: fc.constantFrom(...'0123456789*#'), maxLength: 32 })
const typed = fc.array(fc.oneof({ weight: 9, arbitrary: likely }, { weight: 1, arbitrary: anything }), { maxLength: 40 })
const calls = fc.tuple(fc.constantFrom(...worlds), typed)

/** Everything that was done in a call, with what was typed in that turn and where the call was. */
const played = ([world, entries]: readonly [World, readonly string[]]) => {
  let call: VoiceCall = greeted()
  return entries.map((entry) => {
    const before = call
    const { output, effects } = turn(call, entry, world)
    call = output.call
    return { before, entry, effects, output }
  })
}

test('calls are worth making: they reach every step, and every effect', () => {
  const seen = new Set<string>()
  fc.assert(fc.property(calls, (one) => {
    for (const { effects, output } of played(one)) [output.call.step.at, ...effects.map(({ kind }) => `does ${kind}`)].forEach((what) => seen.add(what))
  }), { numRuns: 3000, seed: 7 })
  expect([...seen].sort()).toEqual([...Object.keys(expects), 'does cancel', 'does checkPassword', 'does report', 'does status'].sort())
})

test('whatever is typed, a call stays in a known state, says what it expects, and ends for good', () => {
  fc.assert(fc.property(calls, (one) => {
    let isOver = false
    for (const { output } of played(one)) {
      const { at } = output.call.step
      expect(voiceStates).toContain(at)
      if (isOver) expect(['ended', 'transferred']).toContain(at)
      isOver ||= expects[at].kind !== 'digits'
      if (expects[at].kind === 'digits') expect(output.say.length).toBeGreaterThan(0)
    }
  }), { numRuns: 1000 })
})

test('nothing is reported or cancelled but by a 1 right after the question, after a right password in the same call', () => {
  fc.assert(fc.property(calls, (one) => {
    let proven = false
    for (const { before, entry, effects } of played(one)) {
      for (const effect of effects) {
        if (effect.kind === 'checkPassword') proven ||= one[0].isRight && effect.password === password
        if (effect.kind !== 'report' && effect.kind !== 'cancel') continue
        const key = entry.split('#', 1)[0] ?? ''
        expect([proven, before.step.at, key.slice(key.lastIndexOf('*') + 1)]).toEqual([true, effect.kind === 'report' ? 'confirmReport' : 'confirmCancel', '1'])
      }
    }
  }), { numRuns: 2000 })
})

test('a card’s key is held only once its password was right, and its number no longer', () => {
  fc.assert(fc.property(calls, (one) => {
    for (const { output: { call } } of played(one)) {
      if (!one[0].isRight) expect(JSON.stringify(call)).not.toContain('card-1')
      if (call.step.at !== 'password') expect(JSON.stringify(call)).not.toContain(cardNumber)
      expect(JSON.stringify(call)).not.toContain(password)
    }
  }), { numRuns: 500 })
})

test('whoever never types ends within four turns, wherever the call is', () => {
  for (const step of Object.values(steps)) {
    let call = callAt(step)
    for (let silence = 0; silence < 4; silence += 1) call = turn(call, '', worlds[0] as World).output.call
    expect(expects[call.step.at].kind).not.toBe('digits')
  }
})
