import { fireEvent, render, screen } from '@testing-library/react'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Cell } from '@/components/cell'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { phone } from '../support/taro/phone'

const button = (name: RegExp | string) => screen.getByRole('button', { name })

describe('an action button', () => {
  test('does what it says, by finger and by keyboard', () => {
    const onTap = jest.fn()
    render(<ActionButton words="继续挂失" onTap={onTap} />)
    fireEvent.click(button('继续挂失'))
    fireEvent.keyDown(button('继续挂失'), { key: 'Enter' })
    fireEvent.keyDown(button('继续挂失'), { key: ' ' })
    expect(onTap).toHaveBeenCalledTimes(3)
  })

  test('takes a double tap as one: the second would hit what has come up in its place', () => {
    const onTap = jest.fn()
    render(<ActionButton words="下一步" onTap={onTap} />)
    fireEvent.click(button('下一步'), { detail: 1 })
    fireEvent.click(button('下一步'), { detail: 2 })
    expect(onTap).toHaveBeenCalledTimes(1)
  })

  test('while busy says so, keeps its place, and takes no second tap', () => {
    const onTap = jest.fn()
    render(<ActionButton words="继续挂失" busyWords="正在挂失…" onTap={onTap} />)
    fireEvent.click(button('正在挂失…'))
    expect(onTap).not.toHaveBeenCalled()
    expect(button('正在挂失…').getAttribute('aria-busy')).toBe('true')
    expect(button('正在挂失…').getAttribute('aria-disabled')).toBe('true')
  })

  test('that is off shows why, in words below it', () => {
    const onTap = jest.fn()
    render(<ActionButton words="解挂" offReason="补卡已经受理，不能再解挂" onTap={onTap} />)
    fireEvent.click(button('解挂'))
    expect(onTap).not.toHaveBeenCalled()
    expect(screen.getByText('补卡已经受理，不能再解挂')).toBeTruthy()
  })
})

describe('a call button', () => {
  beforeEach(() => phone.reset())

  test('shows the number, says it, and dials it with no network at all', () => {
    phone.setOnline(false)
    render(<CallButton who="打给成都银行" number="95507" />)
    expect(screen.getByText('95507')).toBeTruthy()
    fireEvent.click(button('打给成都银行，电话 95507'))
    expect(phone.called).toEqual(['95507'])
  })
})

test('a row that is off keeps its place with its reason and leads nowhere by its looks', () => {
  const { container } = render(<Cell title="挂失" second="办过了：社保功能已经正式挂失" icon="card-lost" off onTap={() => {}} />)
  expect(button(/挂失.*办过了/).getAttribute('aria-disabled')).toBe('true')
  expect(container.querySelector('.i-next')).toBeNull()
})

test('one of a choice is on, and another can be taken', () => {
  const onChoose = jest.fn()
  render(<Choice label="字的大小" options={[{ value: 'a', words: '标准' }, { value: 'b', words: '长辈版' }]} chosen="a" onChoose={onChoose} />)
  expect(screen.getByRole('radio', { name: '标准' }).getAttribute('aria-checked')).toBe('true')
  fireEvent.click(screen.getByRole('radio', { name: '长辈版' }))
  expect(onChoose).toHaveBeenCalledWith('b')
})

test('a wrong field says what is right and is read out', () => {
  render(<Field label="电话" value="138" example="11 位" error="手机号要 11 位，现在是 3 位" onChange={() => {}} />)
  expect(screen.getByRole('alert').textContent).toBe('手机号要 11 位，现在是 3 位')
})

test('a dialog asks one question and is named by it', () => {
  const onClose = jest.fn()
  render(<Dialog question="已经向银行挂失了吗？" words="银行说成功了再点。" onClose={onClose}><ActionButton words="已经办好" onTap={() => {}} /></Dialog>)
  expect(screen.getByRole('dialog', { name: '已经向银行挂失了吗？' }).getAttribute('aria-modal')).toBe('true')
  expect(onClose).not.toHaveBeenCalled()
})

test('the keyboard goes into a dialog that opens, and Escape leaves it', () => {
  const onClose = jest.fn()
  const { rerender } = render(<ActionButton words="打开" onTap={() => {}} />)
  button('打开').focus()
  const dialog = <Dialog question="问" words="说明" onClose={onClose}><ActionButton words="已经办好" onTap={() => {}} /></Dialog>
  rerender(<><ActionButton words="打开" onTap={() => {}} />{dialog}</>)
  expect(document.activeElement).toBe(button('已经办好'))
  fireEvent.keyDown(button('已经办好'), { key: 'Escape' })
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('the keyboard goes round inside a dialog', () => {
  const press = (shiftKey: boolean) => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab', shiftKey })
  render(<><ActionButton words="打开" onTap={() => {}} /><Dialog question="问" words="说明" onClose={() => {}}>
    <ActionButton words="已经办好" onTap={() => {}} /><ActionButton words="还没有" onTap={() => {}} />
  </Dialog></>)
  button('还没有').focus()
  press(false)
  expect(document.activeElement).toBe(button('已经办好'))
  press(true)
  expect(document.activeElement).toBe(button('还没有'))
  button('还没有').blur()
  press(false)
  expect(document.activeElement).toBe(button('已经办好'))
})
