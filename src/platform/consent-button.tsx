import { View } from '@tarojs/components'

interface ConsentButtonProps {
  readonly words: string
  readonly onAgree: () => void
}

/** Agreeing to the platform's privacy notice is a button of its own on WeChat; elsewhere it is any button. */
export const ConsentButton = ({ words, onAgree }: ConsentButtonProps) => <View className="tap btn btn-primary" onClick={onAgree}>{words}</View>
