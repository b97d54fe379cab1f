import { BindFlow } from '@/features/bind/bind-flow'

const BindPage = () => <BindFlow />

export default BindPage
