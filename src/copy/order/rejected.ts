import type { RejectionReason } from '@/domain/reissue/words'

/** What has to be put right before an application can be accepted: in the history, in what one is told, and on the order. */
export const rejectedFor = {
  zh: { photo: '照片不合适，换一张', dataMismatch: '信息和登记的对不上', address: '地址寄不到，改一改' },
  en: { photo: 'Another photo is needed', dataMismatch: 'Something differs from the record', address: 'The address cannot be reached' },
} as const satisfies Record<'zh' | 'en', Record<RejectionReason, string>>
