import type { PropsWithChildren } from 'react'
import './styles/index.scss'

const App = ({ children }: PropsWithChildren) => children

export default App
