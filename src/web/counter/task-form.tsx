import { useState } from 'react'
import { idNumberFault } from '@/domain/id-number'
import { isSimplePassword } from '@/domain/service-password'
import type { ReportKind } from '@/domain/words'
import { Choice, Ticks } from './choice'
import { sayRefusal } from './say'
import { Details, Person } from './task-details'
import type { TaskProps } from './task-props'
import type { FoundCard } from './find'
import { isOffice, papersFor, rolesFor, type Filled, type TaskName } from './tasks'
import { useSend } from './use-send'
import { useWords, type Words } from './words'

interface FormProps extends TaskProps {
  readonly task: TaskName
  readonly kinds: readonly ReportKind[]
}

const isNamed = ({ role, name, idNumber }: Filled): boolean =>
  role === 'cardholder' || (name.trim() !== '' && idNumberFault(idNumber.trim().toUpperCase()) === null)
const isPassword = ({ password }: Filled, again: string): boolean => /^\d{6}$/.test(password) && password === again && !isSimplePassword(password, [])

/** A new card is activated with a password, or without where the holder wants none. */
const needsPassword = (task: TaskName, { password }: Filled, again: string): boolean =>
  task === 'setServicePassword' || (task === 'activate' && password + again !== '')
const isCardNumber = ({ newCardNumber }: Filled): boolean => /^(?:\d{16,19}|[A-Z]\d{8})$/.test(newCardNumber.replace(/\s/g, '').toUpperCase())

/** How many things are still to be filled in. */
const unfilled = (task: TaskName, filled: Filled, again: string): number =>
  Number(!isNamed(filled)) + Number(needsPassword(task, filled, again) && !isPassword(filled, again)) + Number(task === 'makeReady' && !isCardNumber(filled))

const toldOf = (task: TaskName, card: FoundCard, { told }: Words) =>
  isOffice(task, card) ? [] : [{ key: `told ${task}`, words: told[task] }, ...(task === 'reportLoss' ? [{ key: 'told bank', words: told.bank }] : [])]

const begun = (task: TaskName, kinds: readonly ReportKind[]): Filled => ({
  role: rolesFor(task)[0] ?? 'cardholder', name: '', idNumber: '', kind: kinds[0] ?? 'formal', reason: 'lost', rejectedFor: 'photo', newCardNumber: '',
  outcome: 'upheld', password: '',
})

const useTicks = () => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = (key: string, isTicked: boolean) => setTicked((before) => new Set(isTicked ? [...before, key] : [...before].filter((one) => one !== key)))
  return { ticked, tick }
}

/** Why the rules refuse it as the card stands; the server decides all the same. */
const NotNow = ({ task, card }: Pick<FormProps, 'task' | 'card'>) => {
  const { t, w } = useWords()
  const state = card.actions.find(({ action, allowed }) => action === task && !allowed)
  return state?.reason ? <p className="hint">{w.act.notNow}: {t.reasons[state.reason]}</p> : null
}

/** One task: who stands there, what was seen and said, and then it is done. */
export const TaskForm = ({ task, kinds, ...props }: FormProps) => {
  const spoken = useWords()
  const { w } = spoken
  const { card } = props
  const roles = isOffice(task, card) ? [] : rolesFor(task)
  const [filled, setFilled] = useState(() => begun(task, kinds))
  const [again, setAgain] = useState('')
  const { ticked, tick } = useTicks()
  const { busy, refused, send, forget } = useSend({ task, ...props })
  const fill = (over: Partial<Filled>) => {
    setFilled((before) => ({ ...before, ...over }))
    forget()
  }
  const papers = papersFor(task, card, filled).map((key) => ({ key, words: w.papers[key] }))
  const told = toldOf(task, card, w)
  const open = [...papers, ...told].filter(({ key }) => !ticked.has(key)).length + unfilled(task, filled, again)
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(filled) }}>
      {roles.length > 1 && <Choice title={w.who.title} values={roles} words={w.who} value={filled.role} onChange={(role) => fill({ role })} />}
      <Person filled={filled} fill={fill} />
      <Details task={task} card={card} kinds={kinds} filled={filled} fill={fill} again={again} setAgain={setAgain} />
      {papers.length > 0 && <Ticks title={w.papers.title} items={papers} ticked={ticked} onTick={tick} />}
      {told.length > 0 && <Ticks title={w.told.title} items={told} ticked={ticked} onTick={tick} />}
      <NotNow task={task} card={card} />
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button className="main" disabled={busy || open > 0}>{busy ? w.act.busy : open > 0 ? w.act.missing(open) : w.act.go}</button>
    </form>
  )
}
