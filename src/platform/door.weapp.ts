import type { Door } from '@/contract'

export const buildDoors: readonly [Door, ...Door[]] = ['wechat']
