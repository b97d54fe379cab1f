interface FacialVerify {
  readonly verifyId: string
  readonly success: () => void
  readonly fail: (cause: unknown) => void
}

interface SubscribeOnWeChat {
  readonly tmplIds: readonly string[]
  /** By template: `accept`, `reject`, `ban` … */
  readonly success: (answer: Readonly<Record<string, unknown>>) => void
  readonly fail: (cause: unknown) => void
}

interface SubscriptionSetting {
  readonly withSubscriptions: true
  /** Of templates only what was answered for good. */
  readonly success: (answer: { readonly subscriptionsSetting?: { readonly itemSettings?: Readonly<Record<string, unknown>> } }) => void
  readonly fail: () => void
}

/** As much of WeChat's own object as is used without Taro. */
declare const wx: {
  /** From base library 3.8.12 on. */
  readonly requestFacialVerify?: (asked: FacialVerify) => void
  /** From base library 2.4.4 on. */
  readonly requestSubscribeMessage?: (asked: SubscribeOnWeChat) => void
  readonly getSetting: (asked: SubscriptionSetting) => void
  readonly openSetting: (asked: object) => void
}

interface BizService {
  readonly name: 'open-certify'
  readonly param: string
}

interface AuthCode {
  readonly scopes: 'auth_base'
  readonly success: (answer: { readonly authCode: string }) => void
  readonly fail: (cause: unknown) => void
}

/** What Alipay says once its sheet for messages has been answered, or was not shown since it had been for good. */
interface SubscribedOnAlipay {
  readonly result?: { readonly subscribeEntityIds?: readonly string[]; readonly subscribedEntityIds?: readonly string[] }
  /** “Don't ask again”, of messages sent once and of those sent many times. */
  readonly keep?: boolean
  readonly refuse?: boolean
  readonly show?: boolean
}

interface SubscribeOnAlipay {
  readonly entityIds: readonly string[]
  readonly success: (answer: SubscribedOnAlipay) => void
  /** Also when the sheet was closed: errorCode 11. */
  readonly fail: (cause: SubscribedOnAlipay & { readonly errorCode?: number | string }) => void
}

interface CompressOnAlipay {
  readonly apFilePaths: readonly string[]
  /** 0 (best) to 4. */
  readonly compressLevel: number
  /** In pixels. */
  readonly maxWidth: number
  readonly success: (answer: { readonly apFilePaths: readonly string[] }) => void
  readonly fail: (cause: unknown) => void
}

/** As much of Alipay's own object as is used without Taro. */
declare const my: {
  readonly compressImage: (asked: CompressOnAlipay) => void
  readonly call: (service: 'startBizService', asked: BizService, done: (answer: { readonly resultStatus?: string | number }) => void) => void
  readonly getAuthCode: (asked: AuthCode) => void
  /** From base library 2.7.10 on. */
  readonly requestSubscribeMessage?: (asked: SubscribeOnAlipay) => void
}
