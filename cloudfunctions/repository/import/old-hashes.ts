import { ConfigError } from '../../runtime/config-error'
import type { Keys } from '../../runtime/keys'
import type { Session } from './session'

const old = `select exists (select from card_directory where hash_key_id <> $1) or exists (select from person_directory where hash_key_id <> $1) as old`

/** Whoever stands under another hash key than the current one would not be found, and come in a second time. */
export const refuseOldHashes = async (session: Session, keys: Keys): Promise<void> => {
  const [row] = await session.query<{ old: boolean }>(old, [keys.ids.hash[0]])
  if (row?.old) throw new ConfigError('People or cards of the record still stand under another hash key: run `npm run keys:rotate` first.')
}
