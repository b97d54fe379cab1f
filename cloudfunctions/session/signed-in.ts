import type { SignedIn } from '@/contract'
import type { Session } from '../repository'
import type { Tokens } from '../runtime/tokens'

/** A session as the phone keeps it. */
export const signedInOnWire = async (tokens: Tokens, { caller, refreshToken, bound, endsAt }: Session): Promise<SignedIn> =>
  ({ ...(await tokens.issue(caller, endsAt)), refreshToken, bound })
