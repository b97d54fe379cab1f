import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { facesOf, isBankToTell } from '@/components/face'
import { Result } from '@/components/result'
import { Steps, type Step } from '@/components/steps'
import { Summary } from '@/components/summary'
import type { DataOf, OrderOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { goHome, replace } from '@/platform/navigation'
import { useRules } from '../banks/use-rules'
import { useCard } from '../card'
import { BankTask } from '../card/bank-task'
import { CitizenScreen } from '../screen/citizen-screen'
import { TellMeOf } from '../subscribe/tell-me'

/** Whether it has been accepted, which nothing takes back. */
const isAccepted = ({ state }: OrderOnWire): boolean => state !== 'applied' && state !== 'rejected' && state !== 'cancelled'

/** What comes now, and then: applied, accepted, made, collected or received, activated. */
const useSteps = (order: OrderOnWire, days: number): readonly Step[] => {
  const { r: { apply: { steps: said } }, dates } = useReissueCopy()
  const accepted = isAccepted(order)
  const moment = (state: OrderOnWire['state']) => order.steps.filter((step) => step.state === state).map(({ at }) => dates.exact(at))
  const byMail = order.way === 'mail'
  const handed = byMail ? { title: said.sent, lines: [said.sentLines] } : { title: said.collected, lines: [said.collectedLines] }
  return [
    { key: 'applied', title: said.applied, lines: moment('applied'), dot: 'good', ticked: true },
    { key: 'accepted', title: said.accepted, lines: accepted ? moment('accepted') : [said.acceptedLines], dot: accepted ? 'good' : 'azure', ticked: accepted },
    { key: 'made', title: said.made, lines: [said.madeLines(days)], dot: accepted ? 'azure' : 'slate' },
    { key: 'handed', ...handed, dot: 'slate' },
    { key: 'activated', title: said.activated, lines: [said.activatedLines], dot: 'slate' },
  ]
}

const useTitle = ({ order, already }: DataOf<'reissue/apply'>) => {
  const { apply: said } = useReissueCopy().r
  if (isAccepted(order)) return { title: said.accepted, second: said.acceptedNext }
  return { title: already ? said.already : said.done, second: said.doneNext }
}

/** It is in: what happens now, what is still open at the bank, the numbers to keep, and being told. */
export const Done = ({ applied }: { readonly applied: DataOf<'reissue/apply'> }) => {
  const { t, r } = useReissueCopy()
  const { order, report } = applied
  const card = useCard(applied.card.cardId).data?.card ?? applied.card
  const { cardId } = card
  const { readyInWorkingDays } = useRules(card.city)
  const said = r.apply
  const rows = [
    { label: said.number, value: order.orderId },
    ...(report ? [{ label: t.receipt.number, value: report.receiptNumber }] : []),
  ]
  return (
    <CitizenScreen task title={r.titles.reissue} dock={<ActionButton kind="second" words={t.receipt.toHome} onTap={() => void goHome()} />} onBack={() => void goHome()}>
      <Result {...useTitle(applied)} picture={<MiniCard faces={facesOf(card)} />} />
      {isBankToTell(card) && <BankTask card={card} title={t.task.lastStep} />}
      <Steps steps={useSteps(order, readyInWorkingDays.value)} />
      <Summary rows={rows} />
      <View className="page-col">
        <ActionButton icon="list" words={isAccepted(order) ? said.receipt : said.see} onTap={() => void replace('order', { cardId })} />
        <TellMeOf card={card} about="cardChanged" />
      </View>
    </CitizenScreen>
  )
}
