import { albumApis } from './album'
import { ApiFailure, asyncApis, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'
import { subscriptionApis } from './subscriptions'

/** Calls, clipboard, location, the album and privacy. */
export function serviceApis(context: ApiContext): Apis {
  const { album, device, journal, platform } = context
  let clipboard = ''
  const copyText = (text: unknown) => void (clipboard = textOf(text))
  const nothing = () => undefined
  const subscriptions = subscriptionApis(context)
  const where = () => {
    if (!device.location) throw new ApiFailure('auth deny', platform === 'alipay' ? { error: 2001 } : { errno: 103 })
    return { ...device.location, accuracy: 65 }
  }
  const scopes = ({ withSubscriptions }: Options) => ({
    authSetting: { 'scope.userLocation': device.location !== undefined, 'scope.writePhotosAlbum': album.allowed },
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
      openSetting: (options) => {
        // the citizen is there to allow what they refused
        album.allowed = true
        return scopes(options)
      },
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
    ...albumApis(context),
  }
}
