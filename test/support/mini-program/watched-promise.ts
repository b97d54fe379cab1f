/**
 * A Promise for the mini-program that reports a rejection nobody handles, as a phone's console does.
 * Node's own event cannot be used: the test runner keeps it for itself.
 */
export function watchedPromise(Native: PromiseConstructor, report: (reason: unknown) => void): PromiseConstructor {
  const nativeThen = Native.prototype.then
  const handled = new WeakSet<object>()

  class Watched<T> extends Native<T> {
    constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void) {
      super(executor)
      observe(this)
    }

    override then<A = T, B = never>(onDone?: ((value: T) => A | PromiseLike<A>) | null, onFail?: ((reason: unknown) => B | PromiseLike<B>) | null) {
      handled.add(this)
      return super.then(onDone, onFail)
    }

    // promises of async functions are native ones, and must still be instances of the global Promise
    static override [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === 'object' && value !== null && Native.prototype.isPrototypeOf(value)
    }
  }

  function observe(promise: Promise<unknown>): void {
    const check = (reason: unknown) => {
      setImmediate(() => {
        if (!handled.has(promise)) report(reason)
      })
    }
    // the observer must itself be native, else it would be observed in turn, without end
    const asNative = { value: Native, configurable: true }
    void Object.defineProperty(promise, 'constructor', asNative)
    void Reflect.apply(nativeThen, promise, [undefined, check])
    Reflect.deleteProperty(promise, 'constructor')
  }

  return Watched as PromiseConstructor
}
