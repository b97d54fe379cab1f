import { cityCodes } from '@/domain/policies'
import type { NewPartner, Repository } from '../../repository'
import { hashPassword } from '../../runtime/password'
import { demoPrefix, type PartnerChannel } from '../../runtime/partner'
import { usualOperations } from '../../runtime/partner-operations'

const named: readonly (readonly [id: string, name: string, channel: PartnerChannel, bank?: string])[] = [
  ['tianfu', '示例天府市民云', 'tianfu'],
  ['phone', '示例 12333 电话', 'phone'],
  ['counter', '示例经办窗口系统', 'counter'],
  ['terminal', '示例自助机', 'terminal'],
  ['bank-icbc', '示例工商银行', 'bank', 'icbc'],
  ['bank-ccb', '示例建设银行', 'bank', 'ccb'],
  ['bureau', '示例人社局核心系统', 'bureau'],
]

/** One partner of each channel, and a second bank. Their secrets are open to everyone, and good in the sandbox alone. */
export const demoPartners: readonly (NewPartner & { readonly secret: string })[] = named.map(([id, name, channel, bank = null]) => ({
  partnerId: `${demoPrefix}${id}`, name, channel, bank, cities: cityCodes, operations: usualOperations[channel], perMinute: 600, secret: `${demoPrefix}${id}-secret`,
}))

/** Whom one is at the counter's page of the demo city. */
export const demoStaff = { staffId: `${demoPrefix}007`, password: `${demoPrefix}counter-007`, outletId: 'chengdu.wuhou-agency', city: 'chengdu' } as const

/** Lets them in, unless they have been before. */
export const loadDemoPartners = async ({ partners, staff }: Pick<Repository, 'partners' | 'staff'>): Promise<void> => {
  for (const { secret, ...partner } of demoPartners) await partners.add(partner, secret)
  const { password, ...member } = demoStaff
  if (!(await staff.find(member.staffId))) await staff.add({ ...member, passwordHash: await hashPassword(password) })
}
