import { useRef, useState } from 'react'
import { checkReceipt, type Checked } from './check'
import { Enter } from './enter'
import { Result } from './result'
import { useKeys } from './use-keys'
import { useWords } from './words'

const nothing = () => undefined

export const App = () => {
  const { w, change } = useWords()
  const { keys, again } = useKeys()
  const [checked, setChecked] = useState<Checked>()
  const field = useRef<HTMLInputElement>(null)
  const clear = () => setChecked(undefined)
  const next = () => {
    clear()
    field.current?.focus()
  }
  return (
    <main>
      <header>
        <h1>{w.title}</h1>
        <button className="plain" onClick={change}>{w.other}</button>
      </header>
      {keys.is === 'missing' && (
        <section className="sheet">
          <p className="wrong" role="alert">{w.keys.missing}</p>
          <button className="main" onClick={again}>{w.keys.again}</button>
        </section>
      )}
      {keys.is === 'here' && <Enter field={field} onBegin={checked ? clear : nothing} onCode={(code) => setChecked(checkReceipt(code, keys.keys, Date.now()))} />}
      <div role="status">
        {checked ? <Result checked={checked} onNext={next} /> : keys.is === 'here' && <section className="sheet"><p className="hint">{w.waiting}</p></section>}
      </div>
    </main>
  )
}
