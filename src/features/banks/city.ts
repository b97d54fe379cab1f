import type { RequestOf } from '@/contract'
import { cityCodes } from '@/domain/policies'

export type City = RequestOf<'outlets/banks'>['city']

/** The city a page was opened with; the home city when it names none that we know. */
export const cityFrom = (text: string): City => cityCodes.find((code) => code === text) ?? 'chengdu'
