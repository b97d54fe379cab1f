/** A setting is missing or wrong: names the variable, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
