import type { ReactNode } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { rejectionReasons } from '@/domain/reissue/words'
import { isSimplePassword } from '@/domain/service-password'
import { disputeOutcomes, type ReportKind } from '@/domain/words'
import { Accept } from './accept'
import { AddressFields } from './address-fields'
import { Choice } from './choice'
import { Field } from './field'
import { asksAddress, needsNumber, type Filled } from './filled'
import type { FoundCard } from './find'
import type { TaskName } from './tasks'
import { useWords } from './words'

export interface DetailsProps {
  readonly task: TaskName
  readonly card: FoundCard
  readonly member: StaffOnWire
  readonly kinds: readonly ReportKind[]
  readonly filled: Filled
  readonly fill: (over: Partial<Filled>) => void
  readonly again: string
  readonly setAgain: (again: string) => void
}

/** Whoever acts for the holder, by their ID card. */
export const Person = ({ filled, fill }: Pick<DetailsProps, 'filled' | 'fill'>) => {
  const { w } = useWords()
  if (filled.role === 'cardholder') return null
  return (
    <>
      <Field label={w.who.name} value={filled.name} onChange={(name) => fill({ name })} />
      <Field label={w.who.idNumber} value={filled.idNumber} onChange={(idNumber) => fill({ idNumber })} />
    </>
  )
}

const Password = ({ task, filled: { password }, fill, again, setAgain }: DetailsProps) => {
  const { t, w } = useWords()
  const isTooSimple = /^\d{6}$/.test(password) && isSimplePassword(password, [])
  const differs = again.length >= password.length && again !== '' && again !== password
  return (
    <>
      <Field label={w.password.label} type="password" digits value={password} onChange={(typed) => fill({ password: typed })}
        hint={task === 'activate' ? w.password.optional : undefined} wrong={isTooSimple ? t.reasons.passwordTooSimple : undefined} />
      <Field label={w.password.again} type="password" digits value={again} onChange={setAgain} wrong={differs ? w.password.differs : undefined} />
    </>
  )
}

/** Which card the new one is, since when, and under which number it was mailed. */
const Numbers = ({ task, card, filled: { newCardNumber, newIssuedOn, trackingNumber }, fill }: DetailsProps) => {
  const { w } = useWords()
  const isMailed = task === 'mail' || card.order?.state === 'mailed'
  return (
    <>
      <Field label={w.order.newNumber} value={newCardNumber} onChange={(typed) => fill({ newCardNumber: typed })} hint={needsNumber(card) ? w.find.hint : w.order.numberKnown} />
      <Field label={w.order.newIssuedOn} type="date" value={newIssuedOn} onChange={(day) => fill({ newIssuedOn: day })} hint={w.order.newIssuedHint} />
      {isMailed && <Field label={w.order.trackingNumber} value={trackingNumber} onChange={(typed) => fill({ trackingNumber: typed })} hint={w.order.trackingHint} />}
    </>
  )
}

const Address = ({ task, card, filled, fill }: DetailsProps) =>
  asksAddress(task, card, filled) ? <AddressFields city={card.city} address={filled.address} onChange={(address) => fill({ address })} /> : null

const PutRight = (props: DetailsProps) => {
  const { w } = useWords()
  const { rejectedFor } = props.card.order ?? {}
  return (
    <>
      {rejectedFor && <p className="todo">{w.order.putRight}: {w.order.rejectedFor[rejectedFor]}</p>}
      <Address {...props} />
    </>
  )
}

const Kind = ({ kinds, filled, fill }: DetailsProps) => {
  const { w } = useWords()
  return kinds.length > 1 ? <Choice title={w.kind} values={kinds} words={w.kinds} value={filled.kind} onChange={(kind) => fill({ kind })} /> : null
}

const Rejected = ({ filled, fill }: DetailsProps) => {
  const { w } = useWords()
  return <Choice title={w.order.putRight} values={rejectionReasons} words={w.order.rejectedFor} value={filled.rejectedFor} onChange={(rejectedFor) => fill({ rejectedFor })} />
}

const Outcome = ({ filled, fill }: DetailsProps) => {
  const { w } = useWords()
  return <Choice title={w.outcome} values={disputeOutcomes} words={w.outcomes} value={filled.outcome} onChange={(outcome) => fill({ outcome })} />
}

const Accepted = (props: DetailsProps) => <Accept {...props}><Address {...props} /></Accept>

const asked: Readonly<Partial<Record<TaskName, (props: DetailsProps) => ReactNode>>> = {
  reportLoss: Kind, acceptReissue: Accepted, rejectReissue: Rejected, correctOrder: PutRight, changeAddress: Address, makeReady: Numbers, mail: Numbers,
  amendOrder: Numbers, activate: Password, setServicePassword: Password, closeDispute: Outcome,
}

/** What a task asks besides who stands there. */
export const Details = (props: DetailsProps) => {
  const Asked = asked[props.task]
  return Asked ? <Asked {...props} /> : null
}
