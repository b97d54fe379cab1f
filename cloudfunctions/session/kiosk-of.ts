import type { KioskOnWire } from '@/contract'
import { outletNameOf } from '../outlets/outlet-name'
import type { Kiosk } from '../runtime/caller'
import { kioskCookie } from '../runtime/cookies'
import type { Call } from '../runtime/define-operation'
import { isLetIn } from '../runtime/partner'

/** The terminal that the browser is which asks; null where it is none, or not any more. */
export const kioskOf = async ({ config, cookies, repository }: Pick<Call, 'config' | 'cookies' | 'repository'>): Promise<Kiosk | null> => {
  const credential = cookies.get(kioskCookie)
  const kiosk = credential ? await repository.kiosks.find(credential) : null
  return kiosk && isLetIn(kiosk.kioskId, config) ? kiosk : null
}

/** Browsers keep no cookie longer than 400 days: a terminal is given its own anew whenever it asks which it is. */
const deviceLasts = 400 * 24 * 60 * 60

export const keepDevice = (cookies: Call['cookies'], credential: string): void => cookies.set(kioskCookie, credential, deviceLasts)

export const kioskOnWire = async ({ repository }: Pick<Call, 'repository'>, { kioskId, outletId, city }: Kiosk): Promise<KioskOnWire> => {
  const outletName = await outletNameOf(repository, outletId)
  return { kioskId, outletId, city, ...(outletName !== undefined && { outletName }) }
}
