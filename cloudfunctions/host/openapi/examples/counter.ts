import type { ExamplesOf } from './example'

const member = { staffId: 'demo-007', outletId: 'chengdu.wh-01', outletName: '示例网点', city: 'chengdu' } as const

export const counterExamples: ExamplesOf<'counter'> = {
  'counter/signIn': { request: { staffId: 'demo-007', password: 'a word' }, data: member },
  'counter/signOut': { request: {}, data: {} },
  'counter/me': { request: {}, data: member },
}
