import { useCallback, useState } from 'react'
import type { CardOnWire } from '@/contract'
import { papersToApply } from '@/domain/reissue/papers'
import { papers, roles, type Paper, type Role } from '@/domain/words'
import { useRules } from '../banks/use-rules'
import { clearTicks, keepTicks, keptTicks, type ListOf, type Ticks } from './ticks'

export interface Papers extends Ticks {
  /** Who may go: the cardholder or somebody for them; for a child its guardian. */
  readonly goers: readonly Role[]
  readonly needed: readonly Paper[]
  readonly left: number
  readonly choose: (role: Role) => void
  readonly tick: (paper: Paper) => void
  readonly clear: () => void
}

const goersFor = { cardholder: ['cardholder', 'proxy'], guardian: ['guardian'], proxy: ['proxy', 'cardholder'] } as const satisfies Record<Role, readonly Role[]>

const begin = (list: ListOf, own: Role): Ticks => {
  const known = keptTicks(list)
  return { role: roles.find((role) => role === known?.role) ?? own, ticked: papers.filter((paper) => known?.ticked.includes(paper)) }
}

/** What to bring for a way to a new card, by who goes, and what of it is packed. */
export const usePapers = ({ city, holder: { relation } }: CardOnWire, list: ListOf): Papers => {
  const [ticks, setTicks] = useState(() => begin(list, relation))
  const rules = useRules(city)
  const keep = useCallback((next: Ticks) => {
    setTicks(next)
    keepTicks(list, next)
  }, [list])
  const needed = papersToApply(ticks.role, list.reason, rules)
  const tick = (paper: Paper) =>
    keep({ ...ticks, ticked: ticks.ticked.includes(paper) ? ticks.ticked.filter((one) => one !== paper) : [...ticks.ticked, paper] })
  return {
    ...ticks,
    goers: goersFor[relation],
    needed,
    left: needed.filter((paper) => !ticks.ticked.includes(paper)).length,
    choose: (role) => keep({ ...ticks, role }),
    tick,
    clear: () => {
      clearTicks(list)
      setTicks({ ...ticks, ticked: [] })
    },
  }
}
