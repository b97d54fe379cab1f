import * as v from 'valibot'
import { read, write } from '@/platform/storage'
import { onThemeChange, systemInfo, type Theme } from '@/platform/system-info'
import { createStore } from '../store'

const kept = v.object({
  mode: v.fallback(v.picklist(['normal', 'elder']), 'normal'),
  language: v.fallback(v.picklist(['zh', 'en']), 'zh'),
})
export type Kept = v.InferOutput<typeof kept>

/** Where it is kept on the phone; it is nobody's in particular. */
export const settingsKey = 'settings'
const readKept = (): Kept => {
  const found = v.safeParse(kept, read(settingsKey))
  return found.success ? found.output : { mode: 'normal', language: 'zh' }
}

const { theme, fontScale } = systemInfo()
/** What the citizen chose, kept on the phone, beside what the system asks for. */
export const settings = createStore<Kept & { readonly theme: Theme; readonly fontScale: number }>({ ...readKept(), theme, fontScale })

onThemeChange((next) => settings.set({ ...settings.get(), theme: next }))

export const change = (chosen: Partial<Kept>): void => {
  const next = { ...settings.get(), ...chosen }
  write(settingsKey, { mode: next.mode, language: next.language })
  settings.set(next)
}
