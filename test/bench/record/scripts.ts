import { page } from '../../../cloudfunctions/repository/history'
import { all, forReading } from '../../../cloudfunctions/repository/read'
import { pageSize } from '../../../cloudfunctions/card/history'

/** The transaction every textbook has for this: five statements and a commit, a round trip each. */
export const textbook = (people: number): string => `\\set card random(0, ${people - 1})
BEGIN;
SELECT state, version FROM book_card WHERE id = :card FOR UPDATE;
INSERT INTO book_report (card, kind, channel, at) VALUES (:card, 'formal', 'wechat', now());
UPDATE book_card SET state = 'formallyLost', version = version + 1 WHERE id = :card;
INSERT INTO book_event (card, seq, what, at) SELECT id, version, 'lossReported', now() FROM book_card WHERE id = :card;
COMMIT;
`

const key = (kind: 'account' | 'card') => `('${kind}-' || lpad(:n::text, ${22 - kind.length - 1}, '0'))`

/** A statement of ours as pgbench sends it, about anybody. */
const script = (people: number, ...statements: readonly string[]): string => [`\\set n random(0, ${people - 1})`, ...statements.map((text) => `${text};`), ''].join('\n')

/** Of an account at its first epoch. */
const asAnyone = (text: string): string => text.replaceAll('$1', key('account')).replaceAll('$2', '1').replaceAll('$3', key('card'))

const history = page.replaceAll('$1', key('card')).replaceAll('$2', 'null').replaceAll('$3', String(pageSize + 1))

/** What `card/get`, `card/list` and `card/history` ask the database. */
export const lookups = {
  get: (people: number) => script(people, asAnyone(forReading)),
  list: (people: number) => script(people, asAnyone(all)),
  history: (people: number) => script(people, asAnyone(forReading), history),
} as const
export type Lookup = keyof typeof lookups
