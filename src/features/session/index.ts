export { useDemoCitizens, type Citizen } from './use-demo-citizens'
export { useSession, type Session } from './use-session'
