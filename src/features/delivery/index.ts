export { newKey, type Answer, type Write } from './intent'
export { useDelivery } from './use-delivery'
