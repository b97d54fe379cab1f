import type { Language, Prompt, PromptKey } from '@/domain/voice'
import { en } from './en'
import type { Texts } from './texts'
import { zh } from './zh'

const texts: Readonly<Record<Language, Texts>> = { zh, en }

const fill = <Key extends PromptKey>(text: Texts[Key] | string, prompt: Prompt): string =>
  // a text and its prompt share a key, which is how it was found
  typeof text === 'string' ? text : (text as (given: Prompt) => string)(prompt)

/** A prompt in words. */
export const spoken = (prompt: Prompt, language: Language): string => fill(texts[language][prompt.key], prompt)
