import type { DataOf } from '@/contract'
import { ask } from './ask'
import type { FoundCard } from './find'
import { actedOf, type Filled, type TaskName } from './tasks'

type Result = Pick<DataOf<'channel/releaseLoss'>, 'result' | 'card' | 'report'>

/** Sends a task of the counter. The same key again does nothing twice. Throws Refused. */
export const sendTask = (task: TaskName, card: FoundCard, filled: Filled, staffId: string, key: string): Promise<Result> => {
  const acted = actedOf(task, card, filled, staffId, key)
  switch (task) {
    case 'reportLoss': return ask('channel/reportLoss', { ...acted, kind: filled.kind })
    case 'releaseLoss': return ask('channel/releaseLoss', acted)
    case 'acceptReissue': return ask('channel/acceptReissue', { ...acted, kind: filled.reissueKind })
    case 'setServicePassword': return ask('channel/setServicePassword', { ...acted, password: filled.password })
    case 'linkGuardian': {
      const { name, idNumber } = filled
      return ask('channel/linkGuardian', { ...acted, guardian: { name: name.trim(), idNumber: idNumber.trim().toUpperCase() } })
    }
    case 'closeDispute': return ask('channel/closeDispute', { ...acted, disputeId: card.dispute?.disputeId ?? '', outcome: filled.outcome })
  }
}
