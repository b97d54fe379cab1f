import type { Door } from '@/contract'

/** The doors this build may play; the browser's preview lets one choose. */
export const buildDoors: readonly [Door, ...Door[]] = ['wechat', 'alipay']
