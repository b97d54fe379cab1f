import { onPrivacyAsked, type PrivacyAnswer } from '@/platform/privacy'
import { createStore } from '../store'

/** How to answer the platform, while it holds something back until its own notice is agreed to. */
export const privacyAsked = createStore<{ readonly answer: PrivacyAnswer } | undefined>(undefined)

onPrivacyAsked((answer) => privacyAsked.set({ answer }))
