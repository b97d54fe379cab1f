import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Dialog } from '@/components/dialog'
import { Link } from '@/components/link'
import { Tap } from '@/components/tap'
import { useKioskCopy } from '@/copy/kiosk'
import { playReader } from '@/platform/kiosk/reader'
import { useDemoCitizens } from '../session'
import { useStore } from '../store'
import { visit } from './visit'

/** In the sandbox there is no reader: a demo citizen's ID card is put on. */
export const PutOn = () => {
  const { k } = useKioskCopy()
  const [open, setOpen] = useState(false)
  const citizens = useDemoCitizens().data ?? []
  const close = () => setOpen(false)
  return (
    <>
      <Link words={k.demo.put} onTap={() => setOpen(true)} />
      {open && (
        <Dialog question={k.demo.put} words={k.demo.putWords} onClose={close}>
          <View className="sheet kiosk-demo">
            {citizens.map(({ id, name, note, idNumber }) => (
              <Cell key={id} icon="idcard" title={name} second={note} onTap={() => {
                close()
                playReader.read({ name, idNumber })
              }} />
            ))}
          </View>
          <ActionButton kind="plain" words={k.demo.close} onTap={close} />
        </Dialog>
      )}
    </>
  )
}

/** The ID card is taken away again. */
export const TakeAway = () => {
  const { k } = useKioskCopy()
  const { card } = useStore(visit)
  return card ? <Tap className="kiosk-tool kiosk-demo-tool" onTap={playReader.removed}>{k.demo.remove}</Tap> : null
}

/** One of the social security cards of whoever's ID card lies there. */
export const PutCardOn = () => {
  const { k } = useKioskCopy()
  const { card } = useStore(visit)
  const citizen = useDemoCitizens().data?.find(({ idNumber }) => idNumber === card?.idNumber)
  return (
    <>
      {citizen?.cardNumbers.map((number) => <Link key={number} words={`${k.demo.card} ${number.slice(-4)}`} onTap={() => playReader.cardRead(number)} />)}
    </>
  )
}
