import { isSimplePassword } from '@/domain/service-password'
import { rejectionReasons, reissueReasons } from '@/domain/reissue/words'
import { disputeOutcomes, type ReportKind } from '@/domain/words'
import { Choice } from './choice'
import { Field } from './field'
import type { FoundCard } from './find'
import { isApplied, type Filled, type TaskName } from './tasks'
import { useWords } from './words'

export interface DetailsProps {
  readonly task: TaskName
  readonly card: FoundCard
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

/** An application stands as it came; whoever asks here says why. */
const Reason = ({ card, filled, fill }: Pick<DetailsProps, 'card' | 'filled' | 'fill'>) => {
  const { w } = useWords()
  return isApplied(card)
    ? <p className="todo">{w.order.asApplied}</p>
    : <Choice title={w.order.reason} values={reissueReasons} words={w.order.reasons} value={filled.reason} onChange={(reason) => fill({ reason })} />
}

/** What a task asks besides who stands there. */
export const Details = (props: DetailsProps) => {
  const { w } = useWords()
  const { task, card, kinds, filled, fill } = props
  switch (task) {
    case 'reportLoss':
      return kinds.length > 1 ? <Choice title={w.kind} values={kinds} words={w.kinds} value={filled.kind} onChange={(kind) => fill({ kind })} /> : null
    case 'acceptReissue':
      return <Reason card={card} filled={filled} fill={fill} />
    case 'rejectReissue':
      return <Choice title={w.order.putRight} values={rejectionReasons} words={w.order.rejectedFor} value={filled.rejectedFor} onChange={(rejectedFor) => fill({ rejectedFor })} />
    case 'makeReady': return <Field label={w.order.newNumber} value={filled.newCardNumber} onChange={(newCardNumber) => fill({ newCardNumber })} hint={w.find.hint} />
    case 'closeDispute':
      return <Choice title={w.outcome} values={disputeOutcomes} words={w.outcomes} value={filled.outcome} onChange={(outcome) => fill({ outcome })} />
    case 'activate':
    case 'setServicePassword': return <Password {...props} />
    default: return null
  }
}
