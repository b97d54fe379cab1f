import type { KioskOnWire } from '@/contract'
import { forgetStored } from '@/platform/kiosk/forget'
import { setTerminal } from '@/platform/terminal.h5'
import { ask } from '../ask'
import { failureFrom } from '../failure'
import { keepSession } from '../session/store'
import { createStore } from '../store'
import { resetComfort } from './comfort'

/**
 * What this browser is: not known while it is asked, nor where no answer comes; anyone's; a terminal, and where it stands; or one that the
 * operator took out of use.
 */
export type Place =
  | { readonly is: 'asking' | 'unanswered' | 'visitors' | 'stopped' }
  | { readonly is: 'terminal'; readonly kiosk: KioskOnWire }

export const place = createStore<Place>({ is: 'asking' })

/** From now on one person follows the other here: nothing of whoever used this browser before is left. */
export const becomeTerminal = (kiosk: KioskOnWire): void => {
  if (place.get().is !== 'terminal') {
    keepSession(undefined)
    setTerminal(true)
    forgetStored()
    resetComfort()
  }
  place.set({ is: 'terminal', kiosk })
}

const withoutKiosk = (): Place => {
  const { is } = place.get()
  return { is: is === 'terminal' || is === 'stopped' ? 'stopped' : 'visitors' }
}

/** Asks the server which terminal this browser is. Where no answer comes it is not taken for anyone's: that would be a way into a terminal. */
export const askPlace = async (): Promise<void> => {
  try {
    const { kiosk } = await ask('session/kiosk', {})
    if (kiosk) becomeTerminal(kiosk)
    else place.set(withoutKiosk())
  } catch (thrown) {
    if (place.get().is !== 'terminal') place.set(failureFrom(thrown).retryable ? { is: 'unanswered' } : withoutKiosk())
  }
}
