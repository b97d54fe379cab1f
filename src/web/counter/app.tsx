import { useCallback, useEffect, useState } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { ask } from './ask'
import { Desk } from './desk'
import { GoneContext } from './gone'
import { SignIn } from './sign-in'
import { SignInAgain } from './sign-in-again'
import { useIdle } from './use-idle'

/** Longer than a member of staff looks aside, and as long as the server keeps a session that is not used. */
const idleMs = 10 * 60 * 1000

/** `hasEnded`: the server knows it no more, while whoever began it still sits here. */
type Session =
  | { readonly is: 'unknown' }
  | { readonly is: 'out'; readonly left: boolean }
  | { readonly is: 'in'; readonly member: StaffOnWire; readonly hasEnded: boolean }

const begun = (member: StaffOnWire): Session => ({ is: 'in', member, hasEnded: false })

export const App = () => {
  const [session, setSession] = useState<Session>({ is: 'unknown' })
  const leave = useCallback((left: boolean) => {
    setSession({ is: 'out', left })
    void ask('counter/signOut', {}).catch(() => undefined)
  }, [])
  const end = useCallback(() => setSession((before) => (before.is === 'in' ? { ...before, hasEnded: true } : before)), [])
  useEffect(() => {
    ask('counter/me', {}).then((member) => setSession(begun(member)), () => setSession({ is: 'out', left: false }))
  }, [])
  useIdle(idleMs, session.is === 'in', () => leave(true))
  if (session.is === 'unknown') return null
  if (session.is === 'out') return <SignIn left={session.left} onIn={(member) => setSession(begun(member))} />
  const { member, hasEnded } = session
  return (
    <GoneContext.Provider value={end}>
      <Desk key={`${member.staffId} ${member.outletId}`} member={member} onLeave={() => leave(false)} />
      {hasEnded && <SignInAgain staffId={member.staffId} onIn={(again) => setSession(begun(again))} onLeave={() => leave(false)} />}
    </GoneContext.Provider>
  )
}
