import { pinyin } from 'pinyin-pro'

/** The first letters a text is typed by: `武侯 A座` as `whaz`. Other letters and digits stay, in lower case. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').normalize('NFKC').toLowerCase().replace(/[^a-z0-9]+/g, '')
