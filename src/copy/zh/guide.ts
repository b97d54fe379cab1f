import type { GuideFacts } from '../guide-facts'

const medical = {
  voucher: '领卡凭证可以当看病的凭证，带上身份证。',
  reimburse: '先自己付钱，留好处方和收据，拿到新卡后手工报销。',
}

/** What citizens ask, in their words, answered from the city's own rules. */
export const guide = {
  canRelease: {
    ask: '挂失后还能解挂吗',
    answer: ({ online }: GuideFacts) => `能。在${online}挂失的，这几处都能解，马上恢复。`,
    more: ({ hotline }: GuideFacts) => `电话办的临时挂失，打 ${hotline} 解，或者等到期自动解挂。柜台、自助机办的，带身份证和卡去网点解。补卡受理以后，不能再解。`,
  },
  releaseFailed: {
    ask: '解挂失败怎么办',
    answer: () => '先看社保卡页面上写的原因：在哪里办的，一般就到哪里解。',
    more: ({ hotline, anyOutlet }: GuideFacts) => `${anyOutlet ? '着急看病，任何网点都能当场解除临时挂失。' : ''}说不清原因的，打 ${hotline} 问。`,
  },
  careMeanwhile: {
    ask: '挂失后医保还能用吗',
    answer: () => '不能刷这张卡结算。挂失一办好，马上停用。',
    more: ({ medicalCare }: GuideFacts) => `补卡期间看病：${medical[medicalCare]}`,
  },
  bankToo: {
    ask: '银行功能是不是一起挂失了',
    answer: ({ coversBank }: GuideFacts): string => coversBank ? '是。正式挂失会把银行账户一起挂失。' : '没有。卡里的银行账户，要另外打给发卡银行挂失。',
    more: () => '解挂也一样：社保功能在这里解，银行账户找银行解。',
  },
  passwordForgotten: {
    ask: '电话挂失的密码忘了',
    answer: ({ hotline }: GuideFacts) => `在这里核对身份，就能重设。也可以打 ${hotline}，转人工。`,
    more: ({ passwords, lockHours }: GuideFacts) => `密码输错 ${passwords} 次，电话会锁 ${lockHours} 小时。用手机在这里挂失，不用密码。`,
  },
  faceFailed: {
    ask: '人脸识别总是不过',
    answer: ({ hotline }: GuideFacts) => `可以不刷脸：打 ${hotline} 临时挂失，或者带身份证去网点办。`,
    more: () => '再试时，到亮一点的地方，摘下口罩和帽子，脸对正。',
  },
  onBehalf: {
    ask: '能不能代办',
    answer: () => '年纪大、行动不便的人，可以请人到柜台代办。带双方身份证的原件和复印件。',
    more: ({ handlingAge, privacyAge }: GuideFacts) => `不满 ${handlingAge} 岁的孩子由监护人办，去柜台带户口簿和监护人的身份证。不满 ${privacyAge} 岁，用孩子的个人信息要监护人同意。`,
  },
  whereToGo: {
    ask: '网点在哪、今天开门吗',
    answer: () => '看“查网点”：哪里能办、离您多远、现在开没开门。',
    more: ({ hotline }: GuideFacts) => `每个网点都写着哪天核对的。当地还没有名单的，打 ${hotline} 问，说您在哪个区、要办什么。`,
  },
  reissueHow: {
    ask: '补卡要多久、带什么',
    answer: ({ readyDays }: GuideFacts) => `带身份证，到发卡银行能立等可取的网点，当场拿卡。别的网点，受理后 ${readyDays} 个工作日。`,
    more: ({ handlingAge }: GuideFacts) => `丢了的，正式挂失能和补卡一起办。不满 ${handlingAge} 岁，还要带户口簿和监护人的身份证。取卡带身份证和领卡凭证。`,
  },
  reissueWays: {
    ask: '去不了网点，能补卡吗',
    answer: ({ mail }: GuideFacts): string => mail ? '能。在这里申请，新卡可以寄到家，也可以寄到您选的地方。' : '这里不邮寄。可以请人带双方身份证代办。',
    more: ({ bankApp }: GuideFacts) => `${bankApp ? '发卡银行的手机 App 有的也能补，银行说了算。' : ''}地址和电话只用来寄卡，寄出前都能改。`,
  },
  exchange: {
    ask: '卡坏了、过期了、改了名字怎么办',
    answer: () => '办换卡，不用挂失。领到新卡以前，旧卡能用的还能用。',
    more: ({ photoFor }: GuideFacts) => `带身份证和旧卡。${photoFor ? `${photoFor}，还要一寸彩色照片，以身份证照片为准。` : ''}`,
  },
  collecting: {
    ask: '新卡好了，怎么领',
    answer: () => '带身份证和领卡凭证，到您选的网点。领卡凭证在“新卡办理”里，也能存成图片。',
    more: ({ collectDays }: GuideFacts) => `领了新卡，旧卡就注销。${collectDays} 天没领，我们会再提醒您，卡还给您留着。`,
  },
  fee: {
    ask: '补卡要钱吗',
    answer: ({ fee, hotline }: GuideFacts) => fee === null ? `本地没有公开写明，办之前打 ${hotline} 问一句。` : fee === 0 ? '不要钱。' : `${fee} 元。`,
    more: () => '在这里申请、挂失、解挂，我们都不收钱。',
  },
  notMe: {
    ask: '不是我挂失的',
    answer: ({ hotline }: GuideFacts) => `在挂失记录里点“不是我办的”，也可以马上打 ${hotline}。`,
    more: () => '提出以后，谁也不能解挂、补卡，等您带身份证到柜台说清楚。有人替您解了挂，马上再挂失。',
  },
  newCardUnusable: {
    ask: '新卡为什么不能用',
    answer: () => '新卡要先启用社保功能，再到银行激活金融功能，两样分开办。',
    more: ({ activatedIn, bankAppActivates, hotline }: GuideFacts) => `启用社保功能：${activatedIn}都行，不清楚就打 ${hotline}。银行功能要本人去银行激活${bankAppActivates ? '，或者用银行的 App' : ''}。启用时会让您设密码，不要告诉别人。`,
  },
  movedHere: {
    ask: '外地的卡转到本地怎么办',
    answer: ({ cancelsFirst, hotline }: GuideFacts) => cancelsFirst
      ? '发卡银行不在本地合作银行里的，先到经办机构注销旧卡的社保功能，再到任何一家合作银行办新卡。'
      : `各地办法不一样，打 ${hotline} 问要先办什么。`,
    more: ({ banks, hotline }: GuideFacts) => banks ? `本地合作银行：${banks}。` : `哪些银行能办，打 ${hotline} 问。`,
  },
  whoDoes: {
    ask: '社区、街道、社保局、银行，各办什么',
    answer: () => '制卡、挂失、补卡归社保经办机构。社区多是先收材料，有的街道（乡镇）也能补卡。',
    more: () => '人社局是主管部门，什么都能问。有的银行网点、自助机也能挂失和补卡。去之前，先在“查网点”里看它能办什么。',
  },
  cardFor: {
    ask: '社保卡能做什么',
    answer: () => '看病买药当场结算，还能办养老、失业、工伤、就业这些社保的事。',
    more: () => '卡上有两样功能：社保功能，还有一个银行账户。两样分开挂失，分开启用。',
  },
  careOfCard: {
    ask: '平时要注意什么',
    answer: () => '收好卡，密码不告诉别人，有空看看卡的状态，电话和地址变了及时更新。',
    more: () => '工作人员不会问您要密码。',
  },
}

/** The shape both languages have. */
export type GuideCopy = typeof guide
