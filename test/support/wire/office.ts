import type { CardOnWire, Challenge, DataOf, VerificationResult } from '@/contract'
import { Refused, Wire } from './wire'

const at = '2026-03-02T09:00:00.000+08:00'

export const cardOf = (change: Partial<CardOnWire> = {}): CardOnWire => ({
  cardId: 'card-1',
  maskedNumber: '**** 0001',
  holder: { relation: 'cardholder', maskedName: '示例*' },
  city: 'chengdu',
  issuingBank: 'icbc',
  socialSecurity: { state: 'inUse', since: at },
  financial: { state: 'inUse', since: at },
  bankTold: false,
  actions: [
    { action: 'reportLoss', allowed: true },
    { action: 'releaseLoss', allowed: false, reason: 'nothingToRelease' },
    { action: 'bankTold', allowed: true },
  ],
  ...change,
})

export const lostCard = (): CardOnWire =>
  cardOf({
    socialSecurity: { state: 'formallyLost', since: at },
    actions: [
      { action: 'reportLoss', allowed: false, reason: 'alreadyReported' },
      { action: 'releaseLoss', allowed: true },
      { action: 'bankTold', allowed: true },
    ],
  })

type Outcome = DataOf<'card/reportLoss'>

type Account = DataOf<'session/account'>

/** A small office behind the wire: one card, sessions that expire and are renewed, an account that is bound or not, checks whose result the test chooses, first answers kept by key. */
export class Office {
  readonly wire = new Wire()
  card = cardOf()
  /** How often the card was really reported or released. */
  changes = 0
  /** What an asked-again check says, in turn; then the last for ever. */
  results: VerificationResult[] = []
  refuses: ConstructorParameters<typeof Refused> | undefined
  /** Whose account this is. */
  account: Account = { bound: true, maskedName: '示*' }
  /** What the phone is to do for a check. */
  challenge: Challenge = { provider: 'sandbox' }
  /** Whether the next binding lets go of another account of the same person. */
  moves = false
  /** How often an account was really bound. */
  bindings = 0
  private tokens = new Set<string>()
  private refreshTokens = new Set<string>()
  private sessions = 0
  private readonly answers = new Map<string, Outcome>()

  constructor() {
    const { wire } = this
    wire.on('session/signIn', () => this.signIn())
    wire.on('session/refresh', ({ refreshToken }) => this.refresh(refreshToken))
    wire.on('session/signOut', (_, token) => this.forCitizen(token, {}))
    wire.on('session/account', (_, token) => this.forCitizen(token, this.account))
    wire.on('session/bind', (_, token) => this.forCitizen(token, this.bind()))
    wire.on('session/beginVerification', (_, token) => this.forCitizen(token, { verificationId: 'check-1', challenge: this.challenge }))
    wire.on('session/completeVerification', ({ sandboxResult }, token) => this.forCitizen(token, { result: sandboxResult ?? this.nextResult() }))
    wire.on('card/list', (_, token) => this.forCitizen(token, { cards: [this.card] }))
    wire.on('card/reportLoss', ({ idempotencyKey }, token) => this.forCitizen(token, this.change(idempotencyKey, lostCard())))
    wire.on('card/releaseLoss', ({ idempotencyKey }, token) => this.forCitizen(token, this.change(idempotencyKey, cardOf())))
    wire.on('card/bankTold', ({ told }, token) => {
      this.card = { ...this.card, bankTold: told }
      return this.forCitizen(token, { card: this.card })
    })
  }

  /** Every short token ends now. */
  expireSessions(): void {
    this.tokens.clear()
  }

  /** No session can be renewed by its long token any more. */
  endRefreshing(): void {
    this.refreshTokens.clear()
  }

  private signIn(): DataOf<'session/signIn'> {
    this.sessions += 1
    const token = `token-${this.sessions}`
    const refreshToken = `refresh-${this.sessions}`
    this.tokens.add(token)
    this.refreshTokens.add(refreshToken)
    return { token, expiresAt: at, refreshToken, bound: this.account.bound }
  }

  private refresh(refreshToken: string): DataOf<'session/refresh'> {
    if (!this.refreshTokens.delete(refreshToken)) throw new Refused('notSignedIn')
    return this.signIn()
  }

  private bind(): DataOf<'session/bind'> {
    const already = this.account.bound
    if (!already) this.bindings += 1
    this.account = { bound: true, maskedName: '示*' }
    return { maskedName: '示*', moved: this.moves && !already, already }
  }

  private forCitizen<Data>(token: string | undefined, data: Data): Data {
    if (!token || !this.tokens.has(token)) throw new Refused('notSignedIn')
    return data
  }

  private nextResult(): VerificationResult {
    return (this.results.length > 1 ? this.results.shift() : this.results[0]) ?? 'pending'
  }

  private change(key: string, after: CardOnWire): Outcome {
    const first = this.answers.get(key)
    if (first) return first
    if (this.refuses) throw new Refused(...this.refuses)
    this.changes += 1
    this.card = after
    const report: Outcome['report'] = {
      receiptNumber: `R-${this.changes}`, function: 'socialSecurity', kind: 'formal', channel: 'wechat', by: 'cardholder', reportedAt: at, releasedIn: ['wechat', 'alipay'],
    }
    const answer = { report, card: after, already: false }
    this.answers.set(key, answer)
    return answer
  }
}
