import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { guideCopyIn } from '@/copy/guide'
import type { GuideFacts } from '@/copy/guide-facts'
import type { OutletNeed } from '@/domain/words'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import type { City } from '../banks/city'
import { toOutlets } from '../card/to-outlets'
import type { Question } from './facts'

interface AnswerProps {
  readonly question: Question
  readonly facts: GuideFacts
  readonly sources: readonly string[]
  readonly city: City
  readonly card: CardOnWire | undefined
  readonly open: boolean
  readonly onToggle: () => void
}

/** The questions whose answer is a place to go to, and what one goes there for. */
const needOf: Readonly<Partial<Record<Question, OutletNeed | ''>>> = {
  whereToGo: '', newCardUnusable: 'activate', releaseFailed: 'release',
}

/** The questions whose answer is a new card. */
const aboutNewCard: readonly Question[] = ['reissueHow', 'reissueWays', 'exchange', 'movedHere']

const WayOn = ({ question, city, card }: Pick<AnswerProps, 'question' | 'city' | 'card'>) => {
  const { t } = useCopy()
  const need = needOf[question]
  if (question === 'bankToo') return <ActionButton small kind="second" words={t.help.toBanks} onTap={() => void go('banks', { city })} />
  if (!card) return null
  const { cardId } = card
  if (need !== undefined) return <ActionButton small kind="second" words={t.help.toOutlets} onTap={() => toOutlets(card, need)} />
  if (aboutNewCard.includes(question)) return <ActionButton small kind="second" words={t.home.services.reissue} onTap={() => void go('whatHappened', { cardId })} />
  if (question === 'canRelease') return <ActionButton small kind="second" words={t.help.toRelease} onTap={() => void go('release', { cardId })} />
  if (question === 'passwordForgotten' && card.holder.relation !== 'proxy' && !isTerminal()) return <ActionButton small kind="second" words={t.card.password} onTap={() => void go('servicePassword', { cardId })} />
  if (question === 'notMe') return <ActionButton small kind="second" words={t.help.toHistory} onTap={() => void go('history', { cardId })} />
  return null
}

/** A question; tapped, its answer, what else to know, where it is written, and a way on. */
export const Answer = ({ question, facts, sources, city, card, open, onToggle }: AnswerProps) => {
  const { t, language } = useCopy()
  const { ask, answer, more } = guideCopyIn(language)[question]
  return (
    <View className="question">
      <Tap className="question-title" expanded={open} onTap={onToggle}>
        <View className={`grow${open ? ' bold' : ''}`}>{ask}</View>
        <View className="cell-go"><Icon name={open ? 'up' : 'down'} /></View>
      </Tap>
      {open && (
        <View className="question-answer">
          <View>{answer(facts)}</View>
          <View className="sub">{more(facts)}</View>
          {sources.length > 0 && <View className="cap">{t.help.source(t.words.list(sources))}</View>}
          <WayOn question={question} city={city} card={card} />
        </View>
      )}
    </View>
  )
}
