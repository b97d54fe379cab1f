import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  readonly title: string
  readonly values: readonly Value[]
  readonly words: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few, all of them in view. */
export const Choice = <Value extends string>({ title, values, words, value, onChange }: ChoiceProps<Value>) => {
  const name = useId()
  return (
    <fieldset className="choice">
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
