import { toIso } from '@/domain/time'
import { defineOperation } from '../runtime/define-operation'
import { maskedIdNumber, maskedName, maskedPhone } from '../runtime/mask'

/** Who the caller is, masked, through which doors they come, and how much is kept of them. */
export const myData = defineOperation('person/myData', async (_request, { caller, repository }) => {
  const { person, accounts, kept } = await repository.ownData.read(caller)
  return {
    maskedName: maskedName(person.name),
    maskedIdNumber: maskedIdNumber(person.idNumber),
    ...(person.phone !== '' && { maskedPhone: maskedPhone(person.phone) }),
    accounts: accounts.map(({ channel, boundAt, current }) => ({ channel, boundAt: toIso(boundAt), current })),
    kept: [...kept],
  }
})
