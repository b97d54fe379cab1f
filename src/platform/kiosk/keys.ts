/** What is typed on a keypad beside the screen, if there is one: a digit, or that one is erased. The answer ends it. */
export const onKeypad = (digit: (digit: string) => void, erase: () => void): (() => void) => {
  const heard = ({ key }: KeyboardEvent) => {
    if (/^\d$/.test(key)) digit(key)
    if (key === 'Backspace') erase()
  }
  window.addEventListener('keydown', heard)
  return () => window.removeEventListener('keydown', heard)
}
