import { useRef, type KeyboardEvent } from 'react'

interface TabsProps<Name extends string> {
  readonly title: string
  readonly names: readonly Name[]
  readonly words: Readonly<Record<Name, string>>
  readonly value: Name
  /** The id of what the tabs choose between. */
  readonly panel: string
  readonly onChange: (name: Name) => void
}

const steps: Readonly<Partial<Record<string, number>>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Tabs as keyboards know them: one stop, arrows from one to the next. */
export const Tabs = <Name extends string>({ title, names, words, value, panel, onChange }: TabsProps<Name>) => {
  const list = useRef<HTMLDivElement>(null)
  const go = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (names.indexOf(value) + step + names.length) % names.length
    onChange(names[at] ?? value)
    list.current?.querySelectorAll('button')[at]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={title} ref={list}>
      {names.map((name) => (
        <button
          key={name} type="button" role="tab" aria-selected={name === value} aria-controls={panel} tabIndex={name === value ? 0 : -1}
          onClick={() => onChange(name)} onKeyDown={go}
        >
          {words[name]}
        </button>
      ))}
    </div>
  )
}
