import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import { isForCitizens } from '@/contract'
import { useOutletCopy, type OutletCopy } from '@/copy/outlets'
import type { Copy } from '@/copy'
import { aria } from '@/platform/aria'
import { go } from '@/platform/navigation'
import { useSession } from '../session'
import type { Need, NoneOnWire } from './found'
import type { WishesState } from './use-wishes'
import { bankToWish, isForCard, type Asker, type Wishes } from './wishes'

/** The city has no list that anyone has checked. */
export const NoList = ({ hotline }: { readonly hotline: string }) => {
  const { o, t } = useOutletCopy()
  return (
    <Empty title={o.noList.title} lines={o.noList.lines}>
      <CallButton who={t.call.hotlineAsk} number={hotline} />
    </Empty>
  )
}

interface Loosening {
  readonly words: string
  readonly next: Partial<Wishes>
}

const looseningsOf = (wishes: Wishes, asker: Asker, { noMatch }: OutletCopy): readonly Loosening[] => [
  ...(wishes.openNow ? [{ words: noMatch.open, next: { openNow: false } }] : []),
  ...(wishes.myBank && bankToWish(wishes, asker) ? [{ words: noMatch.bank, next: { myBank: false } }] : []),
  ...(wishes.words ? [{ words: noMatch.words, next: { words: '' } }] : []),
  // a name may be that of a door which does not do it
  ...(wishes.need && (wishes.words || !isForCard(wishes, asker)) ? [{ words: noMatch.need, next: { need: '' as const } }] : []),
]

interface NoMatchProps {
  readonly state: WishesState
  readonly asker: Asker
  readonly hotline: string
}

/** Nothing fits all that was asked for: what could be asked less. */
export const NoMatch = ({ state, asker, hotline }: NoMatchProps) => {
  const { o, t } = useOutletCopy()
  const { wishes, change, chooseDistrict } = state
  return (
    <View className="page-col">
      <View {...aria({ role: 'alert' })}><Empty title={o.noMatch.title} lines={o.noMatch.lines} /></View>
      {looseningsOf(wishes, asker, o).map(({ words, next }) => <ActionButton key={words} kind="second" words={words} onTap={() => change(next)} />)}
      {wishes.district && <ActionButton kind="second" words={o.noMatch.district} onTap={() => chooseDistrict(undefined)} />}
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}

/** Why no outlet serves the need, and what to do instead. */
const saidNone = (code: NoneOnWire['code'], t: Copy, { none }: OutletCopy): { readonly title: string; readonly next: string } => {
  if (code === 'nothingToCollect' || code === 'nothingToActivate') return none[code]
  if (code === 'alreadyReported' || code === 'nothingToRelease' || code === 'bankHasReported') return { title: t.reasons[code], next: none.already }
  return isForCitizens(code) ? t.errors[code] : { title: t.reasons[code], next: none.already }
}

interface NoneNeededProps {
  readonly none: NoneOnWire
  readonly cardId: string
  readonly hotline: string
  readonly onNeed: (need: Need) => void
}

/** The report is one that this very door releases: nobody has to go anywhere. */
const useIsReleasedHere = ({ code, where = [] }: NoneOnWire): boolean => {
  const { door } = useSession()
  return code === 'releasedElsewhere' && where.includes(door)
}

/** A rule, or the card as it is, says that no outlet serves this; where something else does, the way there. */
export const NoneNeeded = ({ none, cardId, hotline, onNeed }: NoneNeededProps) => {
  const { o, t } = useOutletCopy()
  const { code, where = [] } = none
  const isHere = useIsReleasedHere(none)
  const { title, next } = isHere ? o.none.releasedHere : saidNone(code, t, o)
  const places = t.words.either(where.map((channel) => t.words.channel[channel]))
  return (
    <View className="page-col">
      <Result title={title} second={next} picture={<Mark kind="calm" icon="info" />} />
      {places && <Summary rows={[{ label: o.none.canAt, value: places }]} />}
      {isHere && <ActionButton icon="card-back" words={t.help.toRelease} onTap={() => void go('release', { cardId })} />}
      {code === 'reissueAlreadyAccepted' && <ActionButton icon="pin" words={t.card.where.collect} onTap={() => onNeed('collect')} />}
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
      <ActionButton kind="second" words={o.none.seeAll} onTap={() => onNeed('')} />
    </View>
  )
}
