import type { ComponentType } from 'react'
import { ActionButton } from '@/components/action-button'
import { Heading, Subheading } from '@/components/heading'
import { Progress } from '@/components/progress'
import type { CardOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { missingIn, partOf, parts, type Part } from './draft'
import type { Granting } from './index'
import { PurposeQuestion, UntilQuestion, WhoQuestion } from './questions'

const questions = { purpose: PurposeQuestion, who: WhoQuestion, until: UntilQuestion } as const satisfies Record<Part, ComponentType<Granting>>

interface AskProps {
  readonly card: CardOnWire
  readonly granting: Granting
  readonly onBack: () => void
}

/** Why one cannot go on yet: what is missing, or what the server found wrong and is still so. */
const useOffReason = ({ draft, wrong }: Granting, asked: readonly Part[]): string | undefined => {
  const { f } = useFamilyCopy()
  if (wrong && asked.includes(partOf[wrong])) return f.grant.wrong[wrong]
  const missing = missingIn(draft, asked)
  return missing && f.grant.missing[missing]
}

/** One question a screen, for elder mode. */
export const AskOne = ({ granting, onBack, part }: AskProps & { readonly part: Part }) => {
  const { f } = useFamilyCopy()
  const at = parts.indexOf(part)
  const offReason = useOffReason(granting, [part])
  const Question = questions[part]
  const titles = { purpose: f.grant.purposeAsk, who: f.grant.whoAsk, until: f.grant.untilAsk }
  const seconds = { purpose: undefined, who: f.grant.whoSecond, until: f.grant.untilSecond }
  const dock = (
    <>
      <ActionButton words={f.grant.next} offReason={offReason} onTap={() => granting.goTo(parts[at + 1] ?? 'confirm')} />
      {at > 0 && <ActionButton kind="plain" words={f.grant.change} onTap={onBack} />}
    </>
  )
  return (
    <CitizenScreen task title={f.titles.grant} dock={dock} onBack={onBack}>
      <Progress at={at + 1} of={parts.length + 2} words={f.grant.step(at + 1, parts.length + 2)} />
      <Heading words={titles[part]} second={seconds[part]} />
      <Question {...granting} />
    </CitizenScreen>
  )
}

/** All questions on one screen. */
export const AskAll = ({ card, granting, onBack }: AskProps) => {
  const { f } = useFamilyCopy()
  const offReason = useOffReason(granting, parts)
  const dock = <ActionButton words={f.grant.next} offReason={offReason} onTap={() => granting.goTo('confirm')} />
  return (
    <CitizenScreen task title={f.titles.grant} dock={dock} onBack={onBack}>
      <Progress at={1} of={3} words={f.grant.step(1, 3)} />
      <Heading words={f.grant.title} second={useWhich(card)} />
      {parts.map((part) => {
        const Question = questions[part]
        return [<Subheading key={part} words={f.grant[part]} />, <Question key={`${part}?`} {...granting} />]
      })}
    </CitizenScreen>
  )
}
