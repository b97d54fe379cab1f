import { word, type Deed } from './deed'

/** Puts a notice that could not be sent in line once more. */
export const resend: Deed = {
  usage: 'resend MESSAGE       a notice that is dead goes in line once more; npm run messages -- dead lists them',
  words: [1],
  subject: async (given) => word(given, 0),
  run: async (_given, { deliveries }, messageId) => {
    const again = await deliveries.resend(messageId)
    if (again.length === 0) throw new Error(`${messageId} is no dead message: npm run messages -- dead lists them.`)
    return `In line once more: ${messageId}. What did arrive although nobody heard of it arrives a second time.`
  },
}
