export type { Answer } from './intent'
export { useDelivery } from './use-delivery'
