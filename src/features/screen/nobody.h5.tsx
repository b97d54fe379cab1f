import { useEffect } from 'react'
import { goHome } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { SignInFirst } from './first'

/** At a terminal whoever goes back into what another person saw finds the first page. */
const BackToStart = () => {
  useEffect(() => void goHome(), [])
  return null
}

export const Nobody = () => (isTerminal() ? <BackToStart /> : <SignInFirst />)
