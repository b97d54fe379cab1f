import { CallButton } from '@/components/call-button'
import { Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import type { CardOnWire, Subject } from '@/contract'
import { useCopy } from '@/copy/context'
import { useRules } from '../banks/use-rules'

interface OtherWaysProps {
  readonly purpose: Subject['purpose']
  readonly card: CardOnWire
}

/** The ways without a face: the phone line, and an outlet with the ID card. */
export const OtherWays = ({ purpose, card }: OtherWaysProps) => {
  const { t } = useCopy()
  const { hotline, temporaryDays } = useRules(card.city)
  const isReport = purpose === 'reportLoss'
  return (
    <>
      <Subheading words={t.identity.other} />
      <CallButton quiet who={isReport ? t.identity.phoneReport(temporaryDays.socialSecurity.value) : t.identity.phoneRelease} number={hotline.value} />
      <Notice kind="info" icon="pin" title={t.identity.counter}>
        {isReport ? t.identity.counterReport : t.identity.counterRelease}
      </Notice>
    </>
  )
}
