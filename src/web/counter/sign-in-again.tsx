import { useEffect, useId, useRef } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { SignInForm } from './sign-in-form'
import { useWords } from './words'

interface SignInAgainProps {
  readonly staffId: string
  readonly onIn: (member: StaffOnWire) => void
  readonly onLeave: () => void
}

/** Over a desk that is hidden and kept as it is: whoever signs in again goes on where they were. */
export const SignInAgain = ({ staffId, onIn, onLeave }: SignInAgainProps) => {
  const { w } = useWords()
  const title = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    password.current?.focus()
    return () => { if (before instanceof HTMLElement) before.focus() }
  }, [])
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby={title} onCancel={(event) => event.preventDefault()}>
      <p id={title}>{w.signIn.again}</p>
      <SignInForm staffId={staffId} passwordInput={password} onIn={onIn} />
      <button type="button" className="plain" onClick={onLeave}>{w.signIn.leave}</button>
    </dialog>
  )
}
