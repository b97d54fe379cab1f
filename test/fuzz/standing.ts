import { demoCitizens } from '../../cloudfunctions/session/demo-citizens'
import { signInAs } from '../support/record/person'
import { notice } from '../support/record/visitor'
import { dataOf } from './ask'
import type { Stage } from './stage'
import { enrol } from './terminal'

export type Headers = Readonly<Record<string, string>>
/** Where somebody has signed in: with a phone, or before a terminal. */
export type Kind = 'citizen' | 'terminal'

/** Somebody signed in, with what shows it. */
export interface Standing {
  readonly headers: Headers
  readonly refresh: string
  readonly card: string
  used: number
}

const ids = ['guardian', 'in-use', 'temporarily-lost', 'not-activated', 'card-ready', 'being-reissued', 'two-cards', 'card-collected'] as const
/** Those whom inputs are about, by their number, counted round. */
const nthPerson = (nth: number) => {
  const person = demoCitizens.find(({ id }) => id === ids[nth % ids.length])
  if (!person) throw new Error('the demo city has nobody of this id')
  return person
}

const atTerminal = async ({ address, services }: Stage, nth: number) => {
  // a terminal has one session at a time
  const cookie = await enrol(address, services)
  const { name, idNumber } = nthPerson(nth)
  const signedIn = await dataOf(address, 'session/signIn', { proof: { kind: 'terminal', name, idNumber, notice } }, { cookie })
  return { headers: { cookie, authorization: `Bearer ${signedIn?.token ?? ''}` }, refresh: signedIn?.refreshToken ?? 'a.b.c' }
}

const withPhone = async ({ record }: Stage, nth: number) =>
  ({ headers: { authorization: `Bearer ${(await signInAs(record, nthPerson(nth).idNumber)) ?? ''}` }, refresh: 'a.b.c' })

/** Signs somebody in, whose own card it is that their requests are about. */
export const signIn = async (stage: Stage, kind: Kind, nth: number): Promise<Standing> => {
  const signedIn = await (kind === 'terminal' ? atTerminal(stage, nth) : withPhone(stage, nth))
  const cards = (await dataOf(stage.address, 'card/list', {}, signedIn.headers))?.cards ?? []
  const card = cards[0]?.cardId ?? 'c-nobody'
  return { ...signedIn, card, used: 0 }
}
