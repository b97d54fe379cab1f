import type { zh } from './zh'

type Words = typeof zh

export const en: Words = {
  title: 'Check a collection receipt',
  other: '中文',
  enter: {
    label: 'The code on the receipt',
    hint: 'Scan it with a hand scanner, or paste it here and press Enter',
    go: 'Check',
    camera: 'Scan with the camera',
    stop: 'Turn the camera off',
    noCamera: 'The camera cannot be used: please allow it, or use a hand scanner, or paste.',
    offline: 'Once open, this works without a connection. Nothing that is scanned leaves this browser.',
  },
  keys: { missing: 'The public keys could not be fetched: please connect, then try again.', again: 'Try again' },
  waiting: 'Nothing scanned yet',
  next: 'Check the next one',
  is: {
    genuine: ['Genuine', 'Issued by this service and not altered. Whether the card has been collected cannot be seen here: look the card up.'],
    past: ['Past its end', 'Issued by this service, but its last day is over. Please look the card up.'],
    behind: ['The clock here is wrong', 'The receipt is of a later time than this. Please set the date and time of this device, then check again.'],
    notGenuine: ['Not genuine', 'The signature does not hold: it was altered, or is not from this service. Do not accept it; look the card up.'],
    unknownKey: ['Signed with an unknown key', 'Its public key is not here. Please connect, open this page again and check once more; or else look the card up.'],
    unreadable: ['Cannot be read', 'This is no receipt’s code, or not all of it. Hold it straight, wipe it, and scan again.'],
  },
  rows: {
    name: 'Cardholder', card: 'Card', care: 'Medical care', kind: 'Request', until: 'Last day', ready: 'Ready about', accepted: 'Accepted', number: 'Receipt', city: 'City',
  },
  unknownDay: 'To be announced',
  kinds: { replacement: 'Replacement (lost)', exchange: 'Exchange' },
  care: { voucher: 'Serves as a voucher, with the ID card', reimburse: 'Pay first; reimbursed once the new card is there' },
}
