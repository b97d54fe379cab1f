import { minute } from '@/domain/time'
import { newKioskId, newReadablePassword } from '../../cloudfunctions/repository'
import type { Services } from '../../cloudfunctions/runtime/services'
import { ask } from './ask'

/** Makes a browser a terminal: its cookie's pair. */
export const enrol = async (address: URL, { repository }: Services): Promise<string> => {
  const code = newReadablePassword()
  await repository.kiosks.add({ kioskId: newKioskId(), outletId: 'chengdu.wuhou-terminal', city: 'chengdu' }, code, 30 * minute)
  const { headers } = await ask(address, 'session/enrolKiosk', { code })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
