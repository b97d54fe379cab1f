export { absorb } from './deliver'
export { newKey, type Answer } from './intent'
export { useAskAgain } from './use-ask-again'
export { useDelivery } from './use-delivery'
