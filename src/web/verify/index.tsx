import { createRoot } from 'react-dom/client'
import { App } from './app'
import { WordsProvider } from './words'

const place = document.getElementById('verify')
if (place) createRoot(place).render(<WordsProvider><App /></WordsProvider>)
