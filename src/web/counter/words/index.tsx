import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { copyIn, type Copy, type Dates, type Language } from '@/copy'
import { en } from './en'
import { zh, type Words } from './zh'

interface Spoken {
  readonly language: Language
  /** The counter's own sentences. */
  readonly w: Words
  /** The app's: the field's words, states and reasons. */
  readonly t: Copy
  readonly dates: Dates
  readonly change: () => void
}

const counter: Readonly<Record<Language, Words>> = { zh, en }
const spokenIn = (language: Language, change: () => void): Spoken => ({ ...copyIn(language), w: counter[language], change })
const Context = createContext<Spoken>(spokenIn('zh', () => undefined))

/** Everything that is said on the page, in the language chosen. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>('zh')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = counter[language].title
  }, [language])
  const spoken = useMemo(() => spokenIn(language, () => setLanguage(language === 'zh' ? 'en' : 'zh')), [language])
  return <Context.Provider value={spoken}>{children}</Context.Provider>
}

export const useWords = (): Spoken => useContext(Context)
export type { Words }
