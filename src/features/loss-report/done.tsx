import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { Cell } from '@/components/cell'
import { facesOf, isBankToTell } from '@/components/face'
import { Notice } from '@/components/notice'
import { Result } from '@/components/result'
import { useCopy } from '@/copy/context'
import { go, goHome, replace } from '@/platform/navigation'
import { useCard } from '../card'
import { isLost } from '../card/actions'
import { BankTask } from '../card/bank-task'
import { Receipt } from '../card/receipt'
import type { Outcome } from '../flow'
import { CitizenScreen } from '../screen/citizen-screen'
import { TellMeOf } from '../subscribe/tell-me'

/** Reported: the state, the call that is still open, the receipt, and what comes next. */
export const Done = ({ outcome }: { readonly outcome: Outcome }) => {
  const { t } = useCopy()
  const { report, already } = outcome
  const newest = useCard(outcome.card.cardId).data?.card
  // an answer from before the report may still be in view
  const card = newest && isLost(newest) ? newest : outcome.card
  const { cardId } = card
  return (
    <CitizenScreen task title={t.screens.reportLoss} dock={<ActionButton kind="second" words={t.receipt.toHome} onTap={() => void goHome()} />}>
      <Result title={t.report.done} second={already ? t.report.doneAlready : t.report.doneNext} picture={<MiniCard faces={facesOf(card)} />} />
      {isBankToTell(card) && <BankTask card={card} title={t.task.lastStep} />}
      {report && <Receipt report={report} />}
      <View className="sheet">
        <Cell icon="card-back" title={t.receipt.found} onTap={() => void replace('release', { cardId })} />
        <Cell icon="card" title={t.receipt.toCard} onTap={() => void replace('card', { cardId })} />
      </View>
      <Notice kind="info" icon="print" title={t.card.reissue}>{t.card.reissueLines}</Notice>
      <ActionButton kind="second" icon="card-new" words={t.home.services.reissue} onTap={() => void go('reissue', { cardId, reason: 'lost' })} />
      <TellMeOf card={card} about="cardChanged" />
    </CitizenScreen>
  )
}
