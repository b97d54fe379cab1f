import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Subheading } from '@/components/heading'
import { useOutletCopy } from '@/copy/outlets'
import { aria } from '@/platform/aria'
import { policyOf } from '@/domain/policies'
import type { OutletStepName } from '@/domain/words'
import type { City } from '../banks/city'
import { useRules } from '../banks/use-rules'
import { OutletRow, type RowContext } from './outlet-row'
import type { GroupOfRows } from './rows'
import { stepWords } from './step-words'
import type { FoundPages } from './use-found'

const StepHead = ({ step, city }: { readonly step: OutletStepName; readonly city: City }) => {
  const { o } = useOutletCopy()
  const { title, why } = stepWords(step, o, { readyDays: useRules(city).readyInWorkingDays.value, banks: policyOf(city).banks.value.length })
  return (
    <View>
      <Subheading words={title} />
      <View className="sub">{why}</View>
    </View>
  )
}

interface FoundListProps extends RowContext {
  readonly groups: readonly GroupOfRows[]
  readonly city: City
  readonly selected: string | undefined
  readonly onSelect: (key: string) => void
  /** The chosen outlet stands beside the list: its row says that it is chosen and opens nothing. */
  readonly beside?: boolean
  /** Left out for a list that was kept: there is nothing more of it. */
  readonly pages?: Pick<FoundPages, 'stateOf' | 'loadMore'>
}

const MoreButton = ({ group, pages: { stateOf, loadMore } }: { readonly group: GroupOfRows['group']; readonly pages: Pick<FoundPages, 'stateOf' | 'loadMore'> }) => {
  const { o } = useOutletCopy()
  const { busy, failed } = stateOf(group)
  return <ActionButton kind="second" words={failed ? o.moreFailed : o.more} busyWords={busy ? o.moreBusy : undefined} onTap={() => loadMore(group)} />
}

/** What was found, step by step where a card's need has several. */
export const FoundList = ({ groups, city, selected, onSelect, beside = false, pages, ...context }: FoundListProps) => {
  const { o } = useOutletCopy()
  return (
    <View className="page-col">
      {groups.map(({ group, rows }) => (
        <View key={group.step ?? ''} className="page-col">
          {group.step && <StepHead step={group.step} city={city} />}
          {rows.length === 0 && <View className="sub">{o.stepEmpty}</View>}
          {rows.length > 0 && (
            <View className="sheet" {...aria({ role: 'list' })}>
              {rows.map((row) => <OutletRow key={row.key} row={row} open={row.key === selected} beside={beside} onSelect={onSelect} {...context} />)}
            </View>
          )}
          {pages && group.cursor !== undefined && <MoreButton group={group} pages={pages} />}
        </View>
      ))}
    </View>
  )
}
