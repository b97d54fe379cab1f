import { defineFunction, type Main } from '../../../cloudfunctions/runtime/define-function'
import { defineOperation, type Run } from '../../../cloudfunctions/runtime/define-operation'
import type { HttpAnswer } from '../../../cloudfunctions/runtime/errors'
import type { Services } from '../../../cloudfunctions/runtime/services'
import type { Reply } from '@/contract'

const unused = async () => { throw new Error('this test calls another operation') }

/** A function for citizens whose `list` does what a test wants of it. */
export const cardFunction = (list: Run<'card/list'>, services: () => Services): Main =>
  defineFunction('card', {
    list: defineOperation('card/list', list),
    get: defineOperation('card/get', unused),
    reportLoss: defineOperation('card/reportLoss', unused),
    releaseLoss: defineOperation('card/releaseLoss', unused),
    bankTold: defineOperation('card/bankTold', unused),
    history: defineOperation('card/history', unused),
  }, services)

/** A function anyone may call whose `banks` does what a test wants of it. */
export const outletsFunction = (banks: Run<'outlets/banks'>, services: () => Services): Main =>
  defineFunction('outlets', {
    banks: defineOperation('outlets/banks', banks),
    policy: defineOperation('outlets/policy', unused),
    search: defineOperation('outlets/search', unused),
    get: defineOperation('outlets/get', unused),
    districts: defineOperation('outlets/districts', unused),
    forCard: defineOperation('outlets/forCard', unused),
  }, services)

/** A function with an operation of the sandbox, `demoCitizens`. */
export const sessionFunction = (services: () => Services): Main =>
  defineFunction('session', {
    demoCitizens: defineOperation('session/demoCitizens', async () => ({ citizens: [] })),
    signIn: defineOperation('session/signIn', unused),
    refresh: defineOperation('session/refresh', unused),
    signOut: defineOperation('session/signOut', unused),
    account: defineOperation('session/account', unused),
    bind: defineOperation('session/bind', unused),
    unbind: defineOperation('session/unbind', unused),
    beginVerification: defineOperation('session/beginVerification', unused),
    completeVerification: defineOperation('session/completeVerification', unused),
  }, services)

/** A function of a person's own data and family, none of which a test calls. */
export const personFunction = (services: () => Services): Main =>
  defineFunction('person', {
    family: defineOperation('person/family', unused),
    consent: defineOperation('person/consent', unused),
    grantProxy: defineOperation('person/grantProxy', unused),
    revokeProxy: defineOperation('person/revokeProxy', unused),
    myData: defineOperation('person/myData', unused),
    exportData: defineOperation('person/exportData', unused),
    eraseData: defineOperation('person/eraseData', unused),
  }, services)

export const isHttp = (answer: Reply<unknown> | HttpAnswer): answer is HttpAnswer => 'statusCode' in answer

/** The context a host gives with a request over HTTP. */
export const overHttp = (path: string, headers: Readonly<Record<string, string>> = {}, httpMethod = 'POST') =>
  ({ httpContext: { url: path, httpMethod, headers: { 'content-type': 'application/json', ...headers } } })
