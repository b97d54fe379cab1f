import type { Door } from '@/contract'

/** A platform does not serve us as we are set up: names its code and where to look; never anything that was sent or came. */
export class PlatformFault extends Error {
  override readonly name = 'PlatformFault'
  /** Also for the log, which keeps no message. */
  readonly code: string
  constructor(platform: Door, code: string | number, advice: string) {
    super(`${platform} answers ${code}: ${advice}.`)
    this.code = `${platform}:${code}`
  }
}
