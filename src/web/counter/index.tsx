import { createRoot } from 'react-dom/client'
import { App } from './app'
import { WordsProvider } from './words'

const place = document.getElementById('counter')
if (place) createRoot(place).render(<WordsProvider><App /></WordsProvider>)
