import { useState } from 'react'
import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import type { Door } from '@/contract'
import { useIdentityCopy } from '@/copy/identity'
import { useHotline } from '../banks/use-rules'
import { Answered } from '../screen/answered'
import { useDemoCitizens, useSession, type Citizen } from './index'
import { useSignIn } from './use-sign-in'

const Doors = ({ doors, door, onChoose }: { readonly doors: readonly Door[]; readonly door: Door; readonly onChoose: (door: Door) => void }) => {
  const { i } = useIdentityCopy()
  if (doors.length < 2) return null
  const options = doors.map((value) => ({ value, words: i.signIn.doors[value], second: i.signIn.doorSecond[value] }))
  return (
    <>
      <Subheading words={i.signIn.door} />
      <Choice label={i.signIn.door} options={options} chosen={door} onChoose={onChoose} />
    </>
  )
}

interface PickProps {
  readonly citizens: readonly Citizen[]
  readonly onSignedIn: () => void
}

const Pick = ({ citizens, onSignedIn }: PickProps) => {
  const { t, i } = useIdentityCopy()
  const session = useSession()
  const { busy, failure, play } = useSignIn()
  const [door, setDoor] = useState(session.door)
  const choose = (citizen: string) => void play(citizen, door).then((entered) => entered && onSignedIn())
  const secondOf = ({ note, idNumber, newcomer }: Citizen) => (newcomer ? i.signIn.withNumber(note, idNumber) : note)
  return (
    <View className="page-col">
      <Heading words={i.signIn.title} second={busy ? i.signIn.busy : i.signIn.second} />
      {failure && <Notice kind="bad" title={t.errors[failure.code].title}>{t.errors[failure.code].next}</Notice>}
      <Doors doors={session.doors} door={door} onChoose={setDoor} />
      <Subheading words={i.signIn.citizens} />
      <View className="sheet">
        {citizens.map((citizen) => <Cell key={citizen.id} icon="person" title={citizen.name} second={secondOf(citizen)} onTap={() => choose(citizen.id)} />)}
      </View>
    </View>
  )
}

/** In the sandbox: as one of the demo citizens, through one of the doors. */
export const DemoCitizens = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const { i } = useIdentityCopy()
  const citizens = useDemoCitizens()
  const hotline = useHotline()
  return (
    <Answered query={citizens} hotline={hotline} bones={['line', 'cell', 'cell', 'cell']}>
      {(data) => data.length > 0
        ? <Pick citizens={data} onSignedIn={onSignedIn} />
        : <Empty title={i.signIn.none} lines={i.signIn.noneLines} />}
    </Answered>
  )
}
