import { asyncApis, textOf, type Implementation } from './callbacks'
import type { ApiContext, Apis } from './context'

/** Going from page to page, and what stands above a page. */
export function routeApis(context: ApiContext): Apis {
  const { pages, journal } = context
  const title: Implementation = (options) => void journal.titles.push(textOf(options['title']))
  const nothing = () => undefined
  return asyncApis(context, {
    navigateTo: ({ url }) => pages.navigateTo(textOf(url)),
    redirectTo: ({ url }) => pages.redirectTo(textOf(url)),
    reLaunch: ({ url }) => pages.reLaunch(textOf(url)),
    switchTab: ({ url }) => pages.reLaunch(textOf(url)),
    navigateBack: ({ delta }) => pages.navigateBack(typeof delta === 'number' ? delta : 1),
    setNavigationBarTitle: title,
    setNavigationBar: title,
    setNavigationBarColor: nothing,
    setBackgroundColor: nothing,
    setBackgroundTextStyle: nothing,
    hideHomeButton: nothing,
    hideShareMenu: nothing,
    showShareMenu: nothing,
    pageScrollTo: nothing,
    startPullDownRefresh: nothing,
    stopPullDownRefresh: nothing,
  })
}
