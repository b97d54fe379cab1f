/** The call went out and no answer came back, or it never went out: which of the two cannot be known here. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  constructor(cause?: unknown) {
    super('No answer came from the server.', { cause })
  }
}

/** Milliseconds after which a call counts as unanswered. */
export const answerWithin = 12_000

/** The promise's value; NoAnswer when it rejects or its time runs out, since not every platform ends a call by itself. */
export const inTime = <T>(answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer()), answerWithin)
    answer
      .then(resolve, (cause: unknown) => reject(new NoAnswer(cause)))
      .finally(() => clearTimeout(timer))
  })
