import { useCallback } from 'react'
import { Image, View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import { useReissueCopy } from '@/copy/reissue'
import { photoFault } from '@/domain/reissue/photo'
import { fieldName } from '@/platform/aria'
import type { Photo } from '@/platform/photo'
import { NotDone } from '../not-done'
import { CitizenScreen } from '../screen/citizen-screen'
import type { PartProps } from './part-props'
import { usePhoto, type PhotoSending } from './use-photo'

const Seen = ({ good, words }: { readonly good: boolean; readonly words: string }) => (
  <View className={`effect effect-${good ? 'good' : 'todo'}`}><Icon name={good ? 'ok' : 'bang'} /><View className="grow">{words}</View></View>
)

/** What the phone can see of a photo, and what it cannot. */
const Looked = ({ photo }: { readonly photo: Photo }) => {
  const { photo: said } = useReissueCopy().r.apply
  const fault = photoFault(photo)
  const background = { light: said.good.background, other: said.background, unknown: said.backgroundUnknown }[photo.background]
  return (
    <View className="page-col">
      <Image className="photo-shown" src={photo.path} mode="aspectFit" {...fieldName(said.picture)} />
      <View className="sheet sheet-in">
        <Seen good={fault !== 'proportions'} words={fault === 'proportions' ? said.faults.shape : said.good.shape} />
        <Seen good={fault !== 'size'} words={fault === 'size' ? said.faults.size(photo.width, photo.height) : said.good.size} />
        <Seen good={photo.background === 'light'} words={background} />
      </View>
      <View className="sub">{said.cannot}</View>
      <View className="sub">{said.consent}</View>
    </View>
  )
}

/** Why there is no photo to look at. */
const NoPhoto = ({ chosen }: Pick<PhotoSending, 'chosen'>) => {
  const { photo: said } = useReissueCopy().r.apply
  if (chosen.step !== 'no') return null
  if (chosen.why === 'notPhoto') return <Notice kind="bad">{said.faults.type}</Notice>
  return chosen.why === 'heavy' ? <Notice kind="bad">{said.faults.heavy}</Notice> : <Notice kind="bad" title={said.refused}>{said.refusedNext}</Notice>
}

const Acts = ({ chosen, sending, choose, send }: PhotoSending) => {
  const { photo: said } = useReissueCopy().r.apply
  const busy = chosen.step === 'looking' ? said.busy : undefined
  if (chosen.step !== 'there') return <ActionButton icon="face" words={said.choose} busyWords={busy} onTap={choose} />
  const fault = photoFault(chosen.photo)
  return (
    <>
      {!fault && <ActionButton words={said.use} busyWords={sending ? said.sending : undefined} onTap={send} />}
      {!sending && <ActionButton kind={fault ? 'primary' : 'second'} words={said.again} onTap={choose} />}
    </>
  )
}

interface PhotoPartProps extends Pick<PartProps, 'card' | 'at' | 'of' | 'onNext' | 'onBack'> {
  readonly applying: Pick<PartProps['applying'], 'put'>
}

/** The photo of an application: chosen or taken, looked at on the phone, and sent with the citizen's consent. */
export const PhotoPart = ({ card, applying: { put }, at, of, onNext, onBack }: PhotoPartProps) => {
  const { t, r: { titles, apply: { photo: said } } } = useReissueCopy()
  const onSent = useCallback((photoId: string) => {
    put({ photoId })
    onNext()
  }, [onNext, put])
  const sending = usePhoto(card.cardId, onSent)
  const { chosen, failure } = sending
  return (
    <CitizenScreen task title={titles.reissue} dock={<Acts {...sending} />} onBack={onBack}>
      {of > 1 && <Progress at={at} of={of} words={t.common.step(at, of)} />}
      <Heading words={said.ask} second={said.second} />
      <NotDone failure={failure} title={said.failed} next={said.failedNext} onRetry={sending.send} />
      <NoPhoto chosen={chosen} />
      {chosen.step === 'there' ? <Looked photo={chosen.photo} /> : <Points icon="face" title={said.rules} points={said.rulePoints} />}
    </CitizenScreen>
  )
}
