import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { en } from './en'
import { zh } from './zh'

type Words = typeof zh
const languages = { zh, en } as const
type Language = keyof typeof languages

interface Spoken {
  readonly language: Language
  readonly w: Words
  readonly change: () => void
}
const Context = createContext<Spoken>({ language: 'zh', w: zh, change: () => undefined })

/** Everything that is said on the page, in the language chosen. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>('zh')
  const spoken = useMemo(() => ({ language, w: languages[language], change: () => setLanguage(language === 'zh' ? 'en' : 'zh') }), [language])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = spoken.w.title
  }, [language, spoken])
  return <Context.Provider value={spoken}>{children}</Context.Provider>
}

export const useWords = (): Spoken => useContext(Context)

