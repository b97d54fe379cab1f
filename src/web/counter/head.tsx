import type { StaffOnWire } from '@/contract/counter'
import { useNow } from './use-now'
import { useOnline } from './use-online'
import { useWords } from './words'

interface HeadProps {
  readonly member: StaffOnWire
  readonly onLeave: () => void
}

/** Who stands where, and whether there is a network. */
export const Head = ({ member, onLeave }: HeadProps) => {
  const { w, dates, change } = useWords()
  const [now, isOnline] = [useNow(), useOnline()]
  return (
    <header className="head">
      <h1>{w.title}</h1>
      <p>{member.outletName ?? member.outletId} · {w.signIn.staffId} {member.staffId}</p>
      <p className="clock">{dates.exact(now)}</p>
      <button className="plain" onClick={change}>{w.other}</button>
      <button className="plain" onClick={onLeave}>{w.leave}</button>
      <div className="offline" role="status">{!isOnline && <p className="todo">{w.offline}</p>}</div>
    </header>
  )
}
