export const iconNames = [
  'back', 'next', 'down', 'up', 'check', 'ok', 'pause', 'clock', 'lock', 'seal', 'stop', 'bang', 'info', 'warn', 'ask', 'phone',
  'card', 'card-lost', 'card-back', 'card-new', 'list', 'book', 'face', 'idcard', 'bank', 'person', 'offline', 'refresh', 'big',
  'pin', 'print', 'search', 'bell',
] as const
/** Every icon there is a drawing of. */
export type IconName = (typeof iconNames)[number]
