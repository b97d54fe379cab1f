import type { ReactNode } from 'react'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Progress } from '@/components/progress'
import { useReissueCopy } from '@/copy/reissue'
import { CitizenScreen } from '../screen/citizen-screen'
import type { PartProps } from './part-props'

interface PartScreenProps extends Pick<PartProps, 'at' | 'of' | 'onNext' | 'onBack'> {
  readonly ask: string
  readonly second: string
  /** Why one cannot go on yet. */
  readonly offReason?: string | undefined
  readonly children: ReactNode
}

/** One question of an application. */
export const PartScreen = ({ at, of, ask, second, offReason, onNext, onBack, children }: PartScreenProps) => {
  const { t, r } = useReissueCopy()
  return (
    <CitizenScreen task title={r.titles.reissue} dock={<ActionButton words={r.apply.next} offReason={offReason} onTap={onNext} />} onBack={onBack}>
      <Progress at={at} of={of} words={t.common.step(at, of)} />
      <Heading words={ask} second={second} />
      {children}
    </CitizenScreen>
  )
}
