import type { Phone } from './phone'

/** Says who one is, which is asked before anything of one's own is shown: consent first. */
export const signIn = async (phone: Phone): Promise<void> => {
  await phone.waitForText('查我的卡，去挂失')
  await phone.tapText('查我的卡，去挂失')
  await phone.waitForText('先说清楚用您哪些信息')
  await phone.tapText('同意，去登录')
}

/** From home to what a report does and does not do. */
export const beginReport = async (phone: Phone): Promise<void> => {
  await phone.waitForText('卡丢了，去挂失')
  await phone.tapText('卡丢了，去挂失')
  await phone.waitForText('挂失以后会怎样')
}

/** On to the platform's identity check, consented to. */
export const agreeToCheck = async (phone: Phone): Promise<void> => {
  await phone.waitForText('同意，开始人脸识别')
  await phone.tapText('同意，开始人脸识别')
}

export const reportLoss = async (phone: Phone): Promise<void> => {
  await beginReport(phone)
  await phone.tapText('继续挂失')
  await agreeToCheck(phone)
  await phone.waitForText('社保功能已挂失')
}

export const releaseLoss = async (phone: Phone): Promise<void> => {
  await phone.waitForText('卡找到了，去解挂')
  await phone.tapText('卡找到了，去解挂')
  await phone.waitForText('要解除这次挂失吗')
  await phone.tapText('卡在我手里，解挂')
  await agreeToCheck(phone)
  await phone.waitForText('已经解挂')
}

/** One step: what is tapped once it is there, and what comes of it. */
export const onward = async (phone: Phone, words: string, then: string | RegExp): Promise<void> => {
  await phone.waitForText(words)
  await phone.tapText(words)
  await phone.waitForText(then)
}

/** A service password, in both of its fields. */
export const typePassword = async (phone: Phone, digits: string): Promise<void> => {
  for (const which of [0, 1]) await phone.fill('input', digits, which)
}
