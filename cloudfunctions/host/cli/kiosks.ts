import { parseArgs } from 'node:util'
import { minute, toIso } from '@/domain/time'
import { newKioskId, newReadablePassword, type ListedKiosk, type Repository } from '../../repository'
import { acting, whoIn, whoOptions, whoUsage, type Who } from './act'
import { runCommand, withRepository } from './command'
import { outletOnWireIn, type CityOutlet } from './outlet-arguments'

const usage = `Usage: npm run kiosks -- enrol --outlet CITY.OUTLET ${whoUsage}
       npm run kiosks -- list
       npm run kiosks -- revoke ID ${whoUsage}`

const options = { ...whoOptions, outlet: { type: 'string' } } as const

/** How long (ms) a code can be typed into the machine. */
const codeLasts = 30 * minute

/** A mistyped outlet would stand in every report of the machine: where the city has a list, the outlet is in it. */
const refuseUnlisted = async ({ outlets }: Repository, { city, outletId }: CityOutlet): Promise<void> => {
  const list = await outlets.current(city)
  if (list && !(await outlets.byId(city, list.version, outletId))) throw new Error(`The current list of ${city} has no outlet ${outletId}.`)
}

const enrol = (outlet: CityOutlet, who: Who): Promise<string> => {
  const [kioskId, code] = [newKioskId(), newReadablePassword()]
  const { city, onWire: outletId } = outlet
  return acting(who, 'kiosks enrol', `${kioskId} ${outletId}`, async (repository) => {
    await refuseUnlisted(repository, outlet)
    if (!(await repository.kiosks.add({ kioskId, outletId, city }, code, codeLasts))) throw new Error('Nothing was made: run the command again.')
    return `${kioskId} is to stand in ${outletId}. Type this code into the machine within ${codeLasts / minute} minutes; it is good once, and shown this once:\n${code}`
  })
}

const revoke = (id: string, who: Who): Promise<string> =>
  acting(who, 'kiosks revoke', id, async ({ kiosks }) => {
    if (!(await kiosks.revoke(id))) throw new Error(`There is no terminal ${id}.`)
    return `${id} is no terminal any more.`
  })

const standing = ({ codeUntil, enrolledAt, revokedAt }: ListedKiosk): string => {
  if (revokedAt !== null) return `revoked ${toIso(revokedAt)}`
  if (enrolledAt !== null) return `enrolled ${toIso(enrolledAt)}`
  return codeUntil === null ? 'not enrolled' : `waits for its code until ${toIso(codeUntil)}`
}

const lineOf = (kiosk: ListedKiosk): string => [kiosk.kioskId, kiosk.outletId, `made ${toIso(kiosk.madeAt)}`, standing(kiosk)].join('  ')

const list = (): Promise<string> =>
  withRepository(async ({ kiosks }) => (await kiosks.list()).map(lineOf).join('\n') || 'There are no terminals yet.')

const read = (args: string[]) => parseArgs({ args, options, allowPositionals: true })

const run = (asked: string | undefined, id: string | undefined, { outlet, ...who }: ReturnType<typeof read>['values']): Promise<string> => {
  if (asked === 'enrol' && id === undefined && outlet !== undefined) return enrol(outletOnWireIn(outlet), whoIn(who, usage))
  if (asked === 'list' && id === undefined && outlet === undefined) return list()
  if (asked === 'revoke' && id !== undefined && outlet === undefined) return revoke(id, whoIn(who, usage))
  throw new Error(usage)
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals: [asked, id, ...others] } = read(args)
  if (others.length > 0) throw new Error(usage)
  console.log(await run(asked, id, values))
  return true
}

runCommand(module, command)
