import { datesIn, type Dates } from './dates'
import { en } from './en'
import { zh, type Copy } from './zh'

export type { Copy, Dates }
export type Language = 'zh' | 'en'

const copies: Record<Language, Copy> = { zh, en }
const dates: Record<Language, Dates> = { zh: datesIn('zh'), en: datesIn('en') }

/** All words and the way times are said in a language. */
export const copyIn = (language: Language): { readonly language: Language; readonly t: Copy; readonly dates: Dates } =>
  ({ language, t: copies[language], dates: dates[language] })
