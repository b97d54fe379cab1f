import type { Repository } from '../../repository'
import { hashPassword } from '../../runtime/password'

/** Cards of the demo city that can be tried on the voice line, all with one password: open to everyone, like all of the demo city. */
export const demoTelephone = {
  password: '402591',
  cards: [
    { cardNumber: '510100000000000101', holder: '示例公民甲', note: '正常使用，可以挂失' },
    { cardNumber: '510100000000000202', holder: '示例公民乙', note: '已电话临时挂失，可以撤销' },
    { cardNumber: '510100000000000404', holder: '示例公民丁', note: '已在微信正式挂失' },
    { cardNumber: '510100000000001111', holder: '示例儿童', note: '由监护人办理' },
  ],
} as const

/** Gives them the password, unless they have had one before. */
export const loadDemoPasswords = ({ servicePasswords }: Pick<Repository, 'servicePasswords'>): Promise<void> =>
  servicePasswords.arrange(demoTelephone.cards.map(({ cardNumber }) => cardNumber), () => hashPassword(demoTelephone.password))
