import { day } from '@/domain/time'
import { newKioskId, type Repository } from '../../repository'
import { demoPrefix } from '../../runtime/partner'

/** By which a browser becomes a terminal of the demo city, once a start: open to everyone, and good in the sandbox alone. */
export const demoKiosk = { code: `${demoPrefix}kiosk`.toUpperCase(), outletId: 'chengdu.wuhou-hospital', city: 'chengdu' } as const

/** Another one to be enrolled, unless one is waiting already. */
export const loadDemoKiosk = async ({ kiosks }: Pick<Repository, 'kiosks'>): Promise<void> => {
  const { code, outletId, city } = demoKiosk
  await kiosks.add({ kioskId: `${demoPrefix}${newKioskId()}`, outletId, city }, code, 30 * day)
}
