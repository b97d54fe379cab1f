import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Task } from '@/components/task'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import type { RejectionReason } from '@/domain/reissue/words'
import { isTerminal } from '@/platform/terminal'
import { isOpen } from '../change'
import { toOutlets } from '../card/to-outlets'
import type { OrderChanges } from './use-order'

/** Whether an application was sent back, and for this. */
export const isSentBackFor = ({ state, rejectedFor }: OrderOnWire, what: RejectionReason): boolean => state === 'rejected' && rejectedFor === what

interface PutRightProps {
  readonly card: CardOnWire
  readonly order: OrderOnWire
  readonly correct: OrderChanges['correct']
  readonly onPhoto: () => void
  readonly onAddress: () => void
  /** Asks once more with nothing new, since what was wrong has been checked elsewhere. */
  readonly onChecked: () => void
}

const Here = ({ card, order: { rejectedFor = 'dataMismatch' }, correct: { change }, onPhoto, onAddress, onChecked }: PutRightProps) => {
  const { n: { order: { rejected: said } } } = useOrderCopy()
  const busyWords = isOpen(change) ? said.busy : undefined
  return (
    <>
      {rejectedFor === 'photo' && <ActionButton icon="face" words={said.photoGo} busyWords={busyWords} onTap={onPhoto} />}
      {rejectedFor === 'address' && <ActionButton icon="pin" words={said.addressGo} busyWords={busyWords} onTap={onAddress} />}
      {rejectedFor === 'dataMismatch' && <ActionButton kind="second" icon="pin" words={said.where} onTap={() => toOutlets(card)} />}
      {rejectedFor === 'dataMismatch' && <ActionButton words={said.dataGo} busyWords={busyWords} onTap={onChecked} />}
    </>
  )
}

/** A terminal takes no photo, and no address. */
const Elsewhere = ({ card }: Pick<PutRightProps, 'card'>) => {
  const { n: { order: { rejected: said } } } = useOrderCopy()
  return (
    <>
      <View className="body">{said.elsewhere}</View>
      <ActionButton kind="second" icon="pin" words={said.where} onTap={() => toOutlets(card)} />
    </>
  )
}

/** What an application was sent back for, with the way to put it right in place. */
export const PutRight = (props: PutRightProps) => {
  const { card, order: { rejectedFor = 'dataMismatch' } } = props
  const { n: { order: { rejected: said } } } = useOrderCopy()
  return (
    <Task title={said.title}>
      <View className="body">{said[rejectedFor]}</View>
      {isTerminal() ? <Elsewhere card={card} /> : <Here {...props} />}
    </Task>
  )
}
