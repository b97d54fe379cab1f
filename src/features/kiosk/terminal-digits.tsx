import { useCallback, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Progress } from '@/components/progress'
import { useKioskCopy } from '@/copy/kiosk'
import { useToldCopy } from '@/copy/told'
import { passwordDigits } from '@/domain/service-password'
import { aria } from '@/platform/aria'
import { CitizenScreen } from '../screen/citizen-screen'
import type { DigitsProps } from '../service-password/typed-digits'
import { firstFault, isComplete, nothingTyped, onlyDigits, secondFault } from '../service-password/typed'
import { DigitPad } from './digit-pad'

/** How many there are; never which. */
const Dots = ({ count }: { readonly count: number }) => {
  const { k: { password } } = useKioskCopy()
  const dots = Array.from({ length: passwordDigits }, (_, index) => index < count)
  return (
    <View className="kiosk-dots" {...aria({ role: 'img', label: password.typed(count) })}>
      {dots.map((on, index) => <View key={index} className={`kiosk-dot${on ? ' kiosk-dot-on' : ''}`} />)}
    </View>
  )
}

/** The first time, and then once more; what the server turns down begins anew. */
const useTurns = ({ typed, refused, put }: DigitsProps['setting']) => {
  const [isAgain, setAgain] = useState(false)
  const simple = firstFault(typed, refused)
  const restart = useCallback(() => {
    setAgain(false)
    put(nothingTyped)
  }, [put])
  useEffect(() => {
    if (!simple) return
    setAgain(false)
    put({ second: '' })
  }, [put, simple])
  return { isAgain, fault: isAgain ? secondFault(typed) : simple, goOn: () => setAgain(true), restart }
}

/** Six digits, twice, one after the other, hidden, by keys on the screen. */
export const TerminalDigits = ({ setting, title, words, at, onBack }: DigitsProps) => {
  const { t, k: { password: said } } = useKioskCopy()
  const { m: { password } } = useToldCopy()
  const { typed, sending, put, set } = setting
  const { isAgain, fault, goOn, restart } = useTurns(setting)
  const which = isAgain ? 'second' : 'first'
  const digits = typed[which]
  const onDigit = useCallback((digit: string) => put({ [which]: onlyDigits(digits + digit) }), [digits, put, which])
  const onErase = useCallback(() => put({ [which]: digits.slice(0, -1) }), [digits, put, which])
  const isFull = isAgain ? isComplete(typed) : digits.length === passwordDigits
  const offReason = fault ? password[fault] : isFull ? undefined : said.typed(digits.length)
  const dock = isAgain
    ? <ActionButton words={words.set} busyWords={sending ? words.busy : undefined} offReason={offReason} onTap={set} />
    : <ActionButton words={said.next} offReason={offReason} onTap={goOn} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={isAgain ? restart : onBack}>
      <Progress at={at} of={at} words={t.common.step(at, at)} />
      <View className="page-col split">
        <View className="page-col split-a">
          <Heading words={said[which]} second={isAgain ? said.again : said.use} />
          <Dots count={digits.length} />
          {fault && <Notice kind="bad">{password[fault]}</Notice>}
          {isAgain && <ActionButton kind="plain" words={said.restart} onTap={restart} />}
        </View>
        <View className="page-col split-b"><DigitPad onDigit={onDigit} onErase={onErase} /></View>
      </View>
    </CitizenScreen>
  )
}
