import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from './action-button'
import { Cell } from './cell'
import { Heading, Subheading } from './heading'
import type { IconName } from './icon-name'

interface Section {
  readonly key: string
  readonly icon: IconName
  readonly title: string
  /** What is in it, in few words. */
  readonly second: string
  readonly content: ReactNode
}

interface SectionsProps {
  readonly lead: string
  readonly second: string
  readonly sections: readonly Section[]
  /** One thing a screen: a list that opens one at a time. */
  readonly oneByOne: boolean
  /** The way back from one to all. */
  readonly toAll: string
}

const OneByOne = ({ lead, second, sections, toAll }: SectionsProps) => {
  const [key, setKey] = useState('')
  const open = sections.find((section) => section.key === key)
  if (open) {
    return (
      <View className="page-col">
        <Heading words={open.title} />
        {open.content}
        <ActionButton kind="plain" words={toAll} onTap={() => setKey('')} />
      </View>
    )
  }
  return (
    <View className="page-col">
      <Heading words={lead} second={second} />
      <View className="sheet">
        {sections.map((section) => (
          <Cell key={section.key} icon={section.icon} title={section.title} second={section.second} onTap={() => setKey(section.key)} />
        ))}
      </View>
    </View>
  )
}

/** A page of several things: one below the other, or in elder mode one at a time. */
export const Sections = (props: SectionsProps) => {
  const { lead, second, sections, oneByOne } = props
  if (oneByOne) return <OneByOne {...props} />
  return (
    <View className="page-col">
      <Heading words={lead} second={second} />
      {sections.map(({ key, title, content }) => (
        <View key={key} className="page-col"><Subheading words={title} />{content}</View>
      ))}
    </View>
  )
}
