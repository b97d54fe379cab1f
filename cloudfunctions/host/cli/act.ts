import type { Repository } from '../../repository'
import { askHere, type Ask } from './admin/ask'
import { withRepository } from './command'

/** The options of whatever changes something: which member of staff does it, and why. */
export const whoOptions = { by: { type: 'string' }, reason: { type: 'string' } } as const

/** How they are given, for a usage. */
export const whoUsage = '--by STAFF [--reason TEXT]'

/** Who does something, and why; a reason that was not given is asked for. */
export interface Who {
  readonly by: string
  readonly reason: string | undefined
  readonly ask: Ask
}

/** Throws the usage where nobody is named, or the reason is empty. */
export const whoIn = ({ by, reason }: Partial<Record<keyof typeof whoOptions, string>>, usage: string, ask: Ask = askHere()): Who => {
  if (by === undefined || reason?.trim() === '') throw new Error(usage)
  return { by, reason, ask }
}

/** Throws a sentence where who acts is no member of staff, or disabled. */
export const refuseStranger = async ({ staff }: Repository, { by }: Who): Promise<void> => {
  if (!(await staff.find(by))) throw new Error(`There is no member of staff ${by}, or they are disabled.`)
}

/** Writes an act into the operators' trail. The reason is asked for last, since standard input answers in the order of the questions. */
export const writeDown = async ({ audit }: Repository, { by, reason, ask }: Who, what: string, subject: string): Promise<void> =>
  audit.append({ operator: by, what, subject, reason: reason ?? (await ask('Reason')) })

/** Does what a member of staff asks for, once it is written down: what, and to which id. */
export const acting = <T>(who: Who, what: string, subject: string, work: (repository: Repository) => Promise<T>): Promise<T> =>
  withRepository(async (repository) => {
    await refuseStranger(repository, who)
    await writeDown(repository, who, what, subject)
    return work(repository)
  })
