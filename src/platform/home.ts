/** Alipay reaches this service through its Citizen Center, and the home page is named for that path. */
export const isInCitizenCenter = process.env['TARO_ENV'] === 'alipay'
