/** Every page with its path. The first is where the app opens. */
export const paths = {
  home: 'pages/home/index',
  card: 'pages/card/index',
  reportLoss: 'pages/report-loss/index',
  release: 'pages/release/index',
  history: 'pages/history/index',
  banks: 'pages/banks/index',
  help: 'pages/help/index',
  settings: 'pages/settings/index',
  signIn: 'pages/sign-in/index',
} as const

export type Route = keyof typeof paths

/** What a page is opened with; a page that is not named needs nothing. */
export interface RouteParams {
  card: { readonly cardId: string }
  reportLoss: { readonly cardId: string }
  release: { readonly cardId: string }
  history: { readonly cardId: string }
  banks: { readonly city: string }
}

export type ParamsOf<R extends Route> = R extends keyof RouteParams ? RouteParams[R] : Record<never, never>
