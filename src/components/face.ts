import type { CardOnWire } from '@/contract'
import type { ShownState } from '@/domain/words'
import type { IconName } from './icon-name'

/** What a half of the card shows: its state, or for the bank's half what the citizen still has to do or has done. */
export type Face = ShownState | 'toTell' | 'told' | 'unknown'

/** Both halves as they are drawn and said. */
export interface Faces {
  readonly socialSecurity: Face
  readonly financial: Face
}

const lost: readonly ShownState[] = ['temporarilyLost', 'formallyLost', 'beingReissued']

/** An exchanged card is being reissued without ever having been reported lost. */
const isReported = ({ socialSecurity, actions }: CardOnWire): boolean =>
  lost.includes(socialSecurity.state) && !actions.some(({ reason, action }) => action === 'bankTold' && reason === 'nothingReported')

/** Whether the citizen still has to report the loss to the bank, as far as anyone said. */
export const isBankToTell = (card: CardOnWire): boolean =>
  isReported(card) && !lost.includes(card.financial.state) && card.financial.state !== 'cancelled' && !card.bankTold

const financialFace = (card: CardOnWire): Face => {
  const { state } = card.financial
  if (state !== 'inUse' || !isReported(card)) return state
  return card.bankTold ? 'told' : 'toTell'
}

export const facesOf = (card: CardOnWire): Faces => ({ socialSecurity: card.socialSecurity.state, financial: financialFace(card) })

/** Neither half could be looked up. */
export const unknownFaces: Faces = { socialSecurity: 'unknown', financial: 'unknown' }

type Tone = 'good' | 'todo' | 'calm' | 'bad' | 'info' | 'faint'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
  /** How the hills' outline is drawn; a painted half has none. */
  readonly line?: 'solid' | 'dashed' | 'dotted' | 'locked' | 'reissue' | 'faint' | 'cut'
}

/** A loss on purpose is slate, never red; red is for a locked card. */
export const looks: Record<Face, Look> = {
  inUse: { tone: 'good', icon: 'ok' },
  toTell: { tone: 'todo', icon: 'bang' },
  told: { tone: 'calm', icon: 'pause', line: 'solid' },
  temporarilyLost: { tone: 'todo', icon: 'clock', line: 'dashed' },
  formallyLost: { tone: 'calm', icon: 'pause', line: 'solid' },
  notActivated: { tone: 'info', icon: 'seal', line: 'dotted' },
  locked: { tone: 'bad', icon: 'lock', line: 'locked' },
  beingReissued: { tone: 'info', icon: 'card-new', line: 'reissue' },
  cancelled: { tone: 'faint', icon: 'stop', line: 'cut' },
  unknown: { tone: 'faint', icon: 'ask', line: 'faint' },
}
