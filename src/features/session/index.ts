export { useDemoCitizens, type Citizen } from './use-demo-citizens'
export { useSession } from './use-session'
