const kinds = {
  '20000': 'Service Currently Unavailable',
  '40002': 'Invalid Arguments',
  '40004': 'Business Failed',
  '40005': 'Call Limited',
  '40006': 'Insufficient Permissions',
} as const
type Code = keyof typeof kinds

/** Alipay's own errors that these servers answer, or are told to. */
export const alipayErrors = {
  'isp.unknow-error': '20000',
  'aop.unknow-error': '20000',
  'isv.code-invalid': '40002',
  'isv.invalid-signature': '40002',
  'isv.invalid-app-id': '40002',
  'isv.invalid-method': '40002',
  'isv.grant-type-invalid': '40002',
  'isv.app-call-limited': '40005',
  'isv.insufficient-isv-permissions': '40006',
  INVALID_PARAMETER: '40004',
  USER_TEMPLATE_ILLEGAL: '40004',
  USER_TEMPLATE_LACK_KEYWORD: '40004',
  USER_KEYWORD_LENGTH_ERROR: '40004',
  SYSTEM_ERROR: '40004',
  OPEN_CERTIFY_BILL_NOT_EXIST: '40004',
} as const satisfies Record<string, Code>
export type AlipayError = keyof typeof alipayErrors

export const errorFields = (error: AlipayError, detail = error as string) =>
  ({ code: alipayErrors[error], msg: kinds[alipayErrors[error]], sub_code: error, sub_msg: detail })
