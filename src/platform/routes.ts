/** Every page with its path. */
export const paths = {
  home: 'pages/home/index',
  card: 'pages/card/index',
  reportLoss: 'pages/report-loss/index',
  release: 'pages/release/index',
  history: 'pages/history/index',
  banks: 'pages/banks/index',
  outlets: 'pages/outlets/index',
  outlet: 'pages/outlet/index',
  help: 'pages/help/index',
  settings: 'pages/settings/index',
  signIn: 'pages/sign-in/index',
  bind: 'pages/bind/index',
  family: 'pages/family/index',
  grant: 'pages/grant/index',
  myData: 'pages/my-data/index',
  privacy: 'pages/privacy/index',
  messages: 'pages/messages/index',
  dispute: 'pages/dispute/index',
  servicePassword: 'pages/service-password/index',
  whatHappened: 'pages/what-happened/index',
  reissue: 'pages/reissue/index',
  papers: 'pages/papers/index',
  order: 'pages/order/index',
  receipt: 'pages/receipt/index',
  activate: 'pages/activate/index',
} as const

export type Route = keyof typeof paths

/** What a phone fetches before it shows anything; every other page follows by itself. */
export const firstPackage = ['home', 'card'] as const satisfies readonly Route[]

/** What a page is opened with; a page that is not named needs nothing. A card's id is random and says nothing of its holder. */
export const paramNames = {
  card: ['cardId'],
  reportLoss: ['cardId'],
  release: ['cardId'],
  history: ['cardId'],
  banks: ['city'],
  outlets: ['city', 'cardId', 'need'],
  outlet: ['outletId'],
  grant: ['cardId'],
  dispute: ['cardId', 'about'],
  servicePassword: ['cardId'],
  whatHappened: ['cardId'],
  reissue: ['cardId', 'reason'],
  papers: ['cardId', 'reason', 'way'],
  order: ['cardId'],
  receipt: ['cardId'],
  activate: ['cardId'],
} as const satisfies Partial<Record<Route, readonly string[]>>

export type RouteWithParams = keyof typeof paramNames
export type ParamsOf<R extends RouteWithParams> = Readonly<Record<(typeof paramNames)[R][number], string>>
