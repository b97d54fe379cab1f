import * as v from 'valibot'
import { replyOf, type DataOf, type ErrorCode, type FailureOnWire, type OperationName, type RequestOf } from '@/contract'
import { operations } from '@/contract/operations'
import { phone, type PhoneRequest } from '../taro/phone'

type Handler = (request: unknown, token: string | undefined) => unknown

/** An answer of the server's that is not ok. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode, readonly details?: FailureOnWire['details']) {
    super(code)
  }
}

const nameOf = (url: string): OperationName => {
  const name = url.replace(/^\//, '')
  if (name in operations) return name as OperationName
  throw new Error(`${url} is no operation of the contract`)
}

const replyTo = async (handler: Handler | undefined, request: unknown, token: string | undefined): Promise<unknown> => {
  if (!handler) return { ok: false, error: { code: 'notFound', message: 'no such thing here' } }
  try {
    return { ok: true, data: await handler(request, token) }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    return { ok: false, error: { code: thrown.code, message: thrown.code, ...(thrown.details && { details: thrown.details }) } }
  }
}

/** What happens to an answer on its way: it comes, it is lost after the server acted, or the request never reached the server. */
type Fate = 'comes' | 'lost' | 'neverSent'

/** The server's end of the wire, in memory. It speaks the contract only: a request or an answer that breaks it fails the test. */
export class Wire {
  readonly asked: { readonly name: OperationName; readonly request: unknown; readonly token: string | undefined }[] = []
  private readonly handlers = new Map<OperationName, Handler>()
  private readonly fates: Fate[] = []
  private readonly gates = new Map<OperationName, Promise<void>>()
  private readonly garbled: unknown[] = []

  constructor() {
    phone.server = (request) => this.answer(request)
  }

  on<Name extends OperationName>(name: Name, handler: (request: RequestOf<Name>, token: string | undefined) => DataOf<Name>): void {
    this.handlers.set(name, handler as Handler)
  }

  /** What becomes of the next answers, in turn. */
  next(...fates: Fate[]): void {
    this.fates.push(...fates)
  }

  /** Gives this in place of the next answer that comes. */
  garble(answer: unknown): void {
    this.garbled.push(answer)
  }

  /** Holds an operation's answers back until they are let go. */
  hold(name: OperationName): () => void {
    let letGo: () => void = () => undefined
    this.gates.set(name, new Promise((resolve) => {
      letGo = resolve
    }))
    return letGo
  }

  requestsOf(name: OperationName): unknown[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.request)
  }

  private async answer({ url, data, header }: PhoneRequest): Promise<unknown> {
    const name = nameOf(url)
    const token = header['Authorization']?.replace('Bearer ', '')
    const request = v.parse(operations[name].request, data)
    this.asked.push({ name, request, token })
    const fate = this.fates.shift() ?? 'comes'
    await this.gates.get(name)
    if (fate === 'neverSent') throw new Error('request:fail')
    const reply = v.parse(replyOf(operations[name].data), await replyTo(this.handlers.get(name), request, token))
    if (fate === 'lost') throw new Error('request:fail timeout')
    return this.garbled.length > 0 ? this.garbled.shift() : reply
  }
}
