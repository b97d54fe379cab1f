import { useId, useState } from 'react'
import { policyOf } from '@/domain/policies'
import type { Refused } from './ask'
import { sayRefusal } from './say'
import { cardNow } from './send-task'
import { Tabs } from './tabs'
import { TaskForm } from './task-form'
import type { TaskProps } from './task-props'
import { firstTask, isOffered, taskNames, type TaskName } from './tasks'
import { useWords } from './words'

/** Refusals after which the card may stand elsewhere than the page shows: somebody else was first. */
const isOvertaken = ({ code }: Refused): boolean => code !== 'noAnswer' && code !== 'invalidRequest' && code !== 'malformedRequest'

/** What can be done to the card here; first whatever its state suggests. */
export const TaskPanel = (props: TaskProps) => {
  const { card, member, onChanged } = props
  const spoken = useWords()
  const { w } = spoken
  const panel = useId()
  const [chosen, setChosen] = useState<TaskName>(() => firstTask(card))
  const [refused, setRefused] = useState<Refused>()
  const task = isOffered(chosen, card) ? chosen : firstTask(card)
  const kinds = policyOf(card.city).reports.value.counter.socialSecurity
  const refuse = (failure: Refused | undefined) => {
    setRefused(failure)
    if (failure && isOvertaken(failure)) cardNow(card.cardId, member.staffId).then((now) => now && onChanged(now), () => undefined)
  }
  const choose = (one: TaskName) => {
    setChosen(one)
    setRefused(undefined)
  }
  return (
    <div className="sheet">
      <Tabs title={w.act.title} names={taskNames.filter((one) => isOffered(one, card))} words={w.tasks} value={task} panel={panel} onChange={choose} />
      <div id={panel} role="tabpanel" aria-label={w.tasks[task]}>
        {refused && task !== chosen && <p className="bad" role="alert">{sayRefusal(refused, spoken)} {w.act.overtaken}</p>}
        <TaskForm key={task} {...props} task={task} kinds={kinds} refused={task === chosen ? refused : undefined} onRefused={refuse} />
      </div>
    </div>
  )
}
