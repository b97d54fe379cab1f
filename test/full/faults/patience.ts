import type { Timed } from '../../histories/send'

/** What those met whose calls were not answered at once. */
export interface Met {
  /** Calls without any answer. */
  none: number
  /** Calls that were told to come back: 503, with `Retry-After`. */
  busy: number
  /** Answers that are neither, in words. */
  readonly wrong: string[]
}

/** More often than this nobody is told to come back in a test: it would go on for ever. */
const most = 200_000

/** Something that happens once. */
export interface Signal {
  readonly given: Promise<void>
  readonly give: () => void
}

export const signal = (): Signal => {
  let give = () => {}
  const given = new Promise<void>((resolve) => { give = resolve })
  return { given, give: () => give() }
}

/** Those who call, as far as they have to wait: what they met, and what they wait for. */
export class Patient {
  readonly met: Met = { none: 0, busy: 0, wrong: [] }
  private up = Promise.resolve()
  private refused = signal()
  private ended = signal()

  /** They wait until they are told that it is worth trying again. */
  readonly patience = async (timed: Timed): Promise<void> => {
    const { met } = this
    if (timed.status === 0) met.none += 1
    else if (timed.status === 503 && timed.retryAfter > 0) met.busy += 1
    else met.wrong.push(`${timed.status} ${JSON.stringify(timed.reply)}, Retry-After: ${timed.retryAfter}`)
    if (met.none + met.busy + met.wrong.length > most) throw new Error('nothing was answered any more')
    this.refused.give()
    await this.up
  }

  /** Does `harm`, waits until somebody met it, unless the calls are over before; then `mend`, after which everybody goes on. */
  async through(harm: () => Promise<unknown> | void, mend: () => Promise<unknown> | void, over: AbortSignal): Promise<void> {
    const back = signal()
    this.refused = signal()
    this.ended = signal()
    over.addEventListener('abort', this.ended.give, { once: true })
    this.up = back.given
    try {
      await harm()
      await Promise.race([this.refused.given, over.aborted ? undefined : this.ended.given])
    } finally {
      await mend()
      back.give()
    }
  }
}
