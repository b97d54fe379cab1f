import { toIso } from '@/domain/time'
import type { Deed } from './deed'

const shown = 200

/** What operators did, this look included. */
export const acts: Deed = {
  usage: 'acts                 the last two hundred uses of these commands, with their reasons',
  words: [0],
  subject: async () => 'all',
  run: async (_given, { audit }) =>
    (await audit.acts(shown)).map(({ seq, at, operator, what, subject, reason }) => [seq, toIso(at), operator, what, subject, JSON.stringify(reason)].join('  ')).join('\n'),
}
