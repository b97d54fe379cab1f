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
    dispute: defineOperation('card/dispute', unused),
    setServicePassword: defineOperation('card/setServicePassword', unused),
  }, services)

/** A function of new cards, none of whose operations a test calls. */
export const reissueFunction = (services: () => Services): Main =>
  defineFunction('reissue', {
    options: defineOperation('reissue/options', unused),
    uploadPhoto: defineOperation('reissue/uploadPhoto', unused),
    apply: defineOperation('reissue/apply', unused),
    order: defineOperation('reissue/order', unused),
    correct: defineOperation('reissue/correct', unused),
    cancel: defineOperation('reissue/cancel', unused),
    changeAddress: defineOperation('reissue/changeAddress', unused),
    receipt: defineOperation('reissue/receipt', unused),
    applicationForm: defineOperation('reissue/applicationForm', unused),
    activate: defineOperation('reissue/activate', unused),
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
    kiosk: defineOperation('session/kiosk', unused),
    enrolKiosk: defineOperation('session/enrolKiosk', unused),
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
    inbox: defineOperation('person/inbox', unused),
    readInbox: defineOperation('person/readInbox', unused),
    messageTemplates: defineOperation('person/messageTemplates', unused),
    subscribe: defineOperation('person/subscribe', unused),
  }, services)

/** A function of partners whose `cardStatus` does what a test wants of it. */
export const channelFunction = (cardStatus: Run<'channel/cardStatus'>, services: () => Services): Main =>
  defineFunction('channel', {
    cardStatus: defineOperation('channel/cardStatus', cardStatus),
    history: defineOperation('channel/history', unused),
    reportLoss: defineOperation('channel/reportLoss', unused),
    releaseLoss: defineOperation('channel/releaseLoss', unused),
    acceptReissue: defineOperation('channel/acceptReissue', unused),
    bankReported: defineOperation('channel/bankReported', unused),
    bankReleased: defineOperation('channel/bankReleased', unused),
    setServicePassword: defineOperation('channel/setServicePassword', unused),
    linkGuardian: defineOperation('channel/linkGuardian', unused),
    disputes: defineOperation('channel/disputes', unused),
    closeDispute: defineOperation('channel/closeDispute', unused),
    voice: defineOperation('channel/voice', unused),
    events: defineOperation('channel/events', unused),
    orders: defineOperation('channel/orders', unused),
    rejectReissue: defineOperation('channel/rejectReissue', unused),
    correctOrder: defineOperation('channel/correctOrder', unused),
    cancelOrder: defineOperation('channel/cancelOrder', unused),
    changeAddress: defineOperation('channel/changeAddress', unused),
    orderPhoto: defineOperation('channel/orderPhoto', unused),
    applicationForm: defineOperation('channel/applicationForm', unused),
    moveOrder: defineOperation('channel/moveOrder', unused),
    collect: defineOperation('channel/collect', unused),
    receipt: defineOperation('channel/receipt', unused),
    activate: defineOperation('channel/activate', unused),
    bankActivated: defineOperation('channel/bankActivated', unused),
  }, services)

/** A function of staff, none of whose operations a test calls. */
export const counterFunction = (services: () => Services): Main =>
  defineFunction('counter', {
    signIn: defineOperation('counter/signIn', unused),
    signOut: defineOperation('counter/signOut', unused),
    me: defineOperation('counter/me', unused),
  }, services)

export const isHttp = (answer: Reply<unknown> | HttpAnswer): answer is HttpAnswer => 'statusCode' in answer

/** The context a host gives with a request over HTTP. */
export const overHttp = (path: string, headers: Readonly<Record<string, string>> = {}, httpMethod = 'POST') =>
  ({ httpContext: { url: path, httpMethod, headers: { 'content-type': 'application/json', ...headers } } })
