import { useState, type FormEvent, type RefObject } from 'react'
import { Camera } from './camera'
import { canScan } from './detector'
import { useWords } from './words'

interface EnterProps {
  readonly field: RefObject<HTMLInputElement>
  readonly onCode: (code: string) => void
  /** The next one has begun. */
  readonly onBegin: () => void
}

/** Where a code comes in: by a hand scanner, which types it and presses Enter, by pasting, or by the camera where the browser reads codes. */
export const Enter = ({ field, onCode, onBegin }: EnterProps) => {
  const { w } = useWords()
  const [text, setText] = useState('')
  const [looks, setLooks] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    onCode(text)
    setText('')
  }
  const type = (typed: string) => {
    onBegin()
    setText(typed)
  }
  const see = (code: string) => {
    setLooks(false)
    onCode(code)
  }
  return (
    <section className="sheet">
      <form onSubmit={submit}>
        <label htmlFor="code">{w.enter.label}</label>
        <input id="code" ref={field} autoFocus autoComplete="off" spellCheck={false} value={text} aria-describedby="how" onChange={(event) => type(event.target.value)} />
        <p id="how" className="hint">{w.enter.hint}</p>
        <button className="main">{w.enter.go}</button>
      </form>
      {looks && <Camera onCode={see} onStop={() => setLooks(false)} />}
      {!looks && canScan() && <button onClick={() => { onBegin(); setLooks(true) }}>{w.enter.camera}</button>}
      <p className="hint">{w.enter.offline}</p>
    </section>
  )
}
