import { useId, type KeyboardEvent, type Ref } from 'react'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'date'
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly digits?: boolean
  readonly autoComplete?: string
  readonly input?: Ref<HTMLInputElement>
  /** Instead of sending the form that it stands in. */
  readonly onEnter?: () => void
}

export const Field = ({ label, value, onChange, type = 'text', hint, wrong, digits = false, autoComplete = 'off', input, onEnter }: FieldProps) => {
  const id = useId()
  const note = wrong ?? hint
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onEnter) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input} id={id} type={type} value={value} autoComplete={autoComplete} inputMode={digits ? 'numeric' : undefined} onKeyDown={enter}
        aria-invalid={wrong !== undefined} aria-describedby={note ? `${id}-note` : undefined} onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={note ? (wrong ? 'bad' : 'hint') : undefined} aria-live="polite">{note}</p>
    </div>
  )
}
