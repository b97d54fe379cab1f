import type { CSSProperties } from 'react'
import { useSettings } from '../settings'

/** How a terminal's screens look: `t-elder` in a visit, the picture's own sizes on the first page. */
export const useLook = (size: 't-elder' | 't-normal' = 't-elder') => {
  const { theme, language, fontScale } = useSettings()
  return {
    className: `screen kiosk ${size} t-${theme}${language === 'en' ? ' en' : ''}`,
    style: { '--scale': String(fontScale) } as CSSProperties,
  }
}
