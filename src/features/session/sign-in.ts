import type { Door } from '@/contract'
import { ask } from '../ask'
import { keepSession } from './store'

/** Signs a demo citizen in by a door and remembers it. Throws Failed. */
export const signIn = async (citizen: string, door: Door): Promise<void> => {
  const { token } = await ask('session/signIn', { proof: { kind: 'sandbox', citizen, door } })
  keepSession({ citizen, door, token })
}
