/** Settings are missing or wrong: names the variables, a sentence each, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]
  constructor(...faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

type Readings<T extends readonly unknown[]> = { readonly [Index in keyof T]: () => T[Index] }

/** What all readings give. Where some refuse, one ConfigError says everything that is wrong; any other error goes on as it is. */
export const together = <T extends readonly unknown[]>(...readings: Readings<T>): T => {
  const faults: string[] = []
  const values = readings.map((reading: () => unknown) => {
    try {
      return reading()
    } catch (thrown) {
      if (!(thrown instanceof ConfigError)) throw thrown
      return void faults.push(...thrown.faults)
    }
  })
  if (faults.length > 0) throw new ConfigError(...faults)
  // one value for each reading, in its place
  return values as unknown as T
}
