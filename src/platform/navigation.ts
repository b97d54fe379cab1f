import Taro, { useRouter } from '@tarojs/taro'
import { paramNames, paths, type ParamsOf, type Route, type RouteWithParams } from './routes'

type Open = <R extends Route>(...to: R extends RouteWithParams ? [route: R, params: ParamsOf<R>] : [route: R]) => Promise<void>

const urlOf = (route: Route, params: Readonly<Record<string, string>> = {}): string => {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return `/${paths[route]}${query && `?${query}`}`
}

/** Milliseconds in which two taps of an unsteady hand are one: the page of the first may not be there yet. */
const oneTap = 600
let last = { url: '', at: 0 }

/** Opens a page above this one; the same page twice in one tap opens once. */
export const go: Open = async (...[route, params]) => {
  const url = urlOf(route, params)
  const at = Date.now()
  if (last.url === url && Math.abs(at - last.at) < oneTap) return
  last = { url, at }
  await Taro.navigateTo({ url })
}

/** Opens a page in the place of this one, so that back does not return here. */
export const replace: Open = async (...[route, params]) => {
  await Taro.redirectTo({ url: urlOf(route, params) })
}

/** Closes everything and opens the home page. */
export const goHome = async (): Promise<void> => {
  await Taro.reLaunch({ url: urlOf('home') })
}

/** Back to the page below; home when this one was opened by a link and there is none. */
export const back = async (): Promise<void> => {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await goHome()
}

/** What this page was opened with; a parameter that is missing reads as ''. */
export const useParams = <R extends RouteWithParams>(route: R): ParamsOf<R> => {
  const { params } = useRouter()
  return Object.fromEntries(paramNames[route].map((name) => [name, params[name] ?? ''])) as ParamsOf<R>
}
