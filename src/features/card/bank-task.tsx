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
import { useBankTold, type BankTold } from './index'

const Confirm = ({ told, onClose }: { readonly told: BankTold; readonly onClose: () => void }) => {
  const { t } = useCopy()
  return (
    <Dialog question={t.task.ask} words={t.task.askLines}>
      <ActionButton words={t.task.yes} busyWords={told.sending ? t.task.saving : undefined} onTap={() => told.say(true)} />
      <ActionButton kind="plain" words={t.task.no} onTap={onClose} />
    </Dialog>
  )
}

/** “I have told the bank”, asked once more before it is noted down. */
export const ToldButton = ({ cardId, small = false }: { readonly cardId: string; readonly small?: boolean }) => {
  const { t } = useCopy()
  const told = useBankTold(cardId)
  const [asking, setAsking] = useState(false)
  const words = small ? t.task.toldShort : t.task.told
  return (
    <View>
      <ActionButton kind={small ? 'second' : 'plain'} small={small} words={words} onTap={() => setAsking(true)} />
      {told.failure && <Notice kind="bad" title={t.errors[told.failure.code].title}>{t.errors[told.failure.code].next}</Notice>}
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
      <ToldButton cardId={card.cardId} />
    </Task>
  )
}
