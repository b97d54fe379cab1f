interface FacialVerify {
  readonly verifyId: string
  readonly success: () => void
  readonly fail: (cause: unknown) => void
}

interface SubscribeOnWechat {
  readonly tmplIds: readonly string[]
  readonly success: (answer: Readonly<Record<string, unknown>>) => void
  readonly fail: () => void
}

/** As much of WeChat's own object as Taro wraps nothing of. */
declare const wx: {
  /** From base library 3.8.12 on. */
  readonly requestFacialVerify?: (asked: FacialVerify) => void
  /** From base library 2.4.4 on. */
  readonly requestSubscribeMessage?: (asked: SubscribeOnWechat) => void
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

interface SubscribeOnAlipay {
  readonly entityIds: readonly string[]
  /** What was allowed now, and what had been before. */
  readonly success: (answer: {
    readonly result?: { readonly subscribeEntityIds?: readonly string[]; readonly subscribedEntityIds?: readonly string[] }
  }) => void
  readonly fail: () => void
}

/** As much of Alipay's own object as Taro wraps nothing of. */
declare const my: {
  readonly call: (service: 'startBizService', asked: BizService, done: (answer: { readonly resultStatus?: string | number }) => void) => void
  readonly getAuthCode: (asked: AuthCode) => void
  readonly requestSubscribeMessage: (asked: SubscribeOnAlipay) => void
}
