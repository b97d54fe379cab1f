import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { Cell } from '@/components/cell'
import { facesOf } from '@/components/face'
import { Heading, Subheading } from '@/components/heading'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { back } from '@/platform/navigation'
import { useCards } from '../card'
import { isLost } from '../card/actions'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { useSettings } from '../settings'
import { follow, groups, type FurtherQuestion, type Group, type Happening } from './happenings'
import { LostQuestion } from './lost-question'
import { StateExplained } from './state-explained'
import { Underway } from './underway'

interface RowsProps {
  readonly card: CardOnWire
  readonly rows: readonly Happening[]
  readonly onChoose: (happening: Happening) => void
}

/** What a row means for this card, where that can be said before. */
const useSecond = (card: CardOnWire) => {
  const { r: { happened } } = useReissueCopy()
  const { state } = card.socialSecurity
  const lost = { formallyLost: happened.lostReported, temporarilyLost: happened.lostTemporary }
  return (happening: Happening): string | undefined => {
    if (happening === 'lost') return state === 'formallyLost' || state === 'temporarilyLost' ? lost[state] : happened.lostOpen
    if (happening === 'found') return isLost(card) ? happened.foundReported : happened.foundOpen
    return undefined
  }
}

const Rows = ({ card, rows, onChoose }: RowsProps) => {
  const { r: { happened } } = useReissueCopy()
  const second = useSecond(card)
  return (
    <View className="sheet">
      {rows.map((row) => <Cell key={row} title={happened.what[row]} second={second(row)} onTap={() => onChoose(row)} />)}
    </View>
  )
}

/** Everything on one screen, in groups. */
const AllRows = ({ card, onChoose }: Omit<RowsProps, 'rows'>) => {
  const { r: { happened } } = useReissueCopy()
  return (
    <>
      {groups.map(({ group, rows }) => (
        <View key={group} className="page-col">
          <Subheading words={happened.groups[group]} />
          <Rows card={card} rows={rows} onChoose={onChoose} />
        </View>
      ))}
    </>
  )
}

/** In elder mode first the group, then the row. */
const OneByOne = ({ card, onChoose }: Omit<RowsProps, 'rows'>) => {
  const { r: { happened } } = useReissueCopy()
  const [chosen, choose] = useState<Group>()
  if (!chosen) {
    return (
      <View className="sheet">
        {groups.map((one) => <Cell key={one.group} title={happened.groups[one.group]} onTap={() => choose(one)} />)}
      </View>
    )
  }
  return (
    <>
      <Subheading words={happened.groups[chosen.group]} />
      <Rows card={card} rows={chosen.rows} onChoose={onChoose} />
      <ActionButton kind="plain" words={happened.back} onTap={() => choose(undefined)} />
    </>
  )
}

/** What happened, and from there the way that helps: a new card, unhooking, activation, or what the state means. */
export const WhatHappened = ({ card }: { readonly card: CardOnWire }) => {
  const { r } = useReissueCopy()
  const { mode } = useSettings()
  const which = useWhich(card)
  const cards = useCards().data ?? []
  const [asked, ask] = useState<FurtherQuestion>()
  if (asked === 'lost') return <LostQuestion card={card} onBack={() => ask(undefined)} />
  if (asked === 'state') return <StateExplained card={card} onLost={() => ask('lost')} onBack={() => ask(undefined)} />
  const choose = (happening: Happening) => ask(follow(happening, card, cards))
  return (
    <CitizenScreen task title={r.titles.reissue} onBack={() => void back()}>
      <View className="result">
        <MiniCard faces={facesOf(card)} />
        <View className="grow"><Heading words={r.happened.title} second={which} /></View>
      </View>
      <Underway card={card} />
      <View className="sub">{r.happened.second}</View>
      {mode === 'elder' ? <OneByOne card={card} onChoose={choose} /> : <AllRows card={card} onChoose={choose} />}
    </CitizenScreen>
  )
}
