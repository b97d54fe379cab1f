import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { looks, type Face, type Faces } from './face'
import { StateBadge } from './state-badge'
import { useCopy } from '@/copy/context'

const land = (face: Face): string => {
  const { line } = looks[face]
  if (!line) return ''
  return ` land-outline line-${line}${line === 'cut' ? ' line-faint' : ''}`
}

const layers = ['far', 'snow', 'mid', 'near', 'lines']

const Hills = () => (
  <View className="hills">{layers.map((layer) => <View key={layer} className={`mask mask-${layer}`} />)}</View>
)

const River = ({ face, children }: { readonly face: Face; readonly children?: ReactNode }) => (
  <View className={`river${looks[face].line ? ' river-outline' : ''}`}>
    <View className="mask mask-wave" />
    {children}
  </View>
)

/** The card as it is, small, beside a sentence that says the same. */
export const MiniCard = ({ faces }: { readonly faces: Faces }) => (
  <View className={`card card-mini${land(faces.socialSecurity)}`} {...aria({ hidden: true })}>
    <Hills />
    <River face={faces.financial} />
    <View className="card-edge" />
  </View>
)

interface CardObjectProps {
  readonly faces: Faces
  readonly bank: string
  /** Whose card and its masked number; left out where a screen is about any card. */
  readonly holder?: { readonly name: string; readonly number: string }
  /** Words instead of the state's own, where a screen shows what will be. */
  readonly words?: { readonly socialSecurity: string; readonly financial: string }
}

/** The card is the state: hills for social security, the river for the bank; a stopped half keeps only its outline. */
export const CardObject = ({ faces, bank, holder, words }: CardObjectProps) => {
  const { t } = useCopy()
  const said = words ?? { socialSecurity: t.badges.socialSecurity[faces.socialSecurity], financial: t.badges.financial[faces.financial] }
  const label = t.words.cardLabel(said.socialSecurity, said.financial, holder?.name)
  return (
    <View className={`card${holder ? '' : ' card-plain'}${land(faces.socialSecurity)}`} {...aria({ role: 'img', label })}>
      <Hills />
      <River face={faces.financial}>
        <View className="chip" />
        <View className="river-words">
          <View className="river-bank">{bank}</View>
          <View className="river-small">{t.words.financial}</View>
        </View>
        <StateBadge of="financial" face={faces.financial} words={words?.financial} />
      </River>
      <View className="card-top">
        <View className="grow">
          <View className="card-title">{t.words.cardTitle}</View>
          {holder && (
            <View className="card-who">
              <View className="card-name">{holder.name}</View>
              <View>{holder.number}</View>
            </View>
          )}
        </View>
        <StateBadge of="socialSecurity" face={faces.socialSecurity} words={words?.socialSecurity} />
      </View>
      {looks[faces.socialSecurity].line === 'cut' && <View className="cut" />}
      <View className="card-edge" />
    </View>
  )
}
