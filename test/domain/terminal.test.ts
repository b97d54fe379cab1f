import { mayActByIdCard, papersRead, takesCard } from '@/domain/terminal'
import { missingPapers } from '@/domain/papers'
import { deeds, roles } from '@/domain/words'

test('one ID card is all it takes for the cardholder, and for nobody who acts for another', () => {
  expect(roles.filter(mayActByIdCard)).toEqual(['cardholder'])
})

test('what the readers read is all that a cardholder shows: the ID card, and the card itself where it is unhooked or activated', () => {
  const withCard = deeds.filter((deed) => papersRead('cardholder', deed).includes('card'))
  expect(withCard).toEqual(['releaseLoss', 'activate'])
  for (const deed of deeds) expect(missingPapers('cardholder', takesCard(deed), 'terminal', papersRead('cardholder', deed))).toEqual([])
})
