import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Heading, Subheading } from '@/components/heading'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import type { Paper, Role } from '@/domain/words'
import { aria } from '@/platform/aria'
import { back } from '@/platform/navigation'
import { toOutlets } from '../card/to-outlets'
import { CitizenScreen } from '../screen/citizen-screen'
import { FormButton } from './form-button'
import type { ListOf } from './ticks'
import { usePapers } from './use-papers'

interface PapersListProps extends Omit<ListOf, 'cardId'> {
  readonly card: CardOnWire
}

const ids: readonly Paper[] = ['holderId', 'guardianId', 'proxyId']

/** In which form a paper is shown: of who acts for another the originals and copies (rule 7). */
const useSecond = (role: Role) => {
  const { papers: said } = useReissueCopy().r
  return (paper: Paper): string => {
    if (paper === 'photo') return said.photoSecond
    return role === 'proxy' && ids.includes(paper) ? said.both : said.original
  }
}

/** A paper to bring, ticked once it is packed. */
export const PaperRow = ({ words, second, ticked, onTap }: { readonly words: string; readonly second: string; readonly ticked: boolean; readonly onTap: () => void }) => (
  <Tap className={`pick${ticked ? ' pick-on' : ''}`} role="checkbox" checked={ticked} onTap={onTap}>
    <View className={`box${ticked ? ' box-on' : ''}`}>{ticked && <Icon name="check" />}</View>
    <View className="grow">
      <View className="cell-title">{words}</View>
      <View className="cell-second">{second}</View>
    </View>
  </Tap>
)

/** What to bring, by who goes, each ticked off once it is packed; it stays so until it is cleared. */
export const PapersList = ({ card, reason, way }: PapersListProps) => {
  const { r } = useReissueCopy()
  const { cardId } = card
  const list = useMemo(() => ({ cardId, reason, way }), [cardId, reason, way])
  const { role, goers, needed, ticked, left, choose, tick, clear } = usePapers(card, list)
  const secondOf = useSecond(role)
  const said = r.papers
  const options = goers.map((value) => ({ value, words: said.role[value], second: said.roleSecond[value] || undefined }))
  return (
    <CitizenScreen task title={r.titles.papers} dock={<ActionButton icon="pin" words={said.outlets} onTap={() => toOutlets(card, 'instantReissue')} />} onBack={() => void back()}>
      <Heading words={said.title} second={r.ways.about(r.ways.way[way], r.ways.reason[reason])} />
      {options.length > 1 && <Subheading words={said.who} />}
      {options.length > 1 && <Choice label={said.who} options={options} chosen={role} onChoose={choose} />}
      <Subheading words={said.list} />
      <View className="sheet" {...aria({ role: 'group', label: said.list })}>
        {needed.map((paper) => <PaperRow key={paper} words={said.paper[paper]} second={secondOf(paper)} ticked={ticked.includes(paper)} onTap={() => tick(paper)} />)}
      </View>
      <View className="bold" {...aria({ live: 'polite' })}>{said.left(left)}</View>
      <View className="sub">{said.kept}</View>
      <FormButton list={list} />
      {ticked.length > 0 && <ActionButton kind="plain" words={said.clear} onTap={clear} />}
    </CitizenScreen>
  )
}
