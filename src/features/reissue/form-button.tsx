import { useCallback, useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useReissueCopy } from '@/copy/reissue'
import { forgetPdf, openPdf } from '@/platform/open-pdf'
import { isTerminal } from '@/platform/terminal'
import { send } from '../client'
import { reissue } from './operations'
import type { ListOf } from './ticks'

type Stage = 'idle' | 'busy' | 'failed'

/** Fetches the form and shows it; one at a time, and nothing of it is left once the page is. */
const useForm = ({ cardId, reason, way }: ListOf, name: string) => {
  const [stage, setStage] = useState<Stage>('idle')
  const busy = useRef(false)
  const open = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setStage('busy')
    const shown = await send(reissue.applicationForm, { cardId, reason, way }).then(({ pdf }) => openPdf(name, pdf), () => false)
    busy.current = false
    setStage(shown ? 'idle' : 'failed')
  }, [cardId, name, reason, way])
  useEffect(() => forgetPdf, [])
  return { stage, open: () => void open() }
}

const Form = ({ list }: { readonly list: ListOf }) => {
  const { papers: said } = useReissueCopy().r
  const { stage, open } = useForm(list, `${said.form}.pdf`)
  return (
    <View>
      <ActionButton kind="second" icon="print" words={said.form} busyWords={stage === 'busy' ? said.formBusy : undefined} onTap={open} />
      <View className="why">{said.formSecond}</View>
      {stage === 'failed' && <Notice kind="bad" title={said.formFailed}>{said.formFailedNext}</Notice>}
    </View>
  )
}

/** The application form, filled in; a terminal keeps no file of anyone's. */
export const FormButton = ({ list }: { readonly list: ListOf }) => (isTerminal() ? null : <Form list={list} />)
