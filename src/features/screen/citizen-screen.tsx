import type { ComponentProps } from 'react'
import { useSession } from '@/features/session'
import { SignInView } from '@/features/session/sign-in-view'
import { Screen } from './screen'

const stay = () => {}

/** A screen about a citizen's own cards: whoever is not signed in signs in right here, and then stands where they were going. */
export const CitizenScreen = ({ children, dock, ...rest }: ComponentProps<typeof Screen>) => {
  const { status } = useSession()
  return status === 'signedOut'
    ? <Screen {...rest}><SignInView onSignedIn={stay} /></Screen>
    : <Screen {...rest} dock={dock}>{children}</Screen>
}
