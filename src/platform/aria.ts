import { isPhone } from './phone'

/** What a reader of the screen is told about an element. */
export interface Aria {
  readonly role?: string
  readonly label?: string
  readonly hidden?: boolean
  readonly live?: 'polite' | 'assertive'
  readonly level?: 1 | 2
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly selected?: boolean
  readonly expanded?: boolean
  readonly busy?: boolean
  readonly modal?: boolean
}

/** The attributes of the platform: browsers read `role`, mini-programs `aria-role`; the rest is alike. */
export const aria = ({ role, ...rest }: Aria): Record<string, string> => {
  const attributes = Object.entries(rest).map(([name, value]) => [`aria-${name}`, String(value)])
  return { ...Object.fromEntries(attributes), ...(role && { [isPhone ? 'aria-role' : 'role']: role }) }
}

/** What the browser is told of a field that hides its digits: a keyboard for numbers, and to keep nothing of it. */
const hidden = { inputMode: 'numeric', autoComplete: 'off' }

/** What a field or a picture is called. In the browser the name belongs to the input or the image within Taro's element. */
export const fieldName = (label: string, hides = false): object =>
  (isPhone ? aria({ label }) : { nativeProps: { 'aria-label': label, ...(hides && hidden) } })

interface KeyPress {
  readonly key: string
  preventDefault(): void
}

/** In the browser, Escape leaves what has opened. */
export const escape = (leave: () => void): object =>
  isPhone ? {} : { onKeyDown: (event: KeyPress) => (event.key === 'Escape' ? leave() : undefined) }

/** In the browser a tappable thing is also reached and pressed by keyboard; phones do without. */
export const keyboard = (press: () => void): object =>
  isPhone ? {} : {
    tabIndex: 0,
    onKeyDown: (event: KeyPress) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
