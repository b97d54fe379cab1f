interface FacialVerify {
  readonly verifyId: string
  readonly success: () => void
  readonly fail: (cause: unknown) => void
}

/** As much of WeChat's own object as Taro wraps nothing of. */
declare const wx: {
  /** From base library 3.8.12 on. */
  readonly requestFacialVerify?: (asked: FacialVerify) => void
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

/** As much of Alipay's own object as Taro wraps nothing of. */
declare const my: {
  readonly call: (service: 'startBizService', asked: BizService, done: (answer: { readonly resultStatus?: string | number }) => void) => void
  readonly getAuthCode: (asked: AuthCode) => void
}
