/** Whether this build runs inside a phone's app; else it is a page in a browser, which draws its own bar and has a keyboard. */
export const isPhone = process.env['TARO_ENV'] === 'weapp' || process.env['TARO_ENV'] === 'alipay'
