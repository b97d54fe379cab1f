import { randomBytes } from 'node:crypto'
import { json, type Said } from '../http'

const messages: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  84001: 'invalid identify id',
}

const piece = () => randomBytes(4).toString('hex')

/** An error as WeChat words it, with the request's own id at the end. */
export const wechatError = (errcode: number): Said =>
  json({ errcode, errmsg: `${messages[errcode] ?? 'error'}, rid: ${piece()}-${piece()}-${piece()}` })
