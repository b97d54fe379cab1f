import type { Card } from './card'
import type { CardFunction, Life, ReportKind } from './words'

const notCancelled = ['notActivated', 'inUse', 'locked'] as const satisfies readonly Life[]

interface Change {
  readonly needs: {
    readonly life: readonly Life[]
    readonly report: readonly (ReportKind | 'none')[]
    readonly reissue: readonly ('none' | 'accepted')[]
  }
  readonly leaves: { readonly report?: ReportKind | 'none'; readonly reissue?: 'accepted' }
}

const anyReport = ['none', 'temporary', 'formal'] as const
const anyReissue = ['none', 'accepted'] as const

/** What each change needs to find and what it leaves: read row by row, it is the rule. */
export const changes = {
  reportTemporary: { needs: { life: notCancelled, report: ['none'], reissue: anyReissue }, leaves: { report: 'temporary' } },
  reportFormal: { needs: { life: notCancelled, report: ['none', 'temporary'], reissue: anyReissue }, leaves: { report: 'formal' } },
  release: { needs: { life: notCancelled, report: ['temporary', 'formal'], reissue: ['none'] }, leaves: { report: 'none' } },
  lapse: { needs: { life: notCancelled, report: ['temporary'], reissue: anyReissue }, leaves: { report: 'none' } },
  acceptReplacement: { needs: { life: notCancelled, report: ['formal'], reissue: ['none'] }, leaves: { reissue: 'accepted' } },
  acceptExchange: { needs: { life: notCancelled, report: anyReport, reissue: ['none'] }, leaves: { reissue: 'accepted' } },
} as const satisfies Record<string, Change>

export type ChangeName = keyof typeof changes

/** Which of a change's needs a card's function does not meet: the first of life, report, reissue; null when all are met. */
export const unmetNeed = (name: ChangeName, card: Card, of: CardFunction): 'life' | 'report' | 'reissue' | null => {
  const { life, report, reissue }: Change['needs'] = changes[name].needs
  const facts = card.functions[of]
  if (!life.includes(facts.life)) return 'life'
  if (!report.includes(facts.report?.kind ?? 'none')) return 'report'
  return reissue.includes(card.reissue ? 'accepted' : 'none') ? null : 'reissue'
}
