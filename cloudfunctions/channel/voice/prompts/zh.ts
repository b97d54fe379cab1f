import type { CardRefusal } from '@/domain/decision'
import { toIso, type Instant } from '@/domain/time'
import type { Channel, ShownState } from '@/domain/words'
import { singly, wholeMinute, type Texts } from './texts'

/** +08:00, as it is said: 11月25日15点06分. */
const time = (instant: Instant): string => {
  const [month, date, hour, minute] = [5, 8, 11, 14].map((at) => toIso(instant).slice(at, at + 2))
  return `${Number(month)}月${Number(date)}日${Number(hour)}点${minute}分`
}

const names: Readonly<Record<Channel, string>> = {
  wechat: '微信', alipay: '支付宝', tianfu: '天府市民云', phone: '本电话', counter: '服务网点', terminal: '自助机', bank: '发卡银行',
}
const places = (where: readonly Channel[]): string => where.map((channel) => names[channel]).join('、')

const states: Readonly<Record<ShownState, string>> = {
  inUse: '此卡社保功能正常。',
  temporarilyLost: '此卡已临时挂失。',
  formallyLost: '此卡已正式挂失，不会自动解除。',
  notActivated: '此卡社保功能尚未启用。',
  locked: '此卡社保功能已锁定，请到网点办理。',
  beingReissued: '此卡正在补换，不能再用。',
  cancelled: '此卡社保功能已注销。',
}

const refusals: Readonly<Record<CardRefusal, string>> = {
  cardCancelled: '此卡已注销，无需挂失或解除。',
  reportNotMadeHere: '本市电话不办理挂失。',
  kindNotMadeHere: '本市电话不办理这种挂失。',
  releasedElsewhere: '此挂失不能在电话中撤销。',
  neverReleased: '本市的挂失不能解除，请补办新卡。',
  reissueAlreadyAccepted: '补换卡已受理，挂失不能再撤销。',
  reissueNeedsReport: '补卡前须先正式挂失。',
  nothingReported: '此卡目前没有挂失。',
  minorNeedsGuardian: '持卡人未成年，请由监护人办理。',
  guardianOfAdult: '持卡人已成年，请由本人办理。',
  proxyInPersonOnly: '代办人请带双方证件到网点办理。',
  guardianConsentNeeded: '请监护人先在网点或手机上同意。',
  notGranted: '持卡人没有授权办理此事。',
  holderOnly: '此事只能由持卡人本人办理。',
  tooManyDependants: '您代办的人数已到上限，请到网点办理。',
  disputeOpen: '此卡有异议正在处理，处理完才能撤销挂失。',
  nothingToDispute: '没有可以提出异议的事项。',
  papersMissing: '证件不齐，请到网点办理。',
  notThisBank: '此卡由另一家银行发放。',
  barred: '此卡暂时不能自助挂失，请转人工。',
  formalOnlyWithReissue: '此卡正式挂失须同时补卡，请到网点办理。',
  passwordTooSimple: '密码过于简单，请换一个。',
}

/** What is said in Chinese: at most two short sentences each. */
export const zh: Texts = {
  greeting: '您好，这里是社保卡挂失服务。',
  chooseLanguage: '中文请按1。For English, press 2.',
  menu: '挂失请按1，撤销电话挂失请按2，查询请按3。',
  menuKeys: '人工服务请按0，返回请按星号键。',
  enterCard: '请输入16到19位社保卡号，按井号键结束。',
  cardKeys: '卡号以字母开头请按0转人工，返回请按星号键。',
  cardNumberWrong: '卡号应为16到19位数字。',
  letterCard: '字母开头的卡号无法在电话上输入。请按0转人工。',
  enterPassword: '请输入6位服务密码，按井号键结束。',
  passwordKeys: '忘记密码请按9，返回请按星号键。',
  passwordForm: '服务密码是6位数字。',
  wrongPassword: '卡号或密码不正确。',
  proofOld: '验证已过期，请重新输入。',
  forgotten: '请转人工，或到服务网点、在手机上重设密码。',
  locked: ({ until }) => `密码错误次数过多，${time(wholeMinute(until))}后可再试。也可转人工或到服务网点。`,
  reportDoes: ({ days }) => (days === null ? '挂失后社保卡立即停止结算。' : `挂失后社保卡立即停止结算，${days}天后自动解除。`),
  bankApart: ({ bank, hotline }) =>
    `银行账户不会一并挂失，请另行联系${bank?.zh ?? '发卡银行'}${hotline && `，电话 ${singly(hotline)} `}。`,
  confirmReport: '确认挂失请按1，返回请按星号键。',
  reported: '挂失成功。',
  receipt: ({ tail }) => `受理编号末四位是 ${singly(tail)} 。`,
  howToCancel: '找到卡后可再拨本电话，按2撤销。',
  formalIn: ({ where }) => `正式挂失可在${places(where)}办理。`,
  standing: ({ state, until }) => (until === null ? states[state] : `此卡已临时挂失，${time(until)}自动解除。`),
  releasedIn: ({ where }) => `解除挂失可在${places(where)}办理。`,
  cancelDoes: '撤销后社保卡挂失随即解除。',
  confirmCancel: '确认撤销请按1，返回请按星号键。',
  cancelled: '挂失已撤销。',
  nothingReported: '此卡目前没有挂失。',
  refused: ({ code }) => refusals[code],
  elsewhere: ({ where }) => `请到${places(where)}办理。`,
  reportHere: '现在挂失请按1。',
  cancelHere: '撤销挂失请按1。',
  afterwards: '返回菜单请按星号键，人工服务请按0，或直接挂机。',
  notUnderstood: '没有这个选项。',
  offerStaffed: '人工服务请按0，否则通话将结束。',
  transferring: '正在转接人工服务，请稍候。',
  goodbye: '感谢来电，再见。',
  idle: '通话已结束，请重新拨打。',
}
