/// <reference types="@tarojs/taro" />
import '@tarojs/components'

declare module '*.scss'

// what config/plugins/aria.ts lets through on the mini-programs; the browser knows it by itself
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaLive?: 'off' | 'polite' | 'assertive'
    ariaLevel?: number
    ariaDisabled?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaExpanded?: boolean
    ariaBusy?: boolean
    ariaModal?: boolean
  }
}
