import { isSimplePassword } from '@/domain/service-password'
import { disputeOutcomes, reissueKinds, type ReportKind } from '@/domain/words'
import { Choice } from './choice'
import { Field } from './field'
import type { Filled, TaskName } from './tasks'
import { useWords } from './words'

export interface DetailsProps {
  readonly task: TaskName
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

const Password = ({ filled: { password }, fill, again, setAgain }: DetailsProps) => {
  const { t, w } = useWords()
  const isTooSimple = /^\d{6}$/.test(password) && isSimplePassword(password, [])
  const differs = again.length >= password.length && again !== '' && again !== password
  return (
    <>
      <Field label={w.password.label} type="password" digits value={password} onChange={(typed) => fill({ password: typed })} wrong={isTooSimple ? t.reasons.passwordTooSimple : undefined} />
      <Field label={w.password.again} type="password" digits value={again} onChange={setAgain} wrong={differs ? w.password.differs : undefined} />
    </>
  )
}

/** What a task asks besides who stands there. */
export const Details = (props: DetailsProps) => {
  const { w } = useWords()
  const { task, kinds, filled, fill } = props
  switch (task) {
    case 'reportLoss':
      return kinds.length > 1 ? <Choice title={w.kind} values={kinds} words={w.kinds} value={filled.kind} onChange={(kind) => fill({ kind })} /> : null
    case 'acceptReissue':
      return <Choice title={w.kind} values={reissueKinds} words={w.kinds} value={filled.reissueKind} onChange={(reissueKind) => fill({ reissueKind })} />
    case 'closeDispute':
      return <Choice title={w.outcome} values={disputeOutcomes} words={w.outcomes} value={filled.outcome} onChange={(outcome) => fill({ outcome })} />
    case 'setServicePassword': return <Password {...props} />
    case 'releaseLoss':
    case 'linkGuardian': return null
  }
}
