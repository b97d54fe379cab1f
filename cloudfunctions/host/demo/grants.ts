import type { ArrangedGrant } from '../../repository'

interface Named {
  readonly card_number: string
  readonly id_number: string
  readonly name: string
}

/** Who lets whom act for the first of their cards. */
const given = [{ holder: '示例公民子', proxy: '示例公民癸', purpose: 'reportLoss', days: 30 }] as const

/** The grants that stand in the demo city, between the people of its file. */
export const grantsAmong = (rows: readonly Named[]): ArrangedGrant[] =>
  given.flatMap(({ holder, proxy, purpose, days }) => {
    const [of, to] = [holder, proxy].map((wanted) => rows.find(({ name }) => name === wanted))
    return of && to ? [{ cardNumber: of.card_number, proxy: { name: to.name, idNumber: to.id_number }, purpose, days }] : []
  })
