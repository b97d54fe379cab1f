import { errorForLog, type Log } from '../../runtime/log'

/** In ms: how often one looks for a newer list, how old the last look may be before requests wait for the next; and the time. */
export interface Timing {
  readonly checkEvery: number
  readonly waitAfter: number
  now(): number
}

/**
 * Lists are superseded for 60 s at most: half of that for not having looked, half for making the index. The clock is the wall's, which
 * goes on while an idle instance is frozen.
 */
export const usualTiming: Timing = { checkEvery: 5_000, waitAfter: 30_000, now: Date.now }

interface Keeper<Held> {
  /** What is current, from what is held; what it gives takes its place at once. */
  readonly look: (held: Held | undefined) => Promise<Held>
  readonly timing: Timing
  readonly log: Log
}

/**
 * Keeps something current while it is used. Requests are answered from what is held while one look at a time goes on beside them; they
 * wait only where nothing is held yet, or nobody has looked for long. A look that fails is no failure as long as something is held.
 */
export const keepCurrent = <Held>({ look, timing, log }: Keeper<Held>): (() => Promise<Held>) => {
  const { checkEvery, waitAfter, now } = timing
  let held: { readonly it: Held; readonly since: number } | undefined
  let triedAt = -Infinity
  let looking: ReturnType<typeof lookNow> | undefined
  // a clock that was set back makes everything old
  const isOlder = (than: number, limit: number): boolean => !(now() - than >= 0 && now() - than < limit)
  /** Resolves to when it began, and whether it found out. */
  const lookNow = async (): Promise<{ readonly began: number; readonly found: boolean }> => {
    const began = triedAt = now()
    try {
      held = { since: began, it: await look(held?.it) }
      return { began, found: true }
    } catch (thrown) {
      if (!held) throw thrown
      log.warn({ code: 'outletsNotChecked', error: errorForLog(thrown) })
      return { began, found: false }
    }
  }
  const lookOnce = (): ReturnType<typeof lookNow> => (looking ??= lookNow().finally(() => { looking = undefined }))
  const isDue = () => isOlder(triedAt, checkEvery)
  return async () => {
    const asked = now()
    let inVain = false
    // more than once where a process was frozen half way through a look: that one is old when it ends
    while (!held || (!inVain && isOlder(held.since, waitAfter) && (looking || isDue()))) {
      const { began, found } = await lookOnce()
      // a database that is away may be so for long, and each look takes longer than one waits between two
      inVain = !found && began >= asked
    }
    if (isDue()) void lookOnce()
    return held.it
  }
}
