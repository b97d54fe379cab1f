import { isSameName } from '@/domain/person-name'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { lockPerson, makePerson } from '../directory'
import { unnamed } from '../naming'
import { newKey } from '../random'
import type { NamedProxy } from './grants'

/**
 * The key of the person a holder names. An ID number that is not known makes a person without a name: only a check or the city's file
 * tells it. Where the name is not that person's it is the key of nobody: a wrong name gives no one any right, and the answer does not
 * tell who is known. Until the transaction's end no other grant is written for them, so that two at once do not both find room for one more.
 */
export const proxyKeyOf = async (run: Run, keys: Keys, { name, idNumber }: NamedProxy): Promise<string> => {
  const found = (await lockPerson(run, keys, idNumber))
    ?? (await makePerson(run, keys, { name: unnamed, idNumber, phone: '' }))
    ?? (await lockPerson(run, keys, idNumber))
  if (!found) throw new RequestError('busy')
  return found.person.name === unnamed || isSameName(found.person.name, name) ? found.personKey : newKey()
}
