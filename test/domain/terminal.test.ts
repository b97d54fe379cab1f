import { mayActByIdCard, papersRead } from '@/domain/terminal'
import { missingPapers } from '@/domain/papers'
import { roles } from '@/domain/words'

test('one ID card is all it takes for the cardholder, and for nobody who acts for another', () => {
  expect(roles.filter(mayActByIdCard)).toEqual(['cardholder'])
})

test('what the readers read is all that a cardholder shows: the ID card, and for a release the card itself', () => {
  expect([papersRead('cardholder', false), papersRead('cardholder', true)]).toEqual([['holderId'], ['holderId', 'card']])
  for (const isRelease of [false, true]) expect(missingPapers('cardholder', isRelease, 'terminal', papersRead('cardholder', isRelease))).toEqual([])
})
