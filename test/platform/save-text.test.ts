import { saveText as onPhones } from '@/platform/save-text'
import { saveText } from '@/platform/save-text.h5'

test('a phone keeps no file', () => {
  expect(onPhones).toBeUndefined()
})

test('the browser downloads the text under its name, and nothing of it stays in the page', () => {
  const clicked: string[] = []
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`)
  })
  const revokeObjectURL = jest.fn()
  Object.assign(URL, { createObjectURL: () => 'blob:copy', revokeObjectURL })
  saveText?.('copy.json', '{}')
  expect(clicked).toEqual(['copy.json blob:copy'])
  expect(revokeObjectURL).toHaveBeenCalledWith('blob:copy')
  click.mockRestore()
})
