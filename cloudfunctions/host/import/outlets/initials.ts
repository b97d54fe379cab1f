import { pinyin } from 'pinyin-pro'

/** The first letters a text is typed by: `武侯 A座` as `whaz`. What is not Chinese stays, in lower case and without blanks. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').replace(/\s+/g, '').toLowerCase()
