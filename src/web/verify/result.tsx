import { useEffect, useRef } from 'react'
import type { ReceiptClaims } from '@/contract/receipt-code'
import { cityCodes, policyOf } from '@/domain/policies'
import { toIso } from '@/domain/time'
import type { Checked } from './check'
import { useWords } from './words'

const minutes = 16
const second = 1000

const useRows = (claims: ReceiptClaims, isGood: boolean): readonly (readonly [string, string])[] => {
  const { language, w } = useWords()
  const city = cityCodes.find((code) => code === claims.city)
  return [
    [w.rows.name, claims.maskedName],
    [w.rows.card, claims.maskedNumber],
    ...(isGood ? [[w.rows.care, w.care[claims.meanwhile]] as const] : []),
    [w.rows.kind, w.kinds[claims.kind]],
    [w.rows.until, claims.until],
    [w.rows.ready, claims.ready ?? w.unknownDay],
    [w.rows.accepted, toIso(claims.acceptedAt * second).slice(0, minutes).replace('T', ' ')],
    [w.rows.city, city ? policyOf(city).name[language] : claims.city],
    [w.rows.number, claims.number],
  ]
}

/** What a receipt says. `isGood`: it may be relied on now, so that it is said what for. */
const Claims = ({ claims, isGood }: { readonly claims: ReceiptClaims; readonly isGood: boolean }) => (
  <dl>{useRows(claims, isGood).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
)

/** What came of it, brought into view; a hand scanner goes on typing where it did. */
export const Result = ({ checked, onNext }: { readonly checked: Checked; readonly onNext: () => void }) => {
  const { w } = useWords()
  const place = useRef<HTMLElement>(null)
  // newer browsers answer with a promise, which is nothing to clean up
  useEffect(() => { void place.current?.scrollIntoView({ block: 'nearest' }) }, [checked])
  const [title, what] = w.is[checked.is]
  return (
    <section ref={place} className={`sheet result ${checked.is}`}>
      <h2>{title}</h2>
      <p>{what}</p>
      {'claims' in checked && <Claims claims={checked.claims} isGood={checked.is === 'genuine'} />}
      <button className="main" onClick={onNext}>{w.next}</button>
    </section>
  )
}
