export { useBankTold, type BankTold } from './use-bank-told'
export { useCard, useCards } from './use-cards'
export { useHistory, type History } from './use-history'
