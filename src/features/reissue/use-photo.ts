import { useCallback } from 'react'
import type { DataOf } from '@/contract'
import { choosePhoto, lookAtPhoto, type NoPhoto, type Photo } from '@/platform/photo'
import { failureIn, useChange } from '../change'
import { newKey } from '../delivery'
import type { Failure } from '../failure'
import { useLatest } from '../use-latest'
import { reissue } from './operations'

type Chosen = { readonly step: 'none' | 'looking' } | { readonly step: 'no'; readonly why: NoPhoto } | { readonly step: 'there'; readonly photo: Photo; readonly key: string }

/** A photo of the phone's, looked at and then sent: once, however often it is tapped. */
export interface PhotoSending {
  readonly chosen: Chosen
  readonly sending: boolean
  readonly failure: Failure | undefined
  readonly choose: () => void
  readonly send: () => void
}

const lookAt = async (path: string): Promise<Chosen> => {
  const photo = await lookAtPhoto(path)
  return 'no' in photo ? { step: 'no', why: photo.no } : { step: 'there', photo, key: newKey() }
}

export const usePhoto = (cardId: string, onSent: (photoId: string) => void): PhotoSending => {
  const { shown, latest, set } = useLatest<Chosen>({ step: 'none' })
  const onDone = useCallback(({ photoId }: DataOf<'reissue/uploadPhoto'>) => onSent(photoId), [onSent])
  const { change, start, retry, reset } = useChange(reissue.uploadPhoto, onDone)
  const choose = useCallback(async () => {
    if (latest.current.step === 'looking') return
    const path = await choosePhoto()
    if (typeof path !== 'string') return path.no === 'cancelled' ? undefined : set({ step: 'no', why: path.no })
    reset()
    set({ step: 'looking' })
    set(await lookAt(path))
  }, [latest, reset, set])
  const send = useCallback(() => {
    if (latest.current.step !== 'there') return
    const { photo: { base64: photo }, key: idempotencyKey } = latest.current
    if (change.phase === 'failed') retry()
    else start({ cardId, photo, idempotencyKey })
  }, [cardId, change.phase, latest, retry, start])
  return { chosen: shown, sending: change.phase === 'sending' || change.phase === 'unsure', failure: failureIn(change), choose: () => void choose(), send }
}
