import type { ReissueReason, ReissueWay } from '@/domain/reissue'
import type { Paper, ReissueKind, Role } from '@/domain/words'
import type { Both } from './pdf/blocks'

/** What documents call things: in Chinese, and in English beside it. */
export const kinds: Readonly<Record<ReissueKind, Both>> = { replacement: ['补卡', 'Replacement of a lost card'], exchange: ['换卡', 'Exchange'] }

export const reasons: Readonly<Record<ReissueReason, Both>> = {
  lost: ['卡丢了', 'Lost'],
  expired: ['卡到期', 'Expired'],
  damaged: ['卡坏了，读不出', 'Damaged'],
  defaced: ['卡面磨损，看不清', 'Face worn'],
  detailsChanged: ['姓名、证件号等信息变更', 'Details changed'],
  bankChanged: ['更换服务银行', 'Another bank'],
  movedProvince: ['跨省转移', 'Moved from another province'],
  oldMedicalCard: ['旧医保卡换社保卡', 'Old medical insurance card'],
}

export const ways: Readonly<Record<ReissueWay, Both>> = {
  instant: ['即时制卡网点，当场领', 'Printed while you wait'],
  serviceOutlet: ['服务网点，制好后领', 'Collected at an outlet'],
  bankApp: ['发卡银行 App', 'In the bank\'s app'],
  mail: ['邮寄', 'By mail'],
}

export const roles: Readonly<Record<Role, Both>> = { cardholder: ['持卡人', 'Cardholder'], guardian: ['监护人', 'Guardian'], proxy: ['代办人', 'Proxy'] }

/** Each in the original. */
export const papers: Readonly<Record<Paper, Both>> = {
  holderId: ['持卡人身份证', 'Cardholder\'s ID card'],
  guardianId: ['监护人身份证', 'Guardian\'s ID card'],
  proxyId: ['代办人身份证', 'Proxy\'s ID card'],
  householdRegister: ['户口簿', 'Household register'],
  card: ['旧社保卡', 'The old card'],
  photo: ['一寸彩色照片', 'One-inch colour photo'],
  receipt: ['领卡凭证（本页，或手机里的）', 'This receipt, or the one on the phone'],
}

export const care: Readonly<Record<'voucher' | 'reimburse', Both>> = {
  voucher: ['新卡没到手时看病，出示本凭证和身份证。', 'To see a doctor before the new card is there, show this receipt and the ID card.'],
  reimburse: [
    '新卡没到手时看病，先自己付钱，留好处方和收据，拿到新卡后手工报销。',
    'Before the new card is there, pay first, keep prescriptions and receipts, and have them reimbursed by hand once you have it.',
  ],
}
