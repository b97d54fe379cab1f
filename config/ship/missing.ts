import { called, consoleDomains, strangers } from './check-domains'
import { uploadKey } from './check-key'
import { appId, category, templates } from './check-names'
import { declared, guide } from './check-privacy'
import { sizes } from './check-sizes'
import { clean, maps, provenance, soundness, version } from './check-state'
import type { Check, Shipment } from './shipment'

const always: readonly Check[] = [
  appId, category, templates, uploadKey, declared, guide, called, strangers, consoleDomains, sizes, maps, clean, provenance, soundness,
]

/** What is done with a shipment: shown to whoever tries it, or given to the shop. */
export type Act = 'preview' | 'upload'

/** All that is missing or wrong, a sentence each. A preview needs no version. */
export const missingIn = (shipment: Shipment, act: Act): string[] => [...always, ...(act === 'upload' ? [version] : [])].flatMap((check) => check(shipment))
