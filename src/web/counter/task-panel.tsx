import { useState } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { policyOf } from '@/domain/policies'
import type { FoundCard } from './find'
import type { Done } from './slip'
import { TaskForm } from './task-form'
import { isOffered, taskNames, type TaskName } from './tasks'
import { useWords } from './words'

export interface TaskProps {
  readonly card: FoundCard
  readonly member: StaffOnWire
  readonly onDone: (done: Done) => void
  readonly onGone: () => void
}

/** What can be done to the card here; first whatever its state suggests. */
export const TaskPanel = (props: TaskProps) => {
  const { card } = props
  const { w } = useWords()
  const [task, setTask] = useState<TaskName>(card.dispute ? 'closeDispute' : card.socialSecurity.state === 'formallyLost' ? 'releaseLoss' : 'reportLoss')
  const kinds = policyOf(card.city).reports.value.counter.socialSecurity
  return (
    <div className="sheet">
      <div className="tabs" role="tablist">
        {taskNames.filter((one) => isOffered(one, card)).map((one) => (
          <button key={one} role="tab" aria-selected={one === task} onClick={() => setTask(one)}>{w.tasks[one]}</button>
        ))}
      </div>
      <TaskForm key={task} {...props} task={task} kinds={kinds} />
    </div>
  )
}
