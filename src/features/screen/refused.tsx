import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import { useCopy } from '@/copy/context'
import type { Channel } from '@/domain/words'
import { goHome } from '@/platform/navigation'
import { ToFamily } from '../card/to-family'
import type { CitizenRefusal } from '../failure'

interface RefusedProps {
  readonly code: CitizenRefusal
  readonly where?: readonly Channel[] | undefined
  readonly hotline: string
}

/** A rule says no: why, and where or how it can be done instead. */
export const Refused = ({ code, where = [], hotline }: RefusedProps) => {
  const { t } = useCopy()
  const { title, next } = t.errors[code]
  const places = t.words.either(where.map((channel) => t.words.channel[channel]))
  return (
    <View className="page-col">
      <Result title={title} second={next} picture={<Mark kind="calm" icon="info" />} />
      {places && <Summary rows={[{ label: t.release.canAt, value: places }]} />}
      {code === 'guardianConsentNeeded' && <ToFamily />}
      <CallButton who={t.call.hotlineAsk} number={hotline} />
      <ActionButton kind="second" words={t.receipt.toHome} onTap={() => void goHome()} />
    </View>
  )
}
