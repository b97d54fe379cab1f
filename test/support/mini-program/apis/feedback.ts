import { ApiFailure, asyncApis, personApi, textOf, type Implementation } from './callbacks'
import type { ApiContext, Apis } from './context'

/** Toasts, loading marks, and the dialogs that wait for an answer. */
export function feedbackApis(context: ApiContext): Apis {
  const { dialogs, journal } = context
  const nothing = () => undefined

  const modal: Implementation = async ({ title, content, confirmText, cancelText, confirmButtonText, cancelButtonText, showCancel }) => {
    const confirm = textOf(confirmText ?? confirmButtonText) || '确定'
    const cancel = textOf(cancelText ?? cancelButtonText) || '取消'
    const choice = await dialogs.ask({
      title: textOf(title),
      content: textOf(content),
      choices: showCancel === false ? [confirm] : [confirm, cancel],
      cancellable: showCancel !== false,
    })
    return { confirm: choice === 0, cancel: choice !== 0 }
  }

  const notice: Implementation = async ({ title, content, buttonText }) => {
    await dialogs.ask({ title: textOf(title), content: textOf(content), choices: [textOf(buttonText) || '确定'], cancellable: false })
  }

  const sheet: Implementation = async ({ title, alertText, itemList, items }) => {
    const list: unknown = itemList ?? items
    const choices = Array.isArray(list) ? list.map(textOf) : []
    const choice = await dialogs.ask({ title: textOf(title ?? alertText), content: '', choices, cancellable: true })
    if (context.platform === 'alipay') return { index: choice ?? -1 }
    if (choice === undefined) throw new ApiFailure('cancel')
    return { tapIndex: choice }
  }

  return {
    ...asyncApis(context, {
      showToast: ({ title, content }) => void journal.toasts.push(textOf(title ?? content)),
      hideToast: nothing,
      showLoading: nothing,
      hideLoading: nothing,
      showNavigationBarLoading: nothing,
      hideNavigationBarLoading: nothing,
      vibrateShort: nothing,
      vibrateLong: nothing,
      vibrate: nothing,
      hideKeyboard: nothing,
    }),
    showModal: personApi(context, 'showModal', modal),
    confirm: personApi(context, 'confirm', modal),
    alert: personApi(context, 'alert', notice),
    showActionSheet: personApi(context, 'showActionSheet', sheet),
  }
}
