import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { MiniCard } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Mark, Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { goHome, replace } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { needsNewCheck, type Failure } from '../failure'
import { ReissueFailed } from '../reissue/failed'
import { BankHalf } from './bank-half'

/** The ways on from a card of which at least one half works. */
export const Onward = ({ card }: { readonly card: CardOnWire }) => {
  const { t, n } = useOrderCopy()
  return (
    <>
      {card.financial.state === 'notActivated' && <BankHalf card={card} title={n.activation.half} />}
      <ActionButton kind="second" icon="card" words={n.activation.toCard} onTap={() => void replace('card', { cardId: card.cardId })} />
      <ActionButton kind="plain" words={t.receipt.toHome} onTap={() => void goHome()} />
    </>
  )
}

/** It is active; and what does not work yet, in plain words. */
export const Done = ({ card, already }: { readonly card: CardOnWire; readonly already: boolean }) => {
  const { n: { activation: said } } = useOrderCopy()
  const hotline = useHotline(card.city)
  const half = card.financial.state === 'notActivated'
  return (
    <View className="page-col">
      <Result title={already ? said.already : said.done} second={already ? said.alreadyNext : said.doneNext} picture={<MiniCard faces={facesOf(card)} />} />
      {half && <View className="body">{said.halfNext}</View>}
      {!already && <View className="sub">{said.passwordSet(hotline)}</View>}
      <Onward card={card} />
    </View>
  )
}

interface NotDoneProps {
  readonly card: CardOnWire
  readonly onRetry: () => void
}

/** Sent, and no one knows yet. */
export const Unsure = ({ card, onRetry }: NotDoneProps) => {
  const { t, n: { activation: said } } = useOrderCopy()
  return (
    <View className="page-col">
      <Result title={said.unsure} second={said.unsureNext} picture={<Mark kind="todo" icon="clock" />} />
      <ActionButton icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      <CallButton quiet who={t.call.hotlineAsk} number={useHotline(card.city)} />
    </View>
  )
}

/** A rule says no, the check no longer counts, or something went wrong: the card is as before. */
export const NotActivated = ({ card, failure, onRetry }: NotDoneProps & { readonly failure: Failure }) => {
  const { n: { activation: said } } = useOrderCopy()
  return (
    <View className="page-col">
      <ReissueFailed failure={failure} card={card} title={said.failed} second={said.failedNext} onRetry={onRetry} />
      {needsNewCheck(failure) && <View className="sub mid-text">{said.checkAgain}</View>}
    </View>
  )
}
