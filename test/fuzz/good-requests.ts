import { operations } from '@/contract/operations'
import type { OperationName } from '@/contract'
import { examples } from '../../cloudfunctions/host/openapi/examples'
import { rows, type VictimIds } from '../security/requests'
import type { Json } from './hostile'

const checks = ['reportLoss', 'releaseLoss', 'grantProxy', 'setPassword', 'reissue', 'activate', 'exportData'] as const

/** Whoever a request is about, by words that are looked up when it is sent. */
const victim: VictimIds = {
  token: '%token%',
  cardId: '%card%',
  childId: '%child%',
  grantId: '%grant%',
  messageId: '%message%',
  refreshToken: '%refresh%',
  checks: Object.fromEntries(checks.map((purpose) => [purpose, `%check.${purpose}%`])) as VictimIds['checks'],
}

const withWords = (request: object): Record<string, Json> =>
  JSON.parse(JSON.stringify(request).replaceAll('security-matrix-1', '%key%').replaceAll('an-order-of-nobody', '%order%').replaceAll('chengdu.wh-01', 'chengdu.wuhou-agency')) as Record<string, Json>

export const names = Object.keys(operations) as OperationName[]

/** Good requests of an operation: one with what it cannot do without, and one full to the brim. */
export const goodRequests = (name: OperationName): readonly Json[] => {
  const least = withWords(rows[name].request(victim))
  return [least, { ...withWords(examples[name].request), ...least }]
}
