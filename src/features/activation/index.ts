import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { usePasswordSetting, type PasswordSetting } from '../service-password'
import { reissue } from '../reissue/operations'

/** Activating a new card's social security function, with the password it needs: explain → check → digits → done. */
export const useActivation = (cardId: string): PasswordSetting => {
  const answers = useQueryClient()
  const activation = usePasswordSetting(reissue.activate, 'activate', cardId)
  const { answer } = activation
  // the order of the old card goes on with it, and which one that is is not known here
  useEffect(() => {
    if (answer) void answers.invalidateQueries({ queryKey: [reissue.order.name] })
  }, [answer, answers])
  return activation
}
