import type { PropsWithChildren } from 'react'
import { FeaturesProvider } from '@/features/provider'
import './styles/index.scss'

const App = ({ children }: PropsWithChildren) => <FeaturesProvider>{children}</FeaturesProvider>

export default App
