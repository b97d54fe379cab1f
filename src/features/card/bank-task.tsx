import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Task } from '@/components/task'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '../banks/use-bank'
import { useSettings } from '../settings'
import { actionOf } from './actions'
import { useBankTold, type BankTold } from './index'

const Confirm = ({ told, onClose }: { readonly told: BankTold; readonly onClose: () => void }) => {
  const { t } = useCopy()
  return (
    <Dialog question={t.task.ask} words={t.task.askLines} onClose={onClose}>
      <ActionButton words={t.task.yes} busyWords={told.sending ? t.task.saving : undefined} onTap={() => told.say(true)} />
      <ActionButton kind="plain" words={t.task.no} onTap={onClose} />
    </Dialog>
  )
}

/** Why the citizen's word was not noted down. */
export const NotNoted = ({ told: { failure } }: { readonly told: BankTold }) => {
  const { t } = useCopy()
  return failure ? <Notice kind="bad" title={t.errors[failure.code].title}>{t.errors[failure.code].next}</Notice> : null
}

/** “I have told the bank”, asked once more before it is noted down. */
export const ToldButton = ({ card, small = false }: { readonly card: CardOnWire; readonly small?: boolean }) => {
  const { t } = useCopy()
  const told = useBankTold(card.cardId)
  const { reason } = actionOf(card, 'bankTold')
  const [asking, setAsking] = useState(false)
  const words = small ? t.task.toldShort : t.task.told
  return (
    <View>
      <ActionButton
        kind={small ? 'second' : 'plain'}
        small={small}
        words={words}
        offReason={reason && t.reasons[reason]}
        onTap={() => (told.failure ? told.retry() : setAsking(true))}
      />
      <NotNoted told={told} />
      {asking && !told.failure && <Confirm told={told} onClose={() => setAsking(false)} />}
    </View>
  )
}

/** The open task of every loss report: the bank does not know yet. It goes when the citizen, or the bank, says so. */
export const BankTask = ({ card, title }: { readonly card: CardOnWire; readonly title?: string }) => {
  const { t } = useCopy()
  const { name, hotline } = useBank(card)
  const { mode } = useSettings()
  return (
    <Task title={title ?? (mode === 'elder' ? t.task.titleElder : t.task.title)}>
      {hotline ? <CallButton who={t.call.nowWho(name)} number={hotline} /> : <View className="body">{t.task.noNumber}</View>}
      <ToldButton card={card} />
    </Task>
  )
}
