export interface Dialog {
  title: string
  content: string
  /** button texts; the first answers with `choose(0)` */
  choices: string[]
  /** whether it can be left without choosing */
  cancellable: boolean
}

interface Waiting {
  dialog: Dialog
  answer: (choice: number | undefined) => void
}

/** Modals and action sheets: they stay open until the test answers, as they would for a person. */
export class Dialogs {
  private readonly waiting: Waiting[] = []

  /** Resolves to the index chosen, or undefined when cancelled. */
  ask(dialog: Dialog): Promise<number | undefined> {
    return new Promise((answer) => this.waiting.push({ dialog, answer }))
  }

  get open(): Dialog | undefined {
    return this.waiting[0]?.dialog
  }

  choose(index: number): void {
    this.take().answer(index)
  }

  cancel(): void {
    const { dialog, answer } = this.take()
    if (!dialog.cancellable) throw new Error(`cannotCancel: the dialog "${dialog.title}" has no cancel button`)
    answer(undefined)
  }

  private take(): Waiting {
    const next = this.waiting.shift()
    if (!next) throw new Error('noDialog: no dialog is open')
    return next
  }
}
