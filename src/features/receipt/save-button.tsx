import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import type { ReceiptOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { aria } from '@/platform/aria'
import { openAlbumSettings, PictureCanvas, savePicture, type Saved } from '@/platform/picture'
import { qrMatrix } from '../reissue/qr'
import { useSettings } from '../settings'
import { useLatest } from '../use-latest'
import { receiptPicture } from './picture'
import { usePictureWords } from './use-receipt-words'

type Outcome = Saved | 'saving' | undefined

interface ToldProps {
  readonly outcome: Outcome
  /** Tried again once the settings have been seen. */
  readonly onSettings: () => void
}

/** What became of it; who changed their mind is told nothing. */
const Told = ({ outcome, onSettings }: ToldProps) => {
  const { n: { receipt: said } } = useOrderCopy()
  switch (outcome) {
    case 'saved':
    case 'downloaded': return <Notice kind="good">{said[outcome]}</Notice>
    case 'failed': return <Notice kind="bad">{said.failed}</Notice>
    case 'notAgreed':
    case 'phoneRefused': return <Notice kind="info">{said[outcome]}</Notice>
    case 'refused': return (
      <View className="page-col">
        <Notice kind="info">{said.refused}</Notice>
        <ActionButton kind="second" words={said.settings} onTap={onSettings} />
      </View>
    )
    default: return null
  }
}

interface SaveButtonProps {
  readonly cardId: string
  readonly receipt: ReceiptOnWire
}

/** Keeps the receipt where it is found without this service: in the album, or as a download. */
export const SaveButton = ({ cardId, receipt }: SaveButtonProps) => {
  const { n: { receipt: said } } = useOrderCopy()
  const { mode } = useSettings()
  const words = usePictureWords(cardId, receipt)
  const { shown, latest, set } = useLatest<Outcome>(undefined)
  const save = async () => {
    if (latest.current === 'saving') return
    set('saving')
    set(await savePicture(said.file, receiptPicture(words, qrMatrix(receipt.code), mode === 'elder')))
  }
  return (
    <View className="page-col">
      <ActionButton kind="second" words={said.save} busyWords={shown === 'saving' ? said.saving : undefined} onTap={() => void save()} />
      <View {...aria({ live: 'polite' })}><Told outcome={shown} onSettings={() => void openAlbumSettings?.().then(save)} /></View>
      <PictureCanvas />
    </View>
  )
}
