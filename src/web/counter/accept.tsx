import type { ReactNode } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { policyOf } from '@/domain/policies'
import { banksFor, isMovedIn } from '@/domain/reissue/eligibility'
import { reissueReasons, type ReissueReason } from '@/domain/reissue/words'
import { Choice } from './choice'
import { waysAt, type Filled } from './filled'
import type { FoundCard } from './find'
import { FormButton } from './form-button'
import { OutletChoice } from './outlet-choice'
import { isApplied } from './tasks'
import { useBankName } from './use-bank-name'
import { useWords } from './words'

interface AcceptProps {
  readonly card: FoundCard
  readonly member: StaffOnWire
  readonly filled: Filled
  readonly fill: (over: Partial<Filled>) => void
  /** Where it is sent. */
  readonly children: ReactNode
}

/** Another bank than the card's own, where the reason lets one choose. */
const BankChoice = ({ card, filled: { reason, bank }, fill }: Omit<AcceptProps, 'children'>) => {
  const { w } = useWords()
  const nameOf = useBankName(card.city)
  const banks = banksFor(reason, card.issuingBank, policyOf(card.city))
  if (banks.length < 2) return null
  return <Choice title={w.order.bank} values={banks} words={Object.fromEntries(banks.map((code) => [code, nameOf(code)]))} value={bank} onChange={(code) => fill({ bank: code })} />
}

const bankIn = (card: FoundCard, reason: ReissueReason, bank: string): string => {
  const banks = banksFor(reason, card.issuingBank, policyOf(card.city))
  return banks.includes(bank) ? bank : banks[0] ?? bank
}

/** An application stands as it came; whoever asks here says why, how the new card is received and where. */
export const Accept = (props: AcceptProps) => {
  const { w } = useWords()
  const { card, member, filled, fill, children } = props
  if (isApplied(card)) return <p className="todo">{w.order.asApplied}</p>
  if (isMovedIn(card.issuingBank, policyOf(card.city))) return <p className="todo">{w.order.movedIn}</p>
  const chooseReason = (reason: ReissueReason) => fill({ reason, bank: bankIn(card, reason, filled.bank) })
  const ways = waysAt(card)
  return (
    <>
      <Choice title={w.order.reason} values={reissueReasons} words={w.order.reasons} value={filled.reason} onChange={chooseReason} />
      <BankChoice {...props} />
      {ways.length > 1 && <Choice title={w.order.way} values={ways} words={w.order.ways} value={filled.way} onChange={(way) => fill({ way })} />}
      {filled.way === 'mail' ? children : <OutletChoice city={card.city} own={member} value={filled.outlet} onChange={(outlet) => fill({ outlet })} />}
      <FormButton cardId={card.cardId} staffId={member.staffId} reason={filled.reason} way={filled.way} />
    </>
  )
}
