import type { BilingualName } from '../words'

/** The texts that the cities' rules come from. */
export const sources = {
  cardMeasures: {
    zh: '人社部发〔2011〕47号《“中华人民共和国社会保障卡”管理办法》',
    en: 'Ministry of Human Resources and Social Security (2011) No. 47, Measures for the Social Security Card',
  },
  personalInformationLaw: { zh: '《个人信息保护法》第二十八条、第三十一条', en: 'Personal Information Protection Law, Articles 28 and 31' },
  savingsRegulations: { zh: '《储蓄管理条例》第三十一条', en: 'Regulations on Savings, Article 31' },
  cityNotices: { zh: '当地人社部门公开的办事通知', en: 'Public notices of the city’s human resources and social security bureau' },
  handlingGuides: { zh: '经办机构公开的办事指南', en: 'Public guides of handling institutions' },
  bankPages: { zh: '银行官方网站公布的客服电话', en: 'Hotlines published on the banks’ own sites' },
  commonKnowledge: { zh: '公众熟知，尚未核实', en: 'Common knowledge, not yet verified' },
  peerCities: { zh: '其他城市的做法，本市尚未核实', en: 'Practice of other cities, not yet verified here' },
  articleSichuan: { zh: '公开文章《四川社保卡丢失如何补办》', en: 'Public article “How to reissue the lost social security card in Sichuan?”' },
  articleAgencies: {
    zh: '公开文章《社保卡丢失了如何补办，去哪里补办》',
    en: 'Public article “How to reissue the social security card if it is lost, and where to reissue it?”',
  },
  articleLost: { zh: '公开文章《社保卡丢了怎么办》', en: 'Public article “What do you do if you lose your social security card?”' },
  articleWhere: { zh: '公开文章《社保卡在哪里补办》', en: 'Public article “Where can I reissue the social security card?”' },
  articleShanghai: {
    zh: '公开文章《上海儿童社保卡丢失如何补办》',
    en: 'Public article “How to reissue the social security card of Shanghai children if it is lost?”',
  },
  cityPages: { zh: '市政府网站公布的地理位置，尚未核实', en: 'Geographic extent published on the city government’s site, not yet verified' },
  ownChoice: { zh: '本服务自定', en: 'Chosen by this service' },
} as const satisfies Record<string, BilingualName>

export type SourceId = keyof typeof sources
