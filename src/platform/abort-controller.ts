type Listener = () => void

/** As much of `AbortSignal` as the query library asks of it. */
class PhoneAbortSignal {
  aborted = false
  reason: unknown = undefined
  private listeners: Listener[] = []

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((kept) => kept !== listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.listeners.forEach((listener) => listener())
  }
}

/** Stands in for the browser's on phones, which have none: without it a query stays pending for ever and says nothing. */
export class AbortController {
  readonly signal = new PhoneAbortSignal()

  abort(reason: unknown = new Error('This operation was aborted')): void {
    this.signal.fire(reason)
  }
}
