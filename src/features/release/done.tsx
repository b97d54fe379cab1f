import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { Cell } from '@/components/cell'
import { facesOf } from '@/components/face'
import { Notice } from '@/components/notice'
import { Result } from '@/components/result'
import { useCopy } from '@/copy/context'
import { goHome, replace } from '@/platform/navigation'
import { useBank } from '../banks/use-bank'
import { Receipt } from '../card/receipt'
import type { Outcome } from '../flow'
import { CitizenScreen } from '../screen/citizen-screen'
import { TellMeOf } from '../subscribe/tell-me'

/** Released: the state that is there again, which need not be a working one, and what the bank still needs. */
export const Done = ({ outcome }: { readonly outcome: Outcome }) => {
  const { t } = useCopy()
  const { card, report, already } = outcome
  const { cardId } = card
  const bank = useBank(card)
  const { say, effect } = t.plain.socialSecurity[card.socialSecurity.state]
  return (
    <CitizenScreen task title={t.screens.release} dock={<ActionButton kind="second" words={t.receipt.toHome} onTap={() => void goHome()} />}>
      <Result title={t.release.done} second={already ? t.release.doneAlready : t.release.doneNext(say)} picture={<MiniCard faces={facesOf(card)} />} />
      <Notice kind={card.socialSecurity.state === 'inUse' ? 'good' : 'info'}>{effect}</Notice>
      <Notice kind="info" icon="bank">{t.release.bankNow(bank.name)}</Notice>
      {report && <Receipt report={report} />}
      <View className="sheet">
        <Cell icon="card" title={t.receipt.toCard} onTap={() => void replace('card', { cardId })} />
        <Cell icon="list" title={t.card.history} onTap={() => void replace('history', { cardId })} />
      </View>
      <TellMeOf card={card} about="cardChanged" />
    </CitizenScreen>
  )
}
