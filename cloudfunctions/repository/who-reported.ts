import type { LossReport } from '@/domain/card'
import type { Keys } from '../runtime/keys'
import type { Run } from './database'
import { attestedName } from './partner/attestation'
import { openPerson } from './person'

const text = `select e.seq, e.actor, p.sealed_person, a.sealed_applicant from card_event e left join person p on p.person_key = e.actor
  left join attestation a on a.card_key = e.card_key and a.seq = e.seq
  where e.card_key = $1 and e.event->>'what' = 'lossReported' and e.event->'report'->>'id' = $2`

interface Row {
  readonly seq: number
  readonly actor: string
  readonly sealed_person: string | null
  readonly sealed_applicant: string | null
}

/** The name, in clear, of the guardian or proxy who made a report; null for anyone else's, which needs no look at the events. */
export const whoReported = async (run: Run, keys: Keys, cardKey: string, { id, by }: LossReport): Promise<string | null> => {
  if (by !== 'guardian' && by !== 'proxy') return null
  const [row] = await run<Row>({ name: 'who-reported', text, values: [cardKey, id] })
  if (!row) return null
  const { seq, actor, sealed_person: person, sealed_applicant: applicant } = row
  return applicant === null ? person && openPerson(keys, actor, person).name : attestedName(keys, cardKey, seq, applicant)
}
