import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { useKioskCopy } from '@/copy/kiosk'
import type { CheckScreenProps } from '../identity/screen-props'
import { CardOnReader } from './card-on-reader'
import { isOpenOrFailed, NotChecked } from './not-checked'
import { TerminalScreen } from './terminal-screen'

/** The ID card has been read already: one tap. */
const Confirm = ({ check, title, words, busyWords, onBack }: CheckScreenProps) => {
  const { t, k } = useKioskCopy()
  const isBusy = check.stage !== 'consent'
  const dock = <ActionButton words={k.check.confirmGo} busyWords={busyWords ?? (isBusy ? t.common.busyCheck : undefined)} onTap={() => check.consent()} />
  return (
    <TerminalScreen task title={title} dock={dock} onBack={isBusy ? undefined : onBack}>
      <Heading words={k.check.confirm} second={k.check.read} />
      <View className="body">{words.use}</View>
    </TerminalScreen>
  )
}

/** An identity check at a terminal: by the ID card that was read, and for a new card by that card itself. */
export const TerminalCheckScreen = (props: CheckScreenProps) => {
  const { k } = useKioskCopy()
  const { check, card, title, newCard, busyWords, onBack } = props
  if (isOpenOrFailed(check)) return <NotChecked check={check} city={card?.city} title={title} wrong={k.check.activate.wrong} onBack={onBack} />
  if (!card || !newCard) return <Confirm {...props} />
  return <CardOnReader check={check} card={card} title={title} purpose="activate" busyWords={busyWords} notNow={newCard.notNow} onBack={onBack} />
}
