import { useRef, useState } from 'react'
import { refusedBy, type Refused } from './ask'
import type { Filled } from './filled'
import { useGone } from './gone'
import { sendTask } from './send-task'
import type { TaskProps } from './task-props'
import type { TaskName } from './tasks'

interface Sending extends Pick<TaskProps, 'card' | 'member' | 'onDone'> {
  readonly task: TaskName
  readonly onRefused: (refused: Refused | undefined) => void
}

/** Sends one task once: whoever presses again after an answer that never came, or after signing in again, sends the same key, until something is filled in anew. */
export const useSend = ({ task, card, member, onDone, onRefused }: Sending) => {
  const gone = useGone()
  const key = useRef<string | null>(null)
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const fail = (thrown: unknown) => {
    const failure = refusedBy(thrown)
    if (failure.code === 'notSignedIn') return gone()
    if (failure.code !== 'noAnswer') key.current = null
    return onRefused(failure)
  }
  const send = (filled: Filled) => {
    if (under.current) return
    under.current = true
    key.current ??= crypto.randomUUID()
    setBusy(true)
    onRefused(undefined)
    sendTask(task, card, filled, member.staffId, key.current)
      .then(({ result, card: after, report }) => onDone({ task, result, card: after, at: Date.now(), ...(report && { report }) }), fail)
      .finally(() => {
        under.current = false
        setBusy(false)
      })
  }
  const forget = () => {
    key.current = null
    onRefused(undefined)
  }
  return { busy, send, forget }
}
