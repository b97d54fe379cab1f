import { ask } from './ask'
import { openPdf } from './open-pdf'
import { sayRefusal } from './say'
import { useReading } from './use-reading'
import { useWords } from './words'

interface ReceiptButtonProps {
  readonly cardId: string
  readonly staffId: string
}

/** The collection receipt, opened to be printed. */
export const ReceiptButton = ({ cardId, staffId }: ReceiptButtonProps) => {
  const spoken = useWords()
  const { busy, refused, start } = useReading(() => ask('channel/receipt', { card: { cardId }, staff: { id: staffId } }), ({ pdf }) => openPdf(pdf))
  return (
    <>
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button type="button" aria-busy={busy} onClick={start}>{spoken.w.order.receipt}</button>
    </>
  )
}
