import { ApiFailure, asyncApis, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'
import { subscriptionApis } from './subscriptions'

/** Calls, clipboard, location and privacy. */
export function serviceApis(context: ApiContext): Apis {
  const { device, journal, platform } = context
  let clipboard = ''
  const copyText = (text: unknown) => void (clipboard = textOf(text))
  const nothing = () => undefined
  const subscriptions = subscriptionApis(context)
  const where = () => {
    if (!device.location) throw new ApiFailure('auth deny', platform === 'alipay' ? { error: 2001 } : { errno: 103 })
    return { ...device.location, accuracy: 65 }
  }
  const scopes = ({ withSubscriptions }: Options) => ({
    authSetting: { 'scope.userLocation': device.location !== undefined },
    ...(withSubscriptions === true && { subscriptionsSetting: subscriptions.setting() }),
  })

  return {
    ...asyncApis(context, {
      makePhoneCall: ({ phoneNumber, number }) => void journal.phoneCalls.push(textOf(phoneNumber ?? number)),
      setClipboardData: ({ data }) => copyText(data),
      getClipboardData: () => ({ data: clipboard }),
      setClipboard: ({ text }) => copyText(text),
      getClipboard: () => ({ text: clipboard }),
      getLocation: where,
      getFuzzyLocation: where,
      openLocation: nothing,
      getSetting: scopes,
      openSetting: scopes,
      authorize: where,
      checkSession: nothing,
      getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
      requirePrivacyAuthorize: nothing,
      openPrivacyContract: nothing,
      setKeepScreenOn: nothing,
      previewImage: nothing,
    }),
    requestSubscribeMessage: subscriptions.ask,
    onNeedPrivacyAuthorization: nothing,
    createSelectorQuery: () => emptyQuery(context),
  }
}

/** Nothing is laid out here, so every measurement answers empty. */
function emptyQuery({ journal, work }: ApiContext): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) {
    query[step] = () => query
  }
  query['exec'] = (callback?: (results: unknown[]) => void) => {
    const finished = work.begin('selector query')
    setImmediate(() => {
      if (callback) journal.guard('selector query', () => callback([]))
      finished()
    })
  }
  return query
}
