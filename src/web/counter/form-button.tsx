import { useState } from 'react'
import { idNumberFault } from '@/domain/id-number'
import type { ReissueReason, ReissueWay } from '@/domain/reissue/words'
import { ask, type Refused } from './ask'
import { Field } from './field'
import { openPdf } from './open-pdf'
import { sayRefusal } from './say'
import { useReading } from './use-reading'
import { useWords } from './words'

interface FormButtonProps {
  readonly cardId: string
  readonly staffId: string
  readonly reason: ReissueReason
  readonly way: ReissueWay
}

/** The application form, filled in, for whoever's ID card lies on the counter: it says name and number in clear. */
export const FormButton = ({ cardId, staffId, reason, way }: FormButtonProps) => {
  const spoken = useWords()
  const { order: said } = spoken.w
  const [typed, setTyped] = useState('')
  const idNumber = typed.trim().toUpperCase()
  const { busy, refused, start } = useReading(
    () => ask('channel/applicationForm', { card: { cardId }, staff: { id: staffId }, idNumber, reason, way }),
    ({ pdf }) => {
      openPdf(pdf)
      setTyped('')
    },
  )
  const sentence = (failure: Refused) => (failure.code === 'notFound' ? said.formNone : sayRefusal(failure, spoken))
  const isReady = idNumberFault(idNumber) === null
  return (
    <details>
      <summary>{said.form}</summary>
      <Field label={said.formAsk} value={typed} onChange={setTyped} onEnter={() => { if (isReady) start() }} />
      {refused && <p className="bad" role="alert">{sentence(refused)}</p>}
      <button type="button" disabled={!isReady} aria-busy={busy} onClick={start}>{said.formGo}</button>
    </details>
  )
}
