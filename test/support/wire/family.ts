import type { ChildOnWire, DataOf, GrantOnWire } from '@/contract'
import { Refused } from './wire'
import type { Office } from './office'

export const childOnWire = (differences: Partial<ChildOnWire> = {}): ChildOnWire => ({
  childId: 'child-1', maskedName: '示*童', cards: ['card-2'], consent: 'given', endsOn: '2034-06-01', ended: false, ...differences,
})

export const grantOnWire = (differences: Partial<GrantOnWire> = {}): GrantOnWire => ({
  grantId: 'grant-1',
  cardId: 'card-1',
  maskedName: '示*乙',
  maskedNumber: '5101**********1234',
  purpose: 'reportLoss',
  grantedAt: '2026-03-10T10:00:00.000+08:00',
  until: '2026-03-13T00:00:00.000+08:00',
  ...differences,
})

/** A family behind the wire: consents are noted, proxies named once a key and stopped. */
export class FamilyDesk {
  children: ChildOnWire[] = []
  actingFor: GrantOnWire[] = []
  proxies: GrantOnWire[] = []
  refuses: ConstructorParameters<typeof Refused> | undefined
  private readonly granted = new Map<string, GrantOnWire>()

  constructor(readonly office: Office) {
    const { wire } = office
    wire.on('person/family', () => ({ children: this.children, actingFor: this.actingFor, proxies: this.proxies, atMost: 8 }))
    wire.on('person/consent', ({ childId, agreed }) => this.consent(childId, agreed))
    wire.on('person/grantProxy', ({ idempotencyKey, purpose, cardId }) => ({ grant: this.grant(idempotencyKey, grantOnWire({ purpose, cardId })) }))
    wire.on('person/revokeProxy', ({ grantId }) => this.revoke(grantId))
  }

  /** How many proxies were really named. */
  get grants(): number {
    return this.granted.size
  }

  private refuse(): void {
    if (this.refuses) throw new Refused(...this.refuses)
  }

  private consent(childId: string, agreed: boolean): DataOf<'person/consent'> {
    this.refuse()
    const child = childOnWire({ ...this.children.find((known) => known.childId === childId), consent: agreed ? 'given' : 'needed' })
    this.children = this.children.map((known) => (known.childId === childId ? child : known))
    return { child }
  }

  private grant(key: string, grant: GrantOnWire): GrantOnWire {
    const first = this.granted.get(key)
    if (first) return first
    this.refuse()
    this.granted.set(key, grant)
    return grant
  }

  private revoke(grantId: string): DataOf<'person/revokeProxy'> {
    this.refuse()
    const others = (grants: GrantOnWire[]) => grants.filter((known) => known.grantId !== grantId)
    const before = this.proxies.length + this.actingFor.length
    this.proxies = others(this.proxies)
    this.actingFor = others(this.actingFor)
    return { already: this.proxies.length + this.actingFor.length === before }
  }
}
