import type { PropsWithChildren } from 'react'
import { FeaturesProvider } from '@/features/provider'
import { CopyProvider } from '@/features/settings/copy-provider'
import './styles/index.scss'

const App = ({ children }: PropsWithChildren) => (
  <FeaturesProvider>
    <CopyProvider>{children}</CopyProvider>
  </FeaturesProvider>
)

export default App
