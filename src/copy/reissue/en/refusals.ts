import type { ReissueCopy } from '../zh'

export const refusals = {
  orderOpen: { title: 'A new card is on its way', next: 'No need to apply again. See how far it is.' },
  reissueLimit: { title: 'No more new cards this year', next: 'By the city’s rule there can be no more this year. Ask the hotline, or a counter, with your ID card.' },
  cancelAtAgencyFirst: { title: 'Cancel the old card first', next: 'First an agency cancels its social security function; then any of the city’s cooperative banks makes a new card.' },
  wayNotOffered: { title: 'Not this way, here', next: 'Choose another way, or go where it says.' },
  bankNotOffered: { title: 'Not at this bank', next: 'Please choose another of the city’s cooperative banks.' },
  addressNeeded: { title: 'The address is missing', next: 'Fill in recipient, phone and address, then apply again.' },
  photoNeeded: { title: 'The photo is missing', next: 'Choose a photo, then apply again.' },
  noOrder: { title: 'No application was found', next: 'No new card is on its way. To get one, apply again.' },
  orderElsewhere: { title: 'It has moved on', next: 'That step is over. See how far it is now.' },
  notMovedHere: { title: 'Not done here', next: 'Go to the outlet that accepted it, or to the issuing bank.' },
  notByMail: { title: 'This card is not mailed', next: 'Please collect it at its outlet.' },
  newCardUnknown: { title: 'The new card is not known yet', next: 'The outlet or the bank has to register it first.' },
  cardLocked: { title: 'The new card is locked', next: 'Take your ID card and the new card to an outlet to unlock it, then activate it.' },
  lossReportedHere: { title: 'The new card was reported lost', next: 'Found: unhook it first, then activate it. Gone: get another.' },
  activatedElsewhere: { title: 'Not activated here', next: 'Please go where it says.' },
} satisfies ReissueCopy['refusals']
