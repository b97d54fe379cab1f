import { change, settings } from '../settings/store'
import { useStore } from '../store'

/** How much larger than a terminal's own size, which is that of elder mode. */
const large = 1.25

const scaleTo = (fontScale: number): void => settings.set({ ...settings.get(), fontScale })

/** As everyone finds a terminal: Chinese, large, one thing a screen. */
export const resetComfort = (): void => {
  change({ mode: 'elder', language: 'zh' })
  scaleTo(1)
}

/** Whether nobody has changed the language or the size. */
export const isComfortReset = (): boolean => settings.get().language === 'zh' && settings.get().fontScale === 1

export const useLarger = () => {
  const isLarger = useStore(settings).fontScale > 1
  return { isLarger, toggle: () => scaleTo(isLarger ? 1 : large) }
}

/** To the other language. */
export const switchLanguage = (): void => change({ language: settings.get().language === 'zh' ? 'en' : 'zh' })
