import { QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { createQueryClient, wirePlatform } from './query-client'

const client = createQueryClient()
wirePlatform()

/** What every page's hooks stand on. */
export const FeaturesProvider = ({ children }: PropsWithChildren) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
