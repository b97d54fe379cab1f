import type { Confidence, Sourced } from '../policy'
import type { SourceId } from './sources'

/** The day the rules that give no date of their own were recorded here. */
const recorded = '2026-11-01'

/** A rule's value with its source, its confidence and the day it holds from. */
export const sourced = <T>(value: T, source: SourceId, confidence: Confidence, effectiveFrom = recorded): Sourced<T> =>
  ({ value, source, effectiveFrom, confidence })
