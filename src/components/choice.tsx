import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Tap } from './tap'

interface Option<Value extends string> {
  readonly value: Value
  readonly words: string
  readonly second?: string | undefined
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly chosen: Value | undefined
  readonly onChoose: (value: Value) => void
}

/** One of a few; the whole row takes the tap. */
export const Choice = <Value extends string>({ label, options, chosen, onChoose }: ChoiceProps<Value>) => (
  <View className="sheet" {...aria({ role: 'radiogroup', label })}>
    {options.map(({ value, words, second }) => (
      <Tap
        key={value}
        className={`pick${value === chosen ? ' pick-on' : ''}`}
        role="radio"
        checked={value === chosen}
        onTap={() => onChoose(value)}
      >
        <View className={`box${value === chosen ? ' box-on' : ''}`}>{value === chosen && <View className="box-dot" />}</View>
        <View className="grow">
          <View className="cell-title">{words}</View>
          {second && <View className="cell-second">{second}</View>}
        </View>
      </Tap>
    ))}
  </View>
)
