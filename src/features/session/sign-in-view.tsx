import { useState } from 'react'
import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { useCopy } from '@/copy/context'
import type { Door } from '@/contract'
import { useHotline } from '../banks/use-rules'
import { Answered } from '../screen/answered'
import { useDemoCitizens, useSession, type Citizen, type Session } from './index'

const Doors = ({ session, door, onChoose }: { readonly session: Session; readonly door: Door; readonly onChoose: (door: Door) => void }) => {
  const { t } = useCopy()
  if (session.doors.length < 2) return null
  const options = session.doors.map((value) => ({ value, words: t.signIn.doors[value], second: t.signIn.doorSecond[value] }))
  return (
    <>
      <Subheading words={t.signIn.door} />
      <Choice label={t.signIn.door} options={options} chosen={door} onChoose={onChoose} />
    </>
  )
}

interface PickProps {
  readonly citizens: readonly Citizen[]
  readonly onSignedIn: () => void
}

const Pick = ({ citizens, onSignedIn }: PickProps) => {
  const { t } = useCopy()
  const session = useSession()
  const [door, setDoor] = useState(session.door)
  const enter = (citizen: string) => void session.signIn(citizen, door).then((entered) => entered && onSignedIn())
  return (
    <View className="page-col">
      <Heading words={t.signIn.title} second={session.busy ? t.signIn.busy : t.signIn.second} />
      {session.failure && <Notice kind="bad" title={t.errors[session.failure.code].title}>{t.errors[session.failure.code].next}</Notice>}
      <Doors session={session} door={door} onChoose={setDoor} />
      <Subheading words={t.signIn.citizens} />
      <View className="sheet">
        {citizens.map(({ id, name, note }) => <Cell key={id} icon="person" title={name} second={note} onTap={() => enter(id)} />)}
      </View>
    </View>
  )
}

/** Who is using this: in the sandbox one of the demo citizens, through one of the doors. */
export const SignInView = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const { t } = useCopy()
  const citizens = useDemoCitizens()
  const hotline = useHotline()
  return (
    <Answered query={citizens} hotline={hotline} bones={['line', 'cell', 'cell', 'cell']}>
      {(data) => data.length > 0
        ? <Pick citizens={data} onSignedIn={onSignedIn} />
        : <Empty title={t.signIn.none} lines={t.signIn.noneLines} />}
    </Answered>
  )
}
