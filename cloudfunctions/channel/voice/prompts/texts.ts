import { minute, type Instant } from '@/domain/time'
import type { PlainPrompt, Prompt, PromptKey } from '@/domain/voice'

/** One language's sentence of a prompt: the words, or how they are made of its values. */
type TextOf<Key extends PromptKey> = Key extends PlainPrompt ? string : (prompt: Extract<Prompt, { key: Key }>) => string

/** Every sentence of the line in one language. */
export type Texts = { readonly [Key in PromptKey]: TextOf<Key> }

/** Read one by one, as a telephone number or a receipt is read out: `1 2 3 3 3`. */
export const singly = (text: string): string => [...text.replace(/[^0-9A-Z]/g, '')].join(' ')

/** The full minute at or after an instant: whoever is told a time to try again finds that it has come. */
export const wholeMinute = (instant: Instant): Instant => Math.ceil(instant / minute) * minute
