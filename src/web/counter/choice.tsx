import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  readonly title: string
  readonly values: readonly Value[]
  readonly words: Readonly<Record<Value, string>>
  /** Undefined where none is chosen yet. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  /** Each in a line of its own, for long ones. */
  readonly rows?: boolean
}

/** One of a few, all of them in view. */
export const Choice = <Value extends string>({ title, values, words, value, onChange, rows = false }: ChoiceProps<Value>) => {
  const name = useId()
  return (
    <fieldset className={rows ? 'choice rows' : 'choice'}>
      <legend>{title}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  )
}

interface TicksProps {
  readonly title: string
  readonly items: readonly { readonly key: string; readonly words: string }[]
  readonly ticked: ReadonlySet<string>
  readonly onTick: (key: string, isTicked: boolean) => void
}

/** What has to be seen or said, each ticked by hand. */
export const Ticks = ({ title, items, ticked, onTick }: TicksProps) => (
  <fieldset className="choice ticks">
    <legend>{title}</legend>
    {items.map(({ key, words }) => (
      <label key={key}>
        <input type="checkbox" checked={ticked.has(key)} onChange={(event) => onTick(key, event.target.checked)} />
        {words}
      </label>
    ))}
  </fieldset>
)
