/** The closed lists of the field's words. Everything else in the project is written in them. */

export const cardFunctions = ['socialSecurity', 'financial'] as const
/** The two halves of the chip: social security (社保功能) and the bank's account (金融功能). */
export type CardFunction = (typeof cardFunctions)[number]

export const channels = ['wechat', 'alipay', 'tianfu', 'phone', 'counter', 'terminal', 'bank'] as const
/** Where a request came in. */
export type Channel = (typeof channels)[number]

export const lives = ['notActivated', 'inUse', 'locked', 'cancelled'] as const
/** What a function is apart from any report: 封存, 正常, 应用锁定, 注销. */
export type Life = (typeof lives)[number]
export type ReportableLife = Exclude<Life, 'cancelled'>

export const reportKinds = ['temporary', 'formal'] as const
/** 临时挂失 lapses by itself; 正式挂失 stays until released or the card is replaced. */
export type ReportKind = (typeof reportKinds)[number]

export const shownStates = [
  'inUse', 'temporarilyLost', 'formallyLost', 'notActivated', 'locked', 'beingReissued', 'cancelled',
] as const
/** What a citizen is told a function's state is: computed from life, report and reissue, never kept. */
export type ShownState = (typeof shownStates)[number]

export const roles = ['cardholder', 'guardian', 'proxy'] as const
/** Who acts for the card: 持卡人, 监护人, 代办人. */
export type Role = (typeof roles)[number]

export const deeds = ['see', 'history', 'reportLoss', 'releaseLoss', 'bankTold', 'reissue', 'grantProxy', 'dispute', 'setPassword', 'activate'] as const
/** What one person may want to do with a card, their own or another's: to see how it is, to read what happened to it, to act. */
export type Deed = (typeof deeds)[number]

export const grantPurposes = ['reportLoss', 'releaseLoss', 'reissue'] as const
/** What a cardholder can have a proxy do. */
export type GrantPurpose = (typeof grantPurposes)[number]

export const papers = ['holderId', 'guardianId', 'proxyId', 'householdRegister', 'card', 'photo', 'receipt'] as const
/** What is shown in person, each in the original: 持卡人身份证, 监护人身份证, 代办人身份证, 户口簿, 社保卡, 照片, 领卡凭证. */
export type Paper = (typeof papers)[number]

export const disputable = ['lossReported', 'reportReleased', 'reissueAccepted', 'passwordSet', 'guardianLinked'] as const
/** What somebody can say was not them (“不是我办的”). */
export type Disputable = (typeof disputable)[number]

export const disputeOutcomes = ['upheld', 'dismissed'] as const
/** How a dispute ends: it was not them, or it was. */
export type DisputeOutcome = (typeof disputeOutcomes)[number]

export const authors = [...roles, 'bank', 'system'] as const
/** Who stands behind an event; `system` is the clock (a lapse) or the city's own file (an import). */
export type Author = (typeof authors)[number]

export const eventChannels = [...channels, 'system'] as const
/** Where an event came from: a channel, or the record itself. */
export type EventChannel = (typeof eventChannels)[number]

export const reissueKinds = ['replacement', 'exchange'] as const
/** 补卡 for a lost card, 换卡 for one that is still there. */
export type ReissueKind = (typeof reissueKinds)[number]

/** A name or a text as it is said on screen in both languages. */
export interface BilingualName {
  readonly zh: string
  readonly en: string
}

export const actions = ['reportLoss', 'releaseLoss', 'bankTold'] as const
/** What a person can do to a card here. */
export type Action = (typeof actions)[number]

export const alreadyReasons = ['alreadyReported', 'nothingToRelease', 'bankHasReported'] as const
/** Why there is nothing left to do. */
export type AlreadyReason = (typeof alreadyReasons)[number]

export const outletKinds = ['community', 'subdistrict', 'agency', 'bureau', 'bank', 'terminal', 'hospital'] as const
/** What an outlet is: 社区（村）, 街道（乡镇）, 经办机构, 人社局, 银行网点, 自助机, 有自助机的定点医院. */
export type OutletKind = (typeof outletKinds)[number]

export const capabilities = [
  'reportLoss', 'releaseLoss', 'reissue', 'instantIssuance', 'collect', 'activateSocialSecurity', 'activateFinancial', 'resetPassword',
] as const
/** What one can do at an outlet, as far as the city's list says. */
export type Capability = (typeof capabilities)[number]

export const outletNeeds = ['reportLoss', 'release', 'instantReissue', 'collect', 'activate'] as const
/** What a citizen looks for an outlet for. */
export type OutletNeed = (typeof outletNeeds)[number]

export const outletSteps = [
  'reportInPerson', 'anyOutletCancels', 'releaseInPerson', 'releaseWhereReported', 'issuingBankPrints', 'serviceOutletReissues',
  'agencyCancelsFirst', 'anyBankPrints', 'issuingBankHands', 'serviceOutletHands', 'activateSocialSecurity', 'activateAtBank',
] as const
/** Why a group of outlets is the one to go to. */
export type OutletStepName = (typeof outletSteps)[number]
