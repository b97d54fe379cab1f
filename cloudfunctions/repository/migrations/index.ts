import type { Migration } from 'kysely'
import { access } from './access'
import { allLookUps } from './all-look-ups'
import { audit } from './audit'
import { guardians } from './guardians'
import { identity } from './identity'
import { messages } from './messages'
import { otherDoors } from './other-doors'
import { orders } from './orders'
import { orderPapers } from './order-papers'
import { outlets } from './outlets'
import { partitions } from './partitions'
import { record } from './record'
import { reissue } from './reissue'
import { requestIds } from './request-ids'
import { retention } from './retention'
import { setAside } from './set-aside'
import { takenUpAgain } from './taken-up-again'
import { webhooks } from './webhooks'

/** Every change of the tables, in the order of its name. Imported, not read from a folder, so that bundles carry them. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-record': record,
  '2026-11-24-outlets': outlets,
  '2026-11-25-identity': identity,
  '2026-11-25-retention': retention,
  '2026-11-26-other-doors': otherDoors,
  '2026-11-27-webhooks': webhooks,
  '2026-12-01-messages': messages,
  '2026-12-03-reissue': reissue,
  '2026-12-02-access': access,
  '2026-12-02-guardians': guardians,
  '2026-12-02-set-aside': setAside,
  '2026-12-04-orders': orders,
  '2026-12-05-all-look-ups': allLookUps,
  '2026-12-06-order-papers': orderPapers,
  '2026-12-07-audit': audit,
  '2026-12-08-taken-up-again': takenUpAgain,
  '2026-12-09-request-ids': requestIds,
  '2026-12-10-partitions': partitions,
}
