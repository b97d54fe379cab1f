import { guide as en } from './en/guide'
import { guide as zh, type GuideCopy } from './zh/guide'

export type { GuideCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', GuideCopy>

/** What citizens ask and its answers in a language; only the guide's own page takes them in. */
export const guideCopyIn = (language: 'zh' | 'en'): GuideCopy => copies[language]
