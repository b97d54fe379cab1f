import type { DataOf } from '@/contract'
import { dataClasses } from '@/domain/retention'
import { Refused } from './wire'
import type { Office } from './office'

export const myDataOnWire = (differences: Partial<DataOf<'person/myData'>> = {}): DataOf<'person/myData'> => ({
  maskedName: '示*甲',
  maskedIdNumber: '5101**********1234',
  maskedPhone: '138****0001',
  accounts: [
    { channel: 'wechat', boundAt: '2026-01-05T09:00:00.000+08:00', current: true },
    { channel: 'alipay', boundAt: '2026-02-01T00:30:00.000+08:00', current: false },
  ],
  kept: dataClasses.map((what, count) => ({ what, count })),
  ...differences,
})

/** One's own data behind the wire: shown, given as a copy, unbound and deleted. */
export class DataDesk {
  data = myDataOnWire()
  bound = true
  refuses: ConstructorParameters<typeof Refused> | undefined

  constructor(readonly office: Office) {
    const { wire } = office
    wire.on('person/myData', () => this.data)
    wire.on('person/exportData', () => this.unlessRefused({ copy: '{"name":"示例公民甲"}' }))
    wire.on('session/account', () => ({ bound: this.bound, ...(this.bound && { maskedName: '示*甲', boundAt: '2026-01-05T09:00:00.000+08:00' }) }))
    wire.on('session/unbind', () => {
      const already = !this.unlessRefused(this.bound)
      this.bound = false
      return { already }
    })
    wire.on('person/eraseData', () => this.erase())
  }

  private unlessRefused<Data>(data: Data): Data {
    if (this.refuses) throw new Refused(...this.refuses)
    return data
  }

  private erase(): DataOf<'person/eraseData'> {
    this.unlessRefused(undefined)
    if (!this.bound) throw new Refused('notBound')
    this.bound = false
    return { erased: [{ what: 'account', count: 2 }, { what: 'counter', count: 0 }], stays: [{ what: 'cardRecord', count: 3 }] }
  }
}
