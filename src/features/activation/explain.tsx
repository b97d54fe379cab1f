import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import type { CardOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { back } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useWhich } from '../card/use-holder'
import { saidSources } from '../guide/said-source'
import { CitizenScreen } from '../screen/citizen-screen'
import { useSettings } from '../settings'
import { BankHalf } from './bank-half'
import { useDoors } from './doors'

interface ExplainProps {
  readonly card: CardOnWire
  readonly steps: number
  readonly onGo: () => void
}

/** What does not work yet, as long as it does not. */
const useMissing = ({ financial }: CardOnWire): readonly string[] => {
  const { n: { activation: { notPoints } } } = useOrderCopy()
  return financial.state === 'notActivated' ? notPoints : notPoints.slice(0, 1)
}

const Social = ({ card }: Pick<ExplainProps, 'card'>) => {
  const { t, n: { activation: said } } = useOrderCopy()
  const { here, elsewhere } = useDoors(card)
  const where = t.words.either(elsewhere.map((channel) => t.words.channel[channel]))
  const now = isTerminal() ? said.atTerminal : said
  const points = here ? [now.here, ...now.needs, ...(where ? [said.places(where)] : [])] : [said.placesOnly(where)]
  return <Points icon="seal" title={said.social} points={points} />
}

/** Which half is activated where, what that takes, and what does not work until then. */
export const Explain = ({ card, steps, onGo }: ExplainProps) => {
  const { t, n: { titles, activation: said }, language } = useOrderCopy()
  const { mode } = useSettings()
  const { here, rules } = useDoors(card)
  const leave = () => void back()
  const dock = here && (
    <>
      <ActionButton icon="seal" words={said.go} onTap={onGo} />
      <ActionButton kind="plain" words={said.notNow} onTap={leave} />
    </>
  )
  return (
    <CitizenScreen task title={titles.activation} dock={dock || undefined} onBack={leave}>
      {here && <Progress at={1} of={steps} words={t.common.step(1, steps)} />}
      <Heading words={said.title} second={useWhich(card)} />
      <Points todo icon="bang" title={said.not} points={useMissing(card)} />
      <Social card={card} />
      {card.financial.state === 'notActivated' && mode !== 'elder' && <BankHalf card={card} title={said.financial} />}
      <View className="cap">{t.help.source(t.words.list(saidSources(rules, language, t)))}</View>
    </CitizenScreen>
  )
}
