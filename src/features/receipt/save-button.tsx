import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useOrderCopy } from '@/copy/order'
import { aria } from '@/platform/aria'
import { savePicture, type Saved } from '@/platform/save-picture'
import { openSettings } from '@/platform/subscribe'
import { useLatest } from '../use-latest'
import { pngOf } from './png'

/** Pixels of each module in a saved picture: wide enough to be printed. */
const times = 8

/** What became of it; who changed their mind is told nothing. */
const Outcome = ({ outcome }: { readonly outcome: Saved | 'saving' | undefined }) => {
  const { n: { receipt: said } } = useOrderCopy()
  switch (outcome) {
    case 'saved':
    case 'downloaded': return <Notice kind="good">{said[outcome]}</Notice>
    case 'failed': return <Notice kind="bad">{said.failed}</Notice>
    case 'refused': return (
      <View className="page-col">
        <Notice kind="info">{said.refused}</Notice>
        {openSettings && <ActionButton kind="second" words={said.settings} onTap={openSettings} />}
      </View>
    )
    default: return null
  }
}

/** Keeps the code where it is found without this service: in the album, or as a download. */
export const SaveButton = ({ modules }: { readonly modules: readonly (readonly boolean[])[] }) => {
  const { n: { receipt: said } } = useOrderCopy()
  const { shown, latest, set } = useLatest<Saved | 'saving' | undefined>(undefined)
  const save = async () => {
    if (latest.current === 'saving') return
    set('saving')
    set(await savePicture(said.file, pngOf(modules, times)))
  }
  return (
    <View className="page-col">
      <ActionButton kind="second" words={said.save} busyWords={shown === 'saving' ? said.saving : undefined} onTap={() => void save()} />
      <View {...aria({ live: 'polite' })}><Outcome outcome={shown} /></View>
    </View>
  )
}
