const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Everything the mini-program has begun and not yet finished: requests, platform calls, short timers, setData callbacks.
 * Settling means that nothing is left; it is known, not guessed from a silence.
 */
export class Work {
  private readonly open = new Map<number, { name: string; since: number }>()
  private begun = 0
  private wakers: (() => void)[] = []

  /** Marks one piece of work as begun; call what comes back when it has ended (more than once does no harm). */
  begin(name: string): () => void {
    const id = ++this.begun
    this.open.set(id, { name, since: Date.now() })
    return () => {
      if (this.open.delete(id)) this.wake()
    }
  }

  /** What is unfinished now, with its age in ms. */
  pending(): string[] {
    return [...this.open.values()].map(({ name, since }) => `${name} (for ${Date.now() - since} ms)`)
  }

  /** Resolves when nothing is pending; rejects after `limitMs` with a sentence naming what is. */
  async idle(limitMs: number): Promise<void> {
    const deadline = Date.now() + limitMs
    while (!(await this.quiet())) {
      if (this.open.size > 0) await this.nextEnd(deadline - Date.now())
      if (Date.now() > deadline) throw this.overdue(limitMs)
    }
  }

  /** Two turns of the event loop in which nothing is pending and nothing begins. */
  private async quiet(): Promise<boolean> {
    await turn()
    const before = this.begun
    await turn()
    await turn()
    return this.open.size === 0 && this.begun === before
  }

  private nextEnd(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, waitMs))
      this.wakers.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  private wake(): void {
    const wakers = this.wakers
    this.wakers = []
    for (const wake of wakers) wake()
  }

  private overdue(limitMs: number): Error {
    const what = this.pending().join(', ') || 'new work keeps beginning'
    return new Error(`notSettled: the mini-program was still busy after ${limitMs} ms: ${what}`)
  }
}
