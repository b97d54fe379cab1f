import type { LossReport } from '@/domain/card'
import type { Keys } from '../runtime/keys'
import type { Run } from './database'
import { openPerson } from './person'

const text = `select e.actor, p.sealed_person from card_event e join person p on p.person_key = e.actor
  where e.card_key = $1 and e.event->>'what' = 'lossReported' and e.event->'report'->>'id' = $2`

/** The name, in clear, of the guardian or proxy who made a report; null for anyone else's, which needs no look at the events. */
export const whoReported = async (run: Run, keys: Keys, cardKey: string, { id, by }: LossReport): Promise<string | null> => {
  if (by !== 'guardian' && by !== 'proxy') return null
  const [row] = await run<{ actor: string; sealed_person: string }>({ name: 'who-reported', text, values: [cardKey, id] })
  return row ? openPerson(keys, row.actor, row.sealed_person).name : null
}
