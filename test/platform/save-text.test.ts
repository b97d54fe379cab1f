import { saveText as onPhones } from '@/platform/save-text'
import { saveText } from '@/platform/save-text.h5'

test('a phone keeps no file', () => {
  expect(onPhones).toBeUndefined()
})

test('the browser downloads the text under its name, and can read it until the next one', () => {
  const clicked: string[] = []
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`)
  })
  const revokeObjectURL = jest.fn()
  let made = 0
  Object.assign(URL, { createObjectURL: () => `blob:copy-${(made += 1)}`, revokeObjectURL })
  saveText?.('copy.json', '{}')
  expect(clicked).toEqual(['copy.json blob:copy-1'])
  expect(revokeObjectURL).not.toHaveBeenCalled()
  saveText?.('copy.json', '{}')
  expect(revokeObjectURL.mock.calls).toEqual([['blob:copy-1']])
  click.mockRestore()
})
