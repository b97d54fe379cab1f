import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { MiniCard } from '@/components/card-object'
import { unknownFaces, type Faces } from '@/components/face'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useKioskCopy, type KioskCopy } from '@/copy/kiosk'

export type Tile = keyof KioskCopy['tiles']

const faces: Record<Tile, Faces> = {
  report: { socialSecurity: 'formallyLost', financial: 'toTell' },
  release: { socialSecurity: 'inUse', financial: 'inUse' },
  reissue: { socialSecurity: 'beingReissued', financial: 'formallyLost' },
  order: { socialSecurity: 'beingReissued', financial: 'formallyLost' },
  activate: { socialSecurity: 'inUse', financial: 'notActivated' },
  state: unknownFaces,
  history: unknownFaces,
}

const marks: Readonly<Partial<Record<Tile, ReactNode>>> = { state: <Icon name="ask" />, history: <Icon name="list" />, order: <Icon name="clock" />, activate: <Icon name="seal" /> }

interface TilesProps {
  readonly tiles: readonly Tile[]
  /** The one that is filled. */
  readonly main?: Tile | undefined
  readonly onChoose: (tile: Tile) => void
}

/** What one comes for, each with the card as it is or will be. */
export const Tiles = ({ tiles, main, onChoose }: TilesProps) => {
  const { k } = useKioskCopy()
  return (
    <View className="kiosk-tiles">
      {tiles.map((tile) => (
        <Tap key={tile} className={`kiosk-tile${tile === main ? ' kiosk-tile-main' : ''}`} onTap={() => onChoose(tile)}>
          <View className="kiosk-tile-picture"><MiniCard faces={faces[tile]} />{marks[tile]}</View>
          <View className="kiosk-tile-title">{k.tiles[tile].title}</View>
          <View className="kiosk-tile-second">{k.tiles[tile].second}</View>
        </Tap>
      ))}
    </View>
  )
}
