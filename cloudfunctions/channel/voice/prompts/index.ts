import type { Language, Prompt } from '@/domain/voice'
import { en } from './en'
import type { Texts } from './texts'
import { zh } from './zh'

const texts: Readonly<Record<Language, Texts>> = { zh, en }

/** A prompt in words. */
export const spoken = (prompt: Prompt, language: Language): string => {
  const text = texts[language][prompt.key]
  // found by the prompt's own key, it takes this very prompt
  return typeof text === 'string' ? text : (text as (given: Prompt) => string)(prompt)
}
