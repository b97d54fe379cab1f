import { render, screen } from '@testing-library/react'
import { CardObject } from '@/components/card-object'
import { facesOf, isBankToTell, looks, type Face } from '@/components/face'
import { copyIn } from '@/copy'
import { shownStates } from '@/domain/words'
import { cardOnWire } from '../support/builders/card-on-wire'

const { badges } = copyIn('zh').t
const faces = Object.keys(looks) as Face[]
const every = faces.flatMap((socialSecurity) => faces.map((financial) => [socialSecurity, financial] as const))

describe('the card object', () => {
  test.each(every)('%s beside %s is one sentence for who cannot see it', (socialSecurity, financial) => {
    render(<CardObject faces={{ socialSecurity, financial }} bank="成都银行" holder={{ name: '示例公民', number: '5101**********1234' }} />)
    const said = `示例公民的社会保障卡，社保功能${badges.socialSecurity[socialSecurity]}，金融功能${badges.financial[financial]}`
    expect(screen.getByRole('img', { name: said })).toBeTruthy()
  })

  test.each(faces)('a half that is %s is painted only while it works', (face) => {
    const { container } = render(<CardObject faces={{ socialSecurity: face, financial: face }} bank="成都银行" />)
    const painted = face === 'inUse' || face === 'toTell'
    expect(container.querySelector('.land-outline') === null).toBe(painted)
    expect(container.querySelector('.river-outline') === null).toBe(painted)
  })

  test('no two states look alike without their colour', () => {
    const said = faces.map((face) => `${looks[face].icon} ${badges.socialSecurity[face]}`)
    expect(new Set(said).size).toBe(faces.length)
  })

  test('a cancelled card has its corner cut off', () => {
    const { container } = render(<CardObject faces={{ socialSecurity: 'cancelled', financial: 'cancelled' }} bank="成都银行" />)
    expect(container.querySelector('.cut')).not.toBeNull()
  })
})

describe('what the bank’s half shows', () => {
  test.each(['temporarilyLost', 'formallyLost', 'beingReissued'] as const)('while the card is %s and nobody told the bank, that is still to do', (state) => {
    const card = cardOnWire({ state })
    expect(facesOf(card).financial).toBe('toTell')
    expect(isBankToTell(card)).toBe(true)
  })

  test('an exchanged card was never reported lost: nothing is to tell', () => {
    const card = cardOnWire({ state: 'beingReissued', hindrances: { bankTold: { reason: 'nothingReported' } } })
    expect(facesOf(card).financial).toBe('inUse')
    expect(isBankToTell(card)).toBe(false)
  })

  test('once the citizen says the bank was told, the river loses its colour', () => {
    const card = cardOnWire({ state: 'formallyLost', bankTold: true })
    expect(facesOf(card).financial).toBe('told')
    expect(isBankToTell(card)).toBe(false)
  })

  test('the bank’s own report needs no word of the citizen', () => {
    const card = cardOnWire({ state: 'formallyLost', bankState: 'formallyLost' })
    expect(facesOf(card).financial).toBe('formallyLost')
    expect(isBankToTell(card)).toBe(false)
  })

  test.each(shownStates.filter((state) => !state.endsWith('Lost') && state !== 'beingReissued'))('nothing is to tell while the card is %s', (state) => {
    expect(isBankToTell(cardOnWire({ state }))).toBe(false)
  })
})
