import { useCallback, useEffect, useState } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { ask } from './ask'
import { Desk } from './desk'
import { SignIn } from './sign-in'
import { useIdle } from './use-idle'

/** Longer than a member of staff looks aside, and as long as the server keeps a session that is not used. */
const idleMs = 10 * 60 * 1000

type Session = { readonly is: 'unknown' } | { readonly is: 'out'; readonly left: boolean } | { readonly is: 'in'; readonly member: StaffOnWire }

export const App = () => {
  const [session, setSession] = useState<Session>({ is: 'unknown' })
  const leave = useCallback((left: boolean) => {
    setSession({ is: 'out', left })
    void ask('counter/signOut', {}).catch(() => undefined)
  }, [])
  useEffect(() => {
    ask('counter/me', {}).then((member) => setSession({ is: 'in', member }), () => setSession({ is: 'out', left: false }))
  }, [])
  useIdle(idleMs, session.is === 'in', () => leave(true))
  if (session.is === 'unknown') return null
  if (session.is === 'out') return <SignIn left={session.left} onIn={(member) => setSession({ is: 'in', member })} />
  return <Desk member={session.member} onLeave={() => leave(false)} onGone={() => leave(true)} />
}
