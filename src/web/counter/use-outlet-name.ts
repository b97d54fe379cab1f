import { useEffect, useState } from 'react'
import { ask } from './ask'

/** What an outlet is called in its city's list, or its id where it is not there any more; undefined until that is known. */
export const useOutletName = (outletId: string | undefined): string | undefined => {
  const [name, setName] = useState<string>()
  useEffect(() => {
    let isLeft = false
    setName(undefined)
    if (outletId !== undefined) ask('outlets/get', { outletId }).then(({ outlet }) => { if (!isLeft) setName(outlet.name) }, () => { if (!isLeft) setName(outletId) })
    return () => { isLeft = true }
  }, [outletId])
  return name
}
