import type { DataOf, FoundOutletOnWire, RequestOf } from '@/contract'
import { demoList } from '../builders/outlet-on-wire'
import type { Office } from './office'

type Steps = DataOf<'outlets/forCard'>['steps']

/** A list behind the wire: page by page by its own cursor, and two districts. Answers are as the test sets them. */
export class OutletDesk {
  found: FoundOutletOnWire[] = []
  steps: Steps = []
  none: DataOf<'outlets/forCard'>['none']
  hasList = true

  constructor(readonly office: Office) {
    const { wire } = office
    wire.on('outlets/search', ({ limit = 20, cursor }) => this.page(limit, cursor))
    wire.on('outlets/forCard', ({ step }) => ({
      steps: this.steps.filter((one) => step === undefined || one.step === step), ...(this.none && { none: this.none }), ...this.list(),
    }))
    wire.on('outlets/districts', () => ({
      districts: [{ code: '510107', name: '武侯区', outlets: 4 }, { code: '510104', name: '锦江区', outlets: 2 }], ...this.list(),
    }))
  }

  /** What was asked of a list last. */
  get lastSearch(): RequestOf<'outlets/search'> {
    return this.office.wire.requestsOf('outlets/search').at(-1) as RequestOf<'outlets/search'>
  }

  get lastForCard(): RequestOf<'outlets/forCard'> {
    return this.office.wire.requestsOf('outlets/forCard').at(-1) as RequestOf<'outlets/forCard'>
  }

  private page(limit: number, cursor: string | undefined): DataOf<'outlets/search'> {
    const from = Number(cursor ?? 0)
    const end = from + limit
    return { outlets: this.found.slice(from, end), ...(this.found.length > end && { cursor: String(end) }), ...this.list() }
  }

  private list() {
    return this.hasList ? { list: demoList } : {}
  }
}
