import type { SummariesOf } from './summary'

export const outletsSummaries: SummariesOf<'outlets'> = {
  'outlets/banks': { en: 'The banks that issue a city’s cards', zh: '合作银行' },
  'outlets/policy': { en: 'A city’s rules, each with its source', zh: '城市规则及其依据' },
  'outlets/districts': { en: 'A city’s districts with outlets', zh: '有网点的区县' },
  'outlets/search': {
    en: 'Outlets of a city',
    zh: '查找网点',
    more: {
      en: 'Nearest first where a place is given. Coordinates are GCJ-02 unless `system` says otherwise. A page is 20 unless `limit` says otherwise.',
      zh: '给出位置时由近及远。坐标默认为 GCJ-02，可用 `system` 指定；每页默认 20 个，可用 `limit` 指定。',
    },
  },
  'outlets/get': { en: 'An outlet', zh: '网点详情' },
  'outlets/forCard': {
    en: 'Where to go with a card',
    zh: '该去哪里办',
    more: { en: 'Groups of outlets, each with why it is the one to go to, by the city’s rules and what the card needs.', zh: '按城市规则和卡的情况分组列出网点及理由。' },
  },
}
