import { useState, type FormEvent, type Ref } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { ask, refusedBy, type Refused } from './ask'
import { Field } from './field'
import { sayRefusal } from './say'
import { useWords } from './words'

interface SignInFormProps {
  /** Whoever was here last. */
  readonly staffId: string
  readonly passwordInput?: Ref<HTMLInputElement>
  readonly onIn: (member: StaffOnWire) => void
}

export const SignInForm = ({ staffId: last, passwordInput, onIn }: SignInFormProps) => {
  const spoken = useWords()
  const { w } = spoken
  const [staffId, setStaffId] = useState(last)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefused(undefined)
    ask('counter/signIn', { staffId: staffId.trim(), password }).then(onIn, (thrown: unknown) => {
      setRefused(refusedBy(thrown).asReading())
      setBusy(false)
    })
  }
  return (
    <form onSubmit={submit}>
      <Field label={w.signIn.staffId} value={staffId} onChange={setStaffId} autoComplete="username" />
      <Field label={w.signIn.password} {...(passwordInput && { input: passwordInput })} value={password} onChange={setPassword} type="password" autoComplete="current-password" />
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button className="main" disabled={!staffId.trim() || !password} aria-busy={busy}>{busy ? w.signIn.busy : w.signIn.go}</button>
    </form>
  )
}
