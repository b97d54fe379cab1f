import { useRef, useState } from 'react'
import { refusedBy, type Refused } from './ask'
import { sendTask } from './send-task'
import type { TaskProps } from './task-props'
import type { Filled, TaskName } from './tasks'

/** Sends one task once: whoever presses again after an answer that never came sends the same key, until something is filled in anew. */
export const useSend = ({ task, card, member, onDone, onGone }: TaskProps & { readonly task: TaskName }) => {
  const key = useRef<string | null>(null)
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const fail = (thrown: unknown) => {
    const failure = refusedBy(thrown)
    if (failure.code === 'notSignedIn') return onGone()
    if (failure.code !== 'noAnswer') key.current = null
    return setRefused(failure)
  }
  const send = (filled: Filled) => {
    if (under.current) return
    under.current = true
    key.current ??= crypto.randomUUID()
    setBusy(true)
    setRefused(undefined)
    sendTask(task, card, filled, member.staffId, key.current)
      .then(({ result, card: after, report, order = card.order }) => {
        const shown = { ...after, ...(report && { report }), ...(order && { order }) }
        onDone({ task, result, card: shown, at: Date.now(), ...(report && { report }) })
      }, fail)
      .finally(() => {
        under.current = false
        setBusy(false)
      })
  }
  const forget = () => {
    key.current = null
    setRefused(undefined)
  }
  return { busy, refused, send, forget }
}
