import { useState, type FormEvent } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { ask, refusedBy, type Refused } from './ask'
import { Field } from './field'
import { sayRefusal } from './say'
import { useWords } from './words'

/** `left`: whoever was here was away for too long. */
export const SignIn = ({ left, onIn }: { readonly left: boolean; readonly onIn: (member: StaffOnWire) => void }) => {
  const spoken = useWords()
  const { w, change } = spoken
  const [staffId, setStaffId] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(undefined)
    ask('counter/signIn', { staffId: staffId.trim(), password }).then(onIn, (thrown: unknown) => {
      setRefused(refusedBy(thrown))
      setBusy(false)
    })
  }
  return (
    <main className="door">
      <form className="sheet" onSubmit={submit}>
        <h1>{w.title}</h1>
        <p>{left ? w.signIn.left : w.signIn.title}</p>
        <Field label={w.signIn.staffId} value={staffId} onChange={setStaffId} autoComplete="username" />
        <Field label={w.signIn.password} value={password} onChange={setPassword} type="password" autoComplete="current-password" />
        {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
        <button className="main" disabled={busy || !staffId.trim() || !password}>{busy ? w.signIn.busy : w.signIn.go}</button>
        <button type="button" className="plain" onClick={change}>{w.other}</button>
      </form>
    </main>
  )
}
