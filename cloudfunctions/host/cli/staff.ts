import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import { newReadablePassword, type ListedStaff, type Repository } from '../../repository'
import { hashPassword } from '../../runtime/password'
import { refuseStranger, whoIn, whoOptions, whoUsage, writeDown, type Who } from './act'
import { runCommand, withRepository } from './command'
import { outletOnWireIn, type CityOutlet } from './outlet-arguments'
import { newIdIn } from './partner-arguments'

const usage = `Usage: npm run staff -- add --id ID --outlet CITY.OUTLET ${whoUsage}
       npm run staff -- reset ID ${whoUsage}
       npm run staff -- disable ID ${whoUsage}
       npm run staff -- enable ID ${whoUsage}
       npm run staff -- list`

const options = { ...whoOptions, id: { type: 'string' }, outlet: { type: 'string' } } as const

const read = (args: string[]) => parseArgs({ args, options, allowPositionals: true })
type Values = ReturnType<typeof read>['values']

const nobody = (id: string) => new Error(`There is no member of staff ${id}.`)

/** Somebody has to be the first: where nobody is enabled, whoever is made or enabled is their own word for it. */
const isFirst = async ({ staff }: Repository, id: string, { by }: Who): Promise<boolean> =>
  by === id && (await staff.list()).every(({ disabledAt }) => disabledAt !== null)

/** Written down, then done. */
const changing = (who: Who, what: 'add' | 'reset' | 'disable' | 'enable', [id, ...more]: [string, ...string[]], work: (repository: Repository) => Promise<string>): Promise<string> =>
  withRepository(async (repository) => {
    const begins = (what === 'add' || what === 'enable') && (await isFirst(repository, id, who))
    if (!begins) await refuseStranger(repository, who)
    await writeDown(repository, who, `staff ${what}`, [id, ...more].join(' '))
    return work(repository)
  })

/** The list may come later, and so may the outlet; but it may also be mistyped. */
const noteOn = async ({ outlets }: Repository, { city, outletId }: CityOutlet): Promise<string> => {
  const list = await outlets.current(city)
  return list && (await outlets.byId(city, list.version, outletId)) ? '' : `\nLook at it again: the current list of ${city} has no outlet ${outletId}.`
}

const shown = (id: string, password: string) => `${id} signs in by this password, which is shown this once:\n${password}`

const add = ({ id, outlet: onWire }: Values, who: Who): Promise<string> => {
  if (id === undefined || onWire === undefined) throw new Error(usage)
  const [staffId, outlet, password] = [newIdIn(id), outletOnWireIn(onWire), newReadablePassword()]
  return changing(who, 'add', [staffId, onWire], async (repository) => {
    const added = await repository.staff.add({ staffId, outletId: onWire, city: outlet.city, passwordHash: await hashPassword(password) })
    if (!added) throw new Error(`There is a member of staff ${staffId} already.`)
    return shown(staffId, password) + (await noteOn(repository, outlet))
  })
}

/** Another password: whoever is signed in is not any more, and the wrong ones count no longer. */
const reset = (id: string, who: Who): Promise<string> =>
  changing(who, 'reset', [id], async ({ staff, tries }) => {
    const password = newReadablePassword()
    if (!(await staff.reset(id, await hashPassword(password)))) throw nobody(id)
    await tries.forgivePassword(id, undefined)
    return shown(id, password)
  })

const setDisabled = (id: string, command: 'disable' | 'enable', who: Who): Promise<string> =>
  changing(who, command, [id], async ({ staff }) => {
    if (!(await staff[command](id))) throw nobody(id)
    return `${id} is ${command}d.`
  })

const lineOf = ({ staffId, outletId, madeAt, disabledAt }: ListedStaff): string =>
  [staffId, outletId, `made ${toIso(madeAt)}`, ...(disabledAt === null ? [] : [`disabled ${toIso(disabledAt)}`])].join('  ')

const list = (): Promise<string> =>
  withRepository(async ({ staff }) => (await staff.list()).map(lineOf).join('\n') || 'There are no members of staff yet.')

const run = (command: string | undefined, id: string | undefined, values: Values): Promise<string> => {
  if (id === undefined && command === 'add') return add(values, whoIn(values, usage))
  if (id === undefined && command === 'list') return list()
  if (id !== undefined && command === 'reset') return reset(id, whoIn(values, usage))
  if (id !== undefined && (command === 'disable' || command === 'enable')) return setDisabled(id, command, whoIn(values, usage))
  throw new Error(usage)
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals: [command, id, ...others] } = read(args)
  if (others.length > 0) throw new Error(usage)
  console.log(await run(command, id, values))
  return true
}

runCommand(module, command)
