import { Input, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useOutletCopy } from '@/copy/outlets'
import { aria, fieldName } from '@/platform/aria'
import { isTerminal } from '@/platform/terminal'
import type { Place } from './use-place'
import type { WishesState } from './use-wishes'
import { bankToWish, type Asker } from './wishes'

interface ChipProps {
  readonly words: string
  readonly on: boolean
  readonly busy?: boolean
  readonly onTap: () => void
}

/** A wish that is on or off. */
const Chip = ({ words, on, busy = false, onTap }: ChipProps) => (
  <Tap className={`wish${on ? ' wish-on' : ''}`} role="checkbox" checked={on} busy={busy} onTap={onTap}>
    {on && <Icon name="check" />}
    <View>{words}</View>
  </Tap>
)

interface OpensProps {
  readonly words: string
  readonly on: boolean
  readonly label: string
  readonly onTap: () => void
}

/** A wish that is chosen from a list. */
const OpensChip = ({ words, on, label, onTap }: OpensProps) => (
  <Tap className={`wish${on ? ' wish-on' : ''}`} label={label} onTap={onTap}>
    <View>{words}</View>
    <Icon name="down" />
  </Tap>
)

export interface FiltersProps {
  readonly state: WishesState
  readonly asker: Asker
  readonly place: Place
  readonly onNeed: () => void
  readonly onDistrict: () => void
}

const Search = ({ state: { typed, type, confirm, wishes: { district } }, onDistrict }: FiltersProps) => {
  const { o } = useOutletCopy()
  const chosen = district?.name ?? o.district.all
  return (
    <View className="field-box find">
      <Icon name="search" />
      <Input
        className="field-input"
        value={typed}
        placeholder={o.search.example}
        confirmType="search"
        onInput={({ detail }) => type(detail.value)}
        onConfirm={confirm}
        {...fieldName(o.search.label)}
      />
      <Tap className="find-where" label={`${o.district.ask} ${chosen}`} onTap={onDistrict}>
        <View className="find-district">{chosen}</View>
        <Icon name="down" />
      </Tap>
    </View>
  )
}

/** What narrows the list: what for, near, open, one's own bank, a district, a name. */
export const Filters = (props: FiltersProps) => {
  const { o } = useOutletCopy()
  const { state: { wishes, change }, asker, place, onNeed } = props
  const { need, openNow, myBank } = wishes
  const finding = place.state.step === 'finding'
  return (
    <View className="page-col">
      <Search {...props} />
      <View className="wishes" {...aria({ role: 'group', label: o.chips.label })}>
        <OpensChip words={o.needs[need].chip} on={need !== ''} label={`${o.ask.need} ${o.needs[need].words}`} onTap={onNeed} />
        {!isTerminal() && <Chip words={finding ? o.chips.finding : o.chips.near} on={place.state.step === 'known'} busy={finding} onTap={place.start} />}
        <Chip words={o.chips.open} on={openNow} onTap={() => change({ openNow: !openNow })} />
        {bankToWish(wishes, asker) && <Chip words={o.chips.bank} on={myBank} onTap={() => change({ myBank: !myBank })} />}
      </View>
    </View>
  )
}
