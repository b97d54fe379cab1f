import { useId } from 'react'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password'
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly digits?: boolean
  readonly autoComplete?: string
}

export const Field = ({ label, value, onChange, type = 'text', hint, wrong, digits = false, autoComplete = 'off' }: FieldProps) => {
  const id = useId()
  const note = wrong ?? hint
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} type={type} value={value} autoComplete={autoComplete} inputMode={digits ? 'numeric' : undefined}
        aria-invalid={wrong !== undefined} aria-describedby={note ? `${id}-note` : undefined} onChange={(event) => onChange(event.target.value)}
      />
      {note && <p id={`${id}-note`} className={wrong ? 'bad' : 'hint'}>{note}</p>}
    </div>
  )
}
