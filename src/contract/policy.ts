import * as v from 'valibot'
import { releaseModes } from '@/domain/policy'
import { reissueReasons, reissueWays, type ReissueWay } from '@/domain/reissue/words'
import { channels, reportKinds, type Channel } from '@/domain/words'
import { city, name } from './shapes'

/** A rule with where it is written. */
const rule = <S extends v.GenericSchema>(value: S) =>
  v.object({
    value,
    source: name,
    effectiveFrom: v.pipe(v.string(), v.isoDate()),
    confidence: v.picklist(['A', 'B', 'S', 'U']),
  })

const perFunction = <S extends v.GenericSchema>(schema: S) => v.object({ socialSecurity: schema, financial: schema })
const perChannel = <S extends v.GenericSchema>(schema: S) =>
  v.object(Object.fromEntries(channels.map((channel) => [channel, schema])) as Record<Channel, S>)
const perWay = <S extends v.GenericSchema>(schema: S) =>
  v.object(Object.fromEntries(reissueWays.map((way) => [way, schema])) as Record<ReissueWay, S>)

const releaseRule = v.object({ mode: v.picklist(releaseModes), channels: v.array(v.picklist(channels)) })

/** A city's rules as the guide shows them, each with its source. */
export const cityRules = v.object({
  city,
  name,
  hotline: rule(v.string()),
  temporaryDays: perFunction(rule(v.number())),
  lapseWarningHours: rule(v.array(v.number())),
  quietHours: rule(v.object({ from: v.number(), until: v.number() })),
  reports: rule(perChannel(perFunction(v.array(v.picklist(reportKinds))))),
  release: rule(perChannel(releaseRule)),
  anyOutletCancelsTemporary: rule(v.boolean()),
  formalCoversBank: rule(v.boolean()),
  exchangeStopsOldCard: rule(v.boolean()),
  limits: v.object({
    wrongPasswords: rule(v.number()),
    passwordLockHours: rule(v.number()),
    failedChecks: rule(v.number()),
    checkLockHours: rule(v.number()),
    falseReports: rule(v.number()),
    barDays: rule(v.number()),
  }),
  dependants: v.object({ atMost: rule(v.number()), grantDays: rule(v.number()) }),
  minors: v.object({ handlingAge: rule(v.number()), privacyAge: rule(v.number()) }),
  movedInCards: rule(v.picklist(['cancelAtAgencyFirst', 'likeOwn'])),
  reissue: v.object({
    ways: perWay(rule(v.array(v.picklist(channels)))),
    photoFor: rule(v.array(v.picklist(reissueReasons))),
    fees: rule(v.object({ replacement: v.nullable(v.number()), exchange: v.nullable(v.number()) })),
    timesAYear: rule(v.nullable(v.number())),
    collectWithinDays: rule(v.number()),
    formalOnlyWith: rule(v.array(v.picklist(channels))),
    activation: perFunction(rule(v.array(v.picklist(channels)))),
    bankAppActivates: rule(v.boolean()),
  }),
  readyInWorkingDays: rule(v.number()),
  medicalCareMeanwhile: rule(v.picklist(['voucher', 'reimburse'])),
})
export type CityRulesOnWire = v.InferOutput<typeof cityRules>
