import { tellWrong, type Ran } from '../../histories/run'
import type { Met } from './patience'

export interface Trial {
  readonly ran: Ran
  readonly met: Met
}

/** That the rules explain every answer and all that is kept, and that whoever was not served was told to come back; says what was tried in figures. */
export const expectRight = ({ ran, met }: Trial, tried: string): void => {
  const { calls, acknowledged, cards, playing } = ran
  process.stdout.write(`${tried}: ${calls} calls of ${cards} cards in ${(playing / 1000).toFixed(0)} s, ${acknowledged} acknowledged changes, ${met.busy} times told to come back, ${met.none} times not answered\n`)
  expect(ran.wrong.map(tellWrong)).toEqual([])
  expect([ran.faults, met.wrong]).toEqual([0, []])
  expect(acknowledged).toBeGreaterThan(0)
}
