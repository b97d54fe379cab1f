import { useCallback, useEffect, useState } from 'react'
import { fetchKeys, type PublishedKey } from './keys'

export type Keys = { readonly is: 'coming' | 'missing' } | { readonly is: 'here'; readonly keys: readonly PublishedKey[] }

/** The public keys, fetched once; `again` where that failed. */
export const useKeys = (): { readonly keys: Keys; readonly again: () => void } => {
  const [keys, setKeys] = useState<Keys>({ is: 'coming' })
  const again = useCallback(() => {
    setKeys({ is: 'coming' })
    fetchKeys().then((fetched) => setKeys({ is: 'here', keys: fetched }), () => setKeys({ is: 'missing' }))
  }, [])
  useEffect(again, [again])
  return { keys, again }
}
