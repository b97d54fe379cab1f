import { AbortController } from '@/platform/abort-controller'

test('it tells who listens, once, and says why', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  const left = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.signal.addEventListener('abort', left)
  controller.signal.removeEventListener('abort', left)
  controller.abort('gone')
  controller.abort('again')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(left).not.toHaveBeenCalled()
  expect(controller.signal).toMatchObject({ aborted: true, reason: 'gone' })
})

test('whoever asks later is stopped', () => {
  const controller = new AbortController()
  controller.signal.throwIfAborted()
  controller.abort()
  expect(() => controller.signal.throwIfAborted()).toThrow('aborted')
})
