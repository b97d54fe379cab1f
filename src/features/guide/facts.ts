import { sources } from '@/domain/policies'
import type { Copy, Language } from '@/copy'
import type { GuideCopy } from '@/copy/guide'
import type { GuideFacts } from '@/copy/guide-facts'
import type { useRules } from '../banks/use-rules'

type Rules = ReturnType<typeof useRules>
export type Question = keyof GuideCopy

/** A city's rules as the guide's sentences need them. */
export const factsOf = (rules: Rules, banks: readonly string[], t: Copy): GuideFacts => ({
  hotline: rules.hotline.value,
  online: t.words.list(rules.release.value.wechat.channels.map((channel) => t.words.channel[channel])),
  anyOutlet: rules.anyOutletCancelsTemporary.value,
  coversBank: rules.formalCoversBank.value,
  medicalCare: rules.medicalCareMeanwhile.value,
  passwords: rules.limits.wrongPasswords.value,
  lockHours: rules.limits.passwordLockHours.value,
  handlingAge: rules.minors.handlingAge.value,
  privacyAge: rules.minors.privacyAge.value,
  readyDays: rules.readyInWorkingDays.value,
  cancelsFirst: rules.movedInCards.value === 'cancelAtAgencyFirst',
  banks: t.words.list(banks),
})

/** The rules each answer rests on. */
const basis: Record<Question, (rules: Rules) => readonly Rules['hotline' | 'release' | 'formalCoversBank' | 'movedInCards' | 'readyInWorkingDays' | 'medicalCareMeanwhile'][]> = {
  canRelease: ({ release }) => [release],
  releaseFailed: ({ release, anyOutletCancelsTemporary }) => [release, anyOutletCancelsTemporary],
  careMeanwhile: ({ medicalCareMeanwhile }) => [medicalCareMeanwhile],
  bankToo: ({ formalCoversBank }) => [formalCoversBank],
  passwordForgotten: ({ hotline, limits }) => [hotline, limits.wrongPasswords],
  faceFailed: ({ hotline }) => [hotline],
  onBehalf: ({ minors }) => [minors.handlingAge, minors.privacyAge],
  whereToGo: ({ hotline }) => [hotline],
  reissueHow: ({ readyInWorkingDays }) => [readyInWorkingDays],
  notMe: ({ hotline }) => [hotline],
  newCardUnusable: () => [],
  movedHere: ({ movedInCards }) => [movedInCards],
  careOfCard: () => [],
}

/** Where an answer's rules are written, each once; what nobody has verified says so. */
export const sourcesOf = (question: Question, rules: Rules, language: Language, t: Copy): readonly string[] => {
  const said = basis[question](rules).map(({ source, confidence }) => {
    const { zh, en } = typeof source === 'string' ? sources[source] : source
    return `${language === 'en' ? en : zh}${confidence === 'U' ? t.help.unverified : ''}`
  })
  return [...new Set(said)]
}
