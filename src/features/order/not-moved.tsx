import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useOrderCopy } from '@/copy/order'
import type { Change } from '../change'
import type { AskedName } from '../asked'

interface NotMovedProps {
  readonly change: Change<AskedName>
  readonly onRetry: () => void
  /** Looks again how far the order is, where it has gone on meanwhile. */
  readonly onLook: () => void
}

/** Why something was not changed, beside what it is about; while no one knows, that it is being asked again. */
export const NotMoved = ({ change, onRetry, onLook }: NotMovedProps) => {
  const { t, r, n } = useOrderCopy()
  if (change.phase === 'unsure') {
    return (
      <View className="page-col">
        <Notice kind="todo" icon="clock">{n.order.checking}</Notice>
        <ActionButton kind="second" icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      </View>
    )
  }
  if (change.phase !== 'failed') return null
  const { code, refusal, retryable } = change.failure
  const said = refusal ? r.refusals[refusal] : t.errors[code]
  return (
    <View className="page-col">
      <Notice kind={refusal ? 'info' : 'bad'} title={refusal ? said.title : n.order.failed}>{said.next}</Notice>
      {retryable && <ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={onRetry} />}
      {refusal && <ActionButton kind="second" icon="refresh" words={r.ways.order} onTap={onLook} />}
    </View>
  )
}
