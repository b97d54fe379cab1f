import type { Door } from '@/contract'

/** Someone of the demo city: a name nobody bears, and what to expect of the card. */
export interface DemoCitizen {
  readonly id: string
  readonly name: string
  readonly note: string
  /** On their ID card: it is no one's, there is no such region. */
  readonly idNumber: string
  readonly cardNumbers: readonly string[]
  /** The one that was made for them in the first one's place: it is in no file, and comes of its order. */
  readonly newCardNumber?: string
  /** Their accounts are nobody's yet, and are bound by the ID number. */
  readonly newcomer?: boolean
}

/** Everyone one can sign in as in the sandbox; their cards stand in the demo city's file under the same names. */
export const demoCitizens = [
  { id: 'in-use', name: '示例公民甲', note: '社保卡正常使用', idNumber: '00000019850312001X', cardNumbers: ['510100000000000101'] },
  { id: 'temporarily-lost', name: '示例公民乙', note: '4 天前电话临时挂失，还有 3 天到期', idNumber: '000000197806240022', cardNumbers: ['510100000000000202'] },
  { id: 'lapsed', name: '示例公民丙', note: '10 天前电话临时挂失，已到期自动解挂', idNumber: '00000019910909003X', cardNumbers: ['510100000000000303'] },
  { id: 'lost-by-wechat', name: '示例公民丁', note: '2 天前在微信正式挂失，已告知银行', idNumber: '000000196501180044', cardNumbers: ['510100000000000404'] },
  { id: 'lost-at-counter', name: '示例公民戊', note: '5 天前在柜台正式挂失，线上不能解挂', idNumber: '000000197011050057', cardNumbers: ['510100000000000505'] },
  { id: 'being-reissued', name: '示例公民己', note: '正在补卡，新卡制作中，不能再解挂', idNumber: '00000019880827006X', cardNumbers: ['510100000000000606'] },
  {
    id: 'card-ready', name: '示例公民辰', note: '卡坏了换新卡，新卡制好了，等着去领',
    idNumber: '000000197905120173', cardNumbers: ['510100000000001818'], newCardNumber: '510100000000001819',
  },
  {
    id: 'card-collected', name: '示例公民巳', note: '卡丢了补的，新卡领到了，还没启用',
    idNumber: '000000198611300181', cardNumbers: ['510100000000001919'], newCardNumber: '510100000000001920',
  },
  { id: 'not-activated', name: '示例公民庚', note: '新卡尚未启用', idNumber: '000000200102030072', cardNumbers: ['510100000000000707'] },
  { id: 'cancelled', name: '示例公民辛', note: '社保卡已注销', idNumber: '000000195505200087', cardNumbers: ['510100000000000808'] },
  { id: 'locked', name: '示例公民壬', note: '社保功能已锁定', idNumber: '000000198307300099', cardNumbers: ['510100000000000909'] },
  { id: 'guardian', name: '示例公民癸', note: '监护人，还没有替孩子同意；可代示例公民子挂失', idNumber: '000000199004150104', cardNumbers: ['510100000000001010'] },
  { id: 'child', name: '示例儿童', note: '未满 16 岁，由监护人办理', idNumber: '000000201806010111', cardNumbers: ['510100000000001111'] },
  { id: 'two-cards', name: '示例公民子', note: '有两张社保卡', idNumber: '000000199302140123', cardNumbers: ['510100000000001212', '510100000000001313'] },
  { id: 'long-name', name: '示例公民·名字特别特别长的那一位·示例', note: '名字很长', idNumber: '000000197608080136', cardNumbers: ['510100000000001414'] },
  { id: 'other-city', name: '示例公民丑', note: '社保卡由其他城市发放', idNumber: '000000198211230145', cardNumbers: ['510100000000001515'] },
  { id: 'moved-in', name: '示例公民寅', note: '外地转来的卡，发卡银行不在本市合作银行里', idNumber: '000000198709070150', cardNumbers: ['510100000000001616'] },
  {
    id: 'newcomer', name: '示例公民卯', note: '还没有绑定身份，用这个虚构的姓名和身份证号绑定',
    idNumber: '000000199404160168', cardNumbers: ['510100000000001717'], newcomer: true,
  },
] as const satisfies readonly DemoCitizen[]

/** The platform id that stands for a demo citizen at a door. */
export const demoPlatformId = (door: Door, citizen: string): string => (door === 'wechat' ? `demo-openid-${citizen}` : `demo-alipay-${citizen}`)
