import { useState } from 'react'
import { policyOf } from '@/domain/policies'
import { TaskForm } from './task-form'
import type { TaskProps } from './task-props'
import { firstTask, isOffered, taskNames, type TaskName } from './tasks'
import { useWords } from './words'

/** What can be done to the card here; first whatever its state suggests. */
export const TaskPanel = (props: TaskProps) => {
  const { card } = props
  const { w } = useWords()
  const [task, setTask] = useState<TaskName>(() => firstTask(card))
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
