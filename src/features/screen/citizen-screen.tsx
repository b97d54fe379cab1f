import type { ComponentProps } from 'react'
import { useSession } from '@/features/session'
import { Nobody } from './nobody'
import { Screen } from './screen'

/** A screen about a citizen's own cards: whoever is not signed in is told why they should, and then stands where they were going. */
export const CitizenScreen = ({ children, dock, ...rest }: ComponentProps<typeof Screen>) => {
  const { status } = useSession()
  return status === 'signedOut'
    ? <Screen {...rest}><Nobody /></Screen>
    : <Screen {...rest} dock={dock}>{children}</Screen>
}
