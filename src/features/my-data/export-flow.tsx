import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { useFamilyCopy } from '@/copy/family'
import { copyText } from '@/platform/clipboard'
import { saveText } from '@/platform/save-text'
import { useHotline } from '../banks/use-rules'
import { needsNewCheck } from '../failure'
import { CheckScreen } from '../identity'
import { CitizenScreen } from '../screen/citizen-screen'
import { Problem } from '../screen/problem'
import { useExport, type Exporting } from './index'

interface StepProps {
  readonly exporting: Exporting
  readonly onClose: () => void
}

const InClear = () => {
  const { f } = useFamilyCopy()
  return <Notice kind="todo" title={f.export.warnTitle}>{f.export.warn}</Notice>
}

const Explain = ({ exporting, onClose }: StepProps) => {
  const { f } = useFamilyCopy()
  const dock = (
    <>
      <ActionButton words={f.export.go} onTap={exporting.start} />
      <ActionButton kind="plain" words={f.notNow} onTap={onClose} />
    </>
  )
  return (
    <CitizenScreen task title={f.titles.myData} dock={dock} onBack={onClose}>
      <Heading words={f.export.title} second={f.export.second} />
      <InClear />
      <View className="body">{f.export.notKept}</View>
    </CitizenScreen>
  )
}

const useCopying = (text: string) => {
  const { f } = useFamilyCopy()
  const [copied, setCopied] = useState<boolean>()
  return { words: copied === undefined ? f.export.copy : copied ? f.export.copied : f.export.copyFailed, copy: () => void copyText(text).then(setCopied) }
}

const Shown = ({ exporting, onClose }: StepProps) => {
  const { f } = useFamilyCopy()
  const { words, copy } = useCopying(exporting.copy)
  const dock = (
    <>
      <ActionButton words={words} onTap={copy} />
      {saveText && <ActionButton kind="second" words={f.export.save} onTap={() => saveText?.(f.export.file, exporting.copy)} />}
      <ActionButton kind="plain" words={f.export.close} onTap={onClose} />
    </>
  )
  return (
    <CitizenScreen task title={f.titles.myData} dock={dock} onBack={onClose}>
      <Heading words={f.export.shown} second={f.export.notKept} />
      <InClear />
      <View className="sheet picks copy">{exporting.copy}</View>
    </CitizenScreen>
  )
}

const NotThere = ({ exporting: { failure, retry }, onClose }: StepProps) => {
  const { t, f } = useFamilyCopy()
  const hotline = useHotline()
  if (!failure) return null
  const again = needsNewCheck(failure)
  return (
    <CitizenScreen task title={f.titles.myData} dock={again && <ActionButton icon="face" words={f.export.checkAgain} onTap={retry} />} onBack={onClose}>
      <Problem failure={failure} hotline={hotline} call={t.call.hotlineAsk} title={f.export.failed} second={f.export.failedNext} onRetry={retry} />
    </CitizenScreen>
  )
}

/** The whole of one's data in clear, after a check of its own; it lives as long as this screen. */
export const ExportFlow = ({ onClose }: { readonly onClose: () => void }) => {
  const { f } = useFamilyCopy()
  const exporting = useExport()
  const { step, check, busy, back } = exporting
  switch (step) {
    case 'explain': return <Explain exporting={exporting} onClose={onClose} />
    case 'check': return <CheckScreen check={check} title={f.titles.myData} words={f.export.check} busyWords={busy ? f.export.busy : undefined} onBack={back} />
    case 'failed': return <NotThere exporting={exporting} onClose={onClose} />
    case 'shown': return <Shown exporting={exporting} onClose={onClose} />
  }
}
