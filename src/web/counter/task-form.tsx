import { useState } from 'react'
import type { ReportKind } from '@/domain/words'
import { Refused } from './ask'
import { Choice, Ticks } from './choice'
import { papersFor } from './acted'
import { begun, unfilled, type Filled } from './filled'
import type { FoundCard } from './find'
import { sayRefusal } from './say'
import { Details, Person } from './task-details'
import type { TaskProps } from './task-props'
import { isOffice, rolesFor, type TaskName } from './tasks'
import { useSend } from './use-send'
import { useWords, type Words } from './words'

interface FormProps extends TaskProps {
  readonly task: TaskName
  readonly kinds: readonly ReportKind[]
  readonly refused: Refused | undefined
  readonly onRefused: (refused: Refused | undefined) => void
}

const toldOf = (task: TaskName, card: FoundCard, { told }: Words) =>
  isOffice(task, card) ? [] : [{ key: `told ${task}`, words: told[task] }, ...(task === 'reportLoss' ? [{ key: 'told bank', words: told.bank }] : [])]

const useTicks = () => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = (key: string, isTicked: boolean) => setTicked((before) => new Set(isTicked ? [...before, key] : [...before].filter((one) => one !== key)))
  return { ticked, tick }
}

/** The action of the holder's that a task is, where the rules have told of it already. */
const asAction: Readonly<Partial<Record<TaskName, string>>> = { reportLoss: 'reportLoss', releaseLoss: 'releaseLoss' }
const towardsNewCard: readonly TaskName[] = ['acceptReissue', 'produce', 'makeReady', 'mail', 'collect', 'deliver']

/** Why the rules refuse it as the card stands; the server decides all the same. */
const NotNow = ({ task, card }: Pick<FormProps, 'task' | 'card'>) => {
  const spoken = useWords()
  const state = card.actions.find(({ action, allowed }) => action === asAction[task] && !allowed)
  const reason = card.dispute && towardsNewCard.includes(task) ? 'disputeOpen' : state?.reason
  if (!reason) return null
  const why = reason === 'releasedElsewhere' ? sayRefusal(new Refused(reason, { where: state?.where ?? [] }), spoken) : spoken.t.reasons[reason]
  return <p className="hint">{spoken.w.act.notNow}: {why}</p>
}

/** One task: who stands there, what was seen and said, and then it is done. */
export const TaskForm = ({ task, kinds, refused, onRefused, ...props }: FormProps) => {
  const spoken = useWords()
  const { w } = spoken
  const { card, member } = props
  const roles = isOffice(task, card) ? [] : rolesFor(task)
  const [filled, setFilled] = useState(() => begun(task, card, kinds))
  const [again, setAgain] = useState('')
  const { ticked, tick } = useTicks()
  const { busy, send, forget } = useSend({ task, ...props, onRefused })
  const fill = (over: Partial<Filled>) => {
    setFilled((before) => ({ ...before, ...over }))
    forget()
  }
  const papers = papersFor(task, card, filled).map((key) => ({ key, words: w.papers[key] }))
  const told = toldOf(task, card, w)
  const open = [...papers, ...told].filter(({ key }) => !ticked.has(key)).length + unfilled(task, card, filled, again)
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(filled) }}>
      {roles.length > 1 && <Choice title={w.who.title} values={roles} words={w.who} value={filled.role} onChange={(role) => fill({ role })} />}
      <Person filled={filled} fill={fill} />
      <Details task={task} card={card} member={member} kinds={kinds} filled={filled} fill={fill} again={again} setAgain={setAgain} />
      {papers.length > 0 && <Ticks title={w.papers.title} items={papers} ticked={ticked} onTick={tick} />}
      {told.length > 0 ? <Ticks title={w.told.title} items={told} ticked={ticked} onTick={tick} /> : <p className="hint">{w.told[task]}</p>}
      <NotNow task={task} card={card} />
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button className="main" disabled={open > 0} aria-busy={busy}>{busy ? w.act.busy : open > 0 ? w.act.missing(open) : w.act.go}</button>
    </form>
  )
}
