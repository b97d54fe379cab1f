/** What the reader has read of an ID card. */
export interface IdCard {
  readonly name: string
  readonly idNumber: string
}

/** What the program around the browser tells of its readers, as events of the window. */
export interface Reader {
  /** An ID card lies on the reader. */
  readonly read: (card: IdCard) => void
  readonly removed: () => void
  /** A social security card lies on the reader: its number. */
  readonly cardRead: (cardNumber: string) => void
}

const events = { read: 'idcardread', removed: 'idcardremoved', cardRead: 'socialcardread' } as const

const textOf = (event: Event, name: string): string => {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
  const text: unknown = typeof detail === 'object' && detail !== null ? Object.entries(detail).find(([key]) => key === name)?.[1] : undefined
  return typeof text === 'string' ? text.trim() : ''
}

/** Listens to the readers; the answer ends it. What was read badly, without a name or a number, counts as not read. */
export const onReader = ({ read, removed, cardRead }: Reader): (() => void) => {
  const heard = {
    [events.read]: (event: Event) => {
      const card = { name: textOf(event, 'name'), idNumber: textOf(event, 'idNumber').toUpperCase() }
      if (card.name && card.idNumber) read(card)
    },
    [events.removed]: () => removed(),
    [events.cardRead]: (event: Event) => {
      const cardNumber = textOf(event, 'cardNumber')
      if (cardNumber) cardRead(cardNumber)
    },
  }
  for (const [name, listener] of Object.entries(heard)) window.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of Object.entries(heard)) window.removeEventListener(name, listener)
  }
}

/** Plays the reader where there is none: an ID card is put on, taken away, or a social security card is put on. */
export const playReader = {
  read: (card: IdCard): void => void window.dispatchEvent(new CustomEvent(events.read, { detail: card })),
  removed: (): void => void window.dispatchEvent(new CustomEvent(events.removed)),
  cardRead: (cardNumber: string): void => void window.dispatchEvent(new CustomEvent(events.cardRead, { detail: { cardNumber } })),
}
