import { isAtFirstPage } from '@/platform/kiosk/pages'
import type { IdCard } from '@/platform/kiosk/reader'
import { goHome } from '@/platform/navigation'
import { ask } from '../ask'
import { newKey } from '../delivery'
import { failureFrom, type Failure } from '../failure'
import { privacyNotice } from '../privacy/notice'
import { keptOf } from '../session/sign-in'
import { keepSession } from '../session/store'
import { createStore } from '../store'
import { askPlace } from './place'

/** What one comes to a terminal for. */
export type Aim = 'report' | 'release' | 'reissue' | 'state'

/**
 * One person before a terminal: start → consent, where the ID card came before anything was chosen → entering → in, or failed. The ID card
 * as it was read stays in memory until they leave.
 */
export interface Visit {
  readonly id: string
  readonly stage: 'start' | 'consent' | 'entering' | 'failed' | 'in'
  readonly aim: Aim | undefined
  readonly card: IdCard | undefined
  readonly failure: Failure | undefined
  /** A social security card is to be put on the reader, so that the ID card may have to go. */
  readonly expectsCard: boolean
  /** The one before was ended because their session ran out. */
  readonly afterEnded: boolean
}

const fresh = (afterEnded = false): Visit =>
  ({ id: newKey(), stage: 'start', aim: undefined, card: undefined, failure: undefined, expectsCard: false, afterEnded })

export const visit = createStore<Visit>(fresh())

const update = (part: Partial<Visit>): void => visit.set({ ...visit.get(), ...part })

export const endVisit = (afterEnded?: boolean): void => visit.set(fresh(afterEnded))
export const chooseAim = (aim: Aim | undefined): void => update({ aim, afterEnded: false })
export const expectCard = (expectsCard: boolean): void => update({ expectsCard })

const signIn = async ({ id, card }: Visit & { readonly card: IdCard }): Promise<void> => {
  const signedIn = await ask('session/signIn', { proof: { kind: 'terminal', ...card, notice: privacyNotice } })
  // whoever left meanwhile is not signed in any more
  if (visit.get().id !== id) void ask('session/signOut', {}, signedIn.token).catch(() => undefined)
  else {
    keepSession(keptOf({ door: 'terminal', visit: id }, signedIn))
    update({ stage: 'in' })
  }
}

/** Signs in whoever's ID card lies on the reader, who has agreed. Once however often it is tapped. */
export const enter = async (): Promise<void> => {
  const mine = visit.get()
  if (!mine.card || mine.stage === 'entering' || mine.stage === 'in') return
  update({ stage: 'entering', failure: undefined })
  try {
    await signIn({ ...mine, card: mine.card })
  } catch (thrown) {
    if (visit.get().id !== mine.id) return
    const failure = failureFrom(thrown)
    update({ stage: 'failed', failure })
    // it may be that the terminal itself does not count any more
    if (failure.code === 'proofRefused') await askPlace()
  }
}

/** Where it was said, before the ID card came, that putting it on agrees to its being read. */
const saysSo: readonly (Aim | undefined)[] = ['report', 'release', 'state']

/** An ID card was read. Who chose something first was told what it is read for, and goes on; who did not is asked. */
export const beginWith = (card: IdCard): void => {
  update({ card, stage: 'consent', afterEnded: false })
  if (!isAtFirstPage()) void goHome()
  if (saysSo.includes(visit.get().aim)) void enter()
}
