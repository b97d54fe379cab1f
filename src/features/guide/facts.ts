import type { Copy, Language } from '@/copy'
import { aroundGuideIn, type GuideCopy } from '@/copy/guide'
import type { GuideFacts } from '@/copy/guide-facts'
import type { useRules } from '../banks/use-rules'
import { saidSources, type Written } from './said-source'

type Rules = ReturnType<typeof useRules>
export type Question = keyof GuideCopy

/** A city's rules as the guide's sentences need them. */
export const factsOf = (rules: Rules, banks: readonly string[], t: Copy, language: Language): GuideFacts => ({
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
  photoFor: t.words.list(rules.reissue.photoFor.value.flatMap((reason) => (reason === 'oldMedicalCard' ? [aroundGuideIn(language).photoFor[reason]] : []))),
  mail: rules.reissue.ways.mail.value.length > 0,
  bankApp: rules.reissue.ways.bankApp.value.length > 0,
  activatedIn: t.words.list(rules.reissue.activation.socialSecurity.value.map((channel) => t.words.channel[channel])),
  bankAppActivates: rules.reissue.bankAppActivates.value,
  collectDays: rules.reissue.collectWithinDays.value,
  fee: rules.reissue.fees.value.replacement,
  banks: t.words.list(banks),
})

/** What is no rule of a city stands in an article. */
const written = {
  articleAgencies: { source: 'articleAgencies', confidence: 'S' },
  articleWhere: { source: 'articleWhere', confidence: 'S' },
  articleShanghai: { source: 'articleShanghai', confidence: 'S' },
} as const satisfies Record<string, Written>

/** The rules each answer rests on. */
const basis: Record<Question, (rules: Rules) => readonly Written[]> = {
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
  reissueWays: ({ reissue }) => [reissue.ways.mail, reissue.ways.bankApp],
  exchange: ({ exchangeStopsOldCard, reissue }) => [exchangeStopsOldCard, reissue.photoFor],
  collecting: ({ reissue }) => [reissue.ways.serviceOutlet, reissue.collectWithinDays],
  fee: ({ reissue }) => [reissue.fees],
  newCardUnusable: ({ reissue }) => [reissue.activation.socialSecurity, reissue.activation.financial],
  movedHere: ({ movedInCards }) => [movedInCards],
  whoDoes: () => [written.articleAgencies],
  cardFor: () => [written.articleWhere],
  careOfCard: () => [written.articleShanghai],
}

/** Where an answer's rules are written. */
export const sourcesOf = (question: Question, rules: Rules, language: Language, t: Copy): readonly string[] => saidSources(basis[question](rules), language, t)
