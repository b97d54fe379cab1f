import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-name'
import { Tap } from '@/components/tap'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useSettings } from '../settings'

interface Service {
  readonly icon: IconName
  readonly words: string
  readonly open: () => void
}

/** What anyone may open, signed in or not. */
export const useOpenServices = (city = '', cardId = ''): readonly Service[] => {
  const { services } = useCopy().t.home
  return [
    { icon: 'pin', words: services.outlets, open: () => void go('outlets', { city, cardId, need: '' }) },
    { icon: 'bank', words: services.banks, open: () => void go('banks', { city }) },
    { icon: 'book', words: services.help, open: () => void go('help') },
    { icon: 'big', words: services.settings, open: () => void go('settings') },
  ]
}

/** Everything else one can do with a card. */
export const useCardServices = (card: CardOnWire): readonly Service[] => {
  const { cardId, city } = card
  const { services } = useCopy().t.home
  return [
    { icon: 'card', words: services.card, open: () => void go('card', { cardId }) },
    { icon: 'card-back', words: services.release, open: () => void go('release', { cardId }) },
    { icon: 'print', words: services.reissue, open: () => void go('whatHappened', { cardId }) },
    { icon: 'list', words: services.history, open: () => void go('history', { cardId }) },
    { icon: 'bell', words: services.messages, open: () => void go('messages') },
    { icon: 'person', words: services.family, open: () => void go('family') },
    ...useOpenServices(city, cardId),
  ]
}

const Rows = ({ services }: { readonly services: readonly Service[] }) => {
  const { t } = useCopy()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionButton kind="second" words={open ? t.home.less : t.home.other} onTap={() => setOpen(!open)} />
      {open && (
        <View className="sheet">
          {services.map(({ icon, words, open: start }) => <Cell key={icon} icon={icon} title={words} onTap={start} />)}
        </View>
      )}
    </>
  )
}

/** How many stand in two rows of four; of more, five stand in a row, so that the hotline under them stays in view. */
const twoRows = 8

/** In elder mode the services are behind one button, so that a screen is about one thing. */
export const Services = ({ services }: { readonly services: readonly Service[] }) => {
  const { mode } = useSettings()
  if (mode === 'elder') return <Rows services={services} />
  return (
    <View className={`services${services.length > twoRows ? ' services-close' : ''}`}>
      {services.map(({ icon, words, open }) => (
        <Tap key={icon} className="service" onTap={open}><Icon name={icon} /><View>{words}</View></Tap>
      ))}
    </View>
  )
}
