import type pg from 'pg'
import type { Keys } from '../../../cloudfunctions/runtime/keys'

const key = (kind: string) => `'${kind}-' || lpad(n::text, ${22 - kind.length - 1}, '0')`

/** As `fill` writes them, but that one person's sealed data stands for everybody's: as long, and opened by nobody. */
const statements = [
  `insert into person select ${key('person')}, $3, true from generate_series($1::integer, $2::integer - 1) n`,
  `insert into card (card_key, holder_key, sealed_number, city, issuing_bank, issued_on, social_life, social_since, financial_life, financial_since,
    version, changed_at, head) select ${key('card')}, ${key('person')}, $3, 'chengdu', 'icbc', '2020-01-01', 'inUse', 1, 'inUse', 1, 1, 1, ''
    from generate_series($1::integer, $2::integer - 1) n`,
  `insert into person_card select ${key('person')}, ${key('card')} from generate_series($1::integer, $2::integer - 1) n`,
  `insert into account (account_key, channel, platform_hash, hash_key_id, person_key, epoch, begun_at, bound_at)
    select ${key('account')}, 'wechat', 'hash-' || n, 'bench', ${key('person')}, 1, 1, 1 from generate_series($1::integer, $2::integer - 1) n`,
]

/** People with a card and an account each from one number to another, made by the server itself: hundreds of thousands a minute. */
export const fillBulk = async (client: pg.Client, keys: Keys, from: number, to: number): Promise<void> => {
  const person = keys.seal(JSON.stringify({ name: '示例公民', idNumber: '000000198001010015', phone: '10000000000' }), 'person')
  const number = keys.seal('990000000000000000', 'card')
  for (const text of statements) {
    const sealed = text.includes('$3') ? [text.startsWith('insert into card') ? number : person] : []
    await client.query(text, [from, to, ...sealed])
  }
}
