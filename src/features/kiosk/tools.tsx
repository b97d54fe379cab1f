import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Dialog } from '@/components/dialog'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useKioskCopy } from '@/copy/kiosk'
import { canSpeak, speakScreen } from '@/platform/kiosk/speech'
import { useHotline } from '../banks/use-rules'
import { switchLanguage, useLarger } from './comfort'
import { KioskIcon } from './kiosk-icon'
import { useLeave } from './leave'

/** Larger letters, and the smaller ones again. */
export const Larger = () => {
  const { k } = useKioskCopy()
  const { isLarger, toggle } = useLarger()
  return (
    <Tap className={`kiosk-tool${isLarger ? ' kiosk-tool-on' : ''}`} role="switch" checked={isLarger} onTap={toggle}>
      <Icon name="big" /><View>{k.tools.big}</View>
    </Tap>
  )
}

/** Where the browser can: what is on the screen, read aloud. */
export const ReadAloud = () => {
  const { k, language } = useKioskCopy()
  if (!canSpeak()) return null
  return <Tap className="kiosk-tool" onTap={() => speakScreen(language)}><KioskIcon name="speak" /><View>{k.tools.read}</View></Tap>
}

export const OtherLanguage = () => {
  const { k } = useKioskCopy()
  return <Tap className="kiosk-tool" onTap={switchLanguage}><KioskIcon name="globe" /><View>{k.tools.language}</View></Tap>
}

/** Nobody is called by this machine: it says where people are. */
export const CallStaff = () => {
  const { k } = useKioskCopy()
  const [open, setOpen] = useState(false)
  const hotline = useHotline()
  return (
    <>
      <Tap className="kiosk-tool" onTap={() => setOpen(true)}><KioskIcon name="hand" /><View>{k.tools.staff}</View></Tap>
      {open && (
        <Dialog question={k.staff.ask} words={k.staff.words} onClose={() => setOpen(false)}>
          <CallButton quiet who={k.staff.call} number={hotline} />
          <ActionButton words={k.staff.close} onTap={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

/** The way out, which is always there. */
export const Leave = () => {
  const { k } = useKioskCopy()
  const leave = useLeave()
  return <Tap className="kiosk-tool kiosk-leave" onTap={() => leave()}><KioskIcon name="leave" /><View>{k.tools.leave}</View></Tap>
}
