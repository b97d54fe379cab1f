import { QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { Terminal } from './kiosk/terminal'
import { createQueryClient, wirePlatform } from './query-client'

const client = createQueryClient()
wirePlatform()

/** As on a phone; and a browser may be a terminal. */
export const FeaturesProvider = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={client}><Terminal>{children}</Terminal></QueryClientProvider>
)
