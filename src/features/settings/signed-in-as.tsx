import { Summary } from '@/components/summary'
import { useFamilyCopy } from '@/copy/family'
import { saidDayOf } from '../family/said-day'
import { useQuestion } from '../query'

/** Who is signed in, masked, and since when this account is theirs; nothing while that is not known. */
export const SignedInAs = () => {
  const { f } = useFamilyCopy()
  const { maskedName, boundAt } = useQuestion('session/account', {}).data ?? {}
  if (!maskedName) return null
  return <Summary rows={[{ label: f.myData.name, value: maskedName, second: boundAt && f.myData.since(saidDayOf(boundAt, f)) }]} />
}
