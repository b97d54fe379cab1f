import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { SmallCallButton } from '@/components/call-button'
import { Icon } from '@/components/icon'
import { Link } from '@/components/link'
import type { MessageOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { aria } from '@/platform/aria'
import { go } from '@/platform/navigation'
import { isWarning, saidMessage } from './said-message'

const ofOrder: readonly MessageOnWire['about'][] = ['reissueApplied', 'reissueAccepted', 'reissueMoved', 'addressChanged']

/** The ways on from what was told: a warning leads to a formal report, a new card to its activation, what somebody did to “it wasn't me”, both to the hotline. */
const WaysOn = ({ message, now }: MessageItemProps) => {
  const { t, m } = useToldCopy()
  const { cardId, about, disputable, hotline } = message
  const warns = isWarning(message, now)
  if (about === 'disputed') return <Link words={m.messages.progress} onTap={() => void go('dispute', { cardId, about: '' })} />
  if (about === 'cardOpened') return <Link words={t.home.activate} onTap={() => void go('activate', { cardId })} />
  const order = ofOrder.includes(about) && <Link words={t.home.seeOrder} onTap={() => void go('order', { cardId })} />
  if (!warns && !disputable) return order || null
  return (
    <View className="told-ways">
      {order}
      {warns && <ActionButton kind="second" small words={m.messages.toFormal} onTap={() => void go('reportLoss', { cardId })} />}
      {disputable && <Link icon="warn" words={m.messages.notMe} onTap={() => void go('dispute', { cardId, about: disputable })} />}
      <SmallCallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}

interface MessageItemProps {
  readonly message: MessageOnWire
  readonly now: number
}

/** One thing a person was told; what they have not seen yet says so. */
export const MessageItem = ({ message, now }: MessageItemProps) => {
  const { t, m, dates, language } = useToldCopy()
  const { title, lines } = saidMessage(message, t, m, dates, now, language)
  return (
    <View className="told" {...aria({ role: 'listitem' })}>
      {!message.read && <View className="badge tone-info"><Icon name="info" /><View>{m.messages.new}</View></View>}
      <View className="bold">{title}</View>
      {lines.map((line) => <View key={line} className="sub">{line}</View>)}
      <WaysOn message={message} now={now} />
    </View>
  )
}
