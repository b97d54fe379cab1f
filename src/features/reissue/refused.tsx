import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import { isForCitizens, type CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { isReissueRefusal, type RefusalCode } from '@/domain/decision'
import type { Channel } from '@/domain/words'
import { go, goHome } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { ToFamily } from '../card/to-family'
import { toOutlets } from '../card/to-outlets'

interface RefusedProps {
  readonly code: RefusalCode
  readonly card: CardOnWire
  readonly where?: readonly Channel[] | undefined
}

/** Why, and what to do next, in words. */
const useSaid = (code: RefusalCode): { readonly title: string; readonly next: string } => {
  const { t, r } = useReissueCopy()
  if (isReissueRefusal(code)) return r.refusals[code]
  return t.errors[isForCitizens(code) ? code : 'unknownAnswer']
}

const toOrder: readonly RefusalCode[] = ['orderOpen', 'orderElsewhere', 'reissueAlreadyAccepted']
const toAgency: readonly RefusalCode[] = ['cancelAtAgencyFirst', 'wayNotOffered', 'cardLocked', 'activatedElsewhere', 'proxyInPersonOnly', 'disputeOpen']

/** The one thing that helps on. */
const WayOn = ({ code, card }: RefusedProps) => {
  const { t, r } = useReissueCopy()
  const { cardId } = card
  if (toOrder.includes(code)) return <ActionButton words={r.ways.order} onTap={() => void go('order', { cardId })} />
  if (code === 'guardianConsentNeeded') return <ToFamily />
  if (code === 'lossReportedHere') return <ActionButton words={t.home.found} onTap={() => void go('release', { cardId })} />
  const need = code === 'cancelAtAgencyFirst' ? 'instantReissue' : ''
  return toAgency.includes(code) ? <ActionButton kind="second" icon="pin" words={t.card.where.any} onTap={() => toOutlets(card, need)} /> : null
}

/** A rule about a new card says no: why, where it can be done instead, and the way on. */
export const ReissueRefused = (props: RefusedProps) => {
  const { t } = useReissueCopy()
  const { code, card, where = [] } = props
  const { title, next } = useSaid(code)
  const places = t.words.either(where.map((channel) => t.words.channel[channel]))
  return (
    <View className="page-col">
      <Result title={title} second={next} picture={<Mark kind="calm" icon="info" />} />
      {places && <Summary rows={[{ label: t.release.canAt, value: places }]} />}
      <WayOn {...props} />
      <CallButton quiet who={t.call.hotlineAsk} number={useHotline(card.city)} />
      <ActionButton kind="plain" words={t.receipt.toHome} onTap={() => void goHome()} />
    </View>
  )
}
