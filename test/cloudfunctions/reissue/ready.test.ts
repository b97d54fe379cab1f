import { readyOnWire } from '../../../cloudfunctions/reissue/ready'
import { logTo } from '../../../cloudfunctions/runtime/log'

test('a year that the calendar does not reach is said once to whoever runs the service, and shown as it is', () => {
  const log = logTo('silent')
  const said = jest.spyOn(log, 'error')
  const answers = ['2031', '2031', '2032'].map((uncovered) => readyOnWire({ uncovered }, log))
  expect(answers).toEqual([{ uncovered: '2031' }, { uncovered: '2031' }, { uncovered: '2032' }])
  expect(readyOnWire({ date: '2026-12-22' }, log)).toEqual({ date: '2026-12-22' })
  expect(said.mock.calls.map(([line]) => line)).toEqual([{ code: 'calendarUncovered', year: '2031' }, { code: 'calendarUncovered', year: '2032' }])
})
