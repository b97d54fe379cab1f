import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Steps } from '@/components/steps'
import { View } from '@tarojs/components'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { useRules } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import { saidSources } from '../guide/said-source'
import { useBankName } from './use-bank-name'

interface CancelFirstProps {
  readonly card: CardOnWire
  /** The city's cooperative banks. */
  readonly banks: readonly string[]
}

/** Rule 16, as two steps: an agency cancels the old card's social security function, then any cooperative bank makes the new one. */
export const CancelFirst = ({ card, banks }: CancelFirstProps) => {
  const { t, r, language } = useReissueCopy()
  const said = r.ways.cancelFirst
  const names = t.words.list(banks.map(useBankName(card.city)))
  const { movedInCards } = useRules(card.city)
  return (
    <View className="page-col">
      <Heading words={said.title} second={said.second} />
      <Steps
        steps={[
          { key: 'first', title: said.first, lines: said.firstLines, dot: 'todo' },
          { key: 'then', title: said.then, lines: said.thenLines(names), dot: 'azure' },
        ]}
      />
      <ActionButton icon="pin" words={said.outlets} onTap={() => toOutlets(card, 'instantReissue')} />
      <View className="cap">{t.help.source(t.words.list(saidSources([movedInCards], language, t)))}</View>
    </View>
  )
}
