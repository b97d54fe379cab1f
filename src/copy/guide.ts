import { guide as en } from './en/guide'
import { guide as zh, type GuideCopy } from './zh/guide'

export type { GuideCopy }

const copies = { zh, en } as const satisfies Record<'zh' | 'en', GuideCopy>

/** What citizens ask and its answers in a language; only the guide's own page takes them in. */
export const guideCopyIn = (language: 'zh' | 'en'): GuideCopy => copies[language]

const around = {
  zh: { city: '哪个城市的规定', otherCity: '看别的城市', photoFor: { oldMedicalCard: '医保卡换社保卡' } },
  en: { city: 'Whose rules', otherCity: 'Another city', photoFor: { oldMedicalCard: 'an old medical insurance card' } },
} as const

/** What stands around the answers. */
export const aroundGuideIn = (language: 'zh' | 'en') => around[language]
