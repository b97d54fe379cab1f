import { call } from '@/platform/call'
import { answerWithin, NoAnswer } from '@/platform/no-answer'
import { phone, type PhoneRequest } from '../support/taro/phone'

beforeEach(() => phone.reset())

test('an operation is a POST to its function with the request as body and the token in the header', async () => {
  const asked: PhoneRequest[] = []
  phone.server = async (request) => {
    asked.push(request)
    return { ok: true, data: {} }
  }
  expect(await call('card', 'get', { cardId: 'card-1' }, 'a-token')).toEqual({ ok: true, data: {} })
  expect(asked).toMatchObject([{
    url: '/card/get', method: 'POST', data: { cardId: 'card-1' },
    header: { 'Content-Type': 'application/json', Authorization: 'Bearer a-token' },
  }])
})

test('without a token no Authorization is sent', async () => {
  let header = {}
  phone.server = async (request) => {
    header = request.header
    return {}
  }
  await call('outlets', 'banks', { city: 'chengdu' })
  expect(header).not.toHaveProperty('Authorization')
})

test('a body that comes with a rejected status is an answer', async () => {
  phone.server = () => Promise.reject({ status: 409, data: { ok: false } })
  expect(await call('card', 'list', {})).toEqual({ ok: false })
})

test('a broken line is no answer', async () => {
  phone.server = () => Promise.reject({ errMsg: 'request:fail' })
  await expect(call('card', 'list', {})).rejects.toBeInstanceOf(NoAnswer)
})

test('a platform that never ends a call is not waited for beyond the time', async () => {
  jest.useFakeTimers()
  phone.server = () => new Promise(() => undefined)
  const calling = expect(call('card', 'list', {})).rejects.toBeInstanceOf(NoAnswer)
  await jest.advanceTimersByTimeAsync(answerWithin)
  await calling
  jest.useRealTimers()
})
