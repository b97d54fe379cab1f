import type { Phone } from './phone'

/** Signs in where the mini-program asks who one is, as it does outside WeChat's cloud. */
export const signIn = async (phone: Phone, name: string): Promise<void> => {
  await phone.waitForText('先选一位演示公民')
  await phone.tapText(name)
}

/** From home to what a report does and does not do. */
export const beginReport = async (phone: Phone): Promise<void> => {
  await phone.waitForText('卡丢了，去挂失')
  await phone.tapText('卡丢了，去挂失')
  await phone.waitForText('挂失以后会怎样')
}

/** On to the identity check, consented to. */
export const agreeToCheck = async (phone: Phone): Promise<void> => {
  await phone.tapText('同意，开始演示核对')
  await phone.waitForText('这次核对的结果是')
}

export const reportLoss = async (phone: Phone): Promise<void> => {
  await beginReport(phone)
  await phone.tapText('继续挂失')
  await agreeToCheck(phone)
  await phone.tapText('用这个结果继续')
  await phone.waitForText('社保功能已挂失')
}

export const releaseLoss = async (phone: Phone): Promise<void> => {
  await phone.waitForText('卡找到了，去解挂')
  await phone.tapText('卡找到了，去解挂')
  await phone.waitForText('要解除这次挂失吗')
  await phone.tapText('卡在我手里，解挂')
  await agreeToCheck(phone)
  await phone.tapText('用这个结果继续')
  await phone.waitForText('已经解挂')
}
